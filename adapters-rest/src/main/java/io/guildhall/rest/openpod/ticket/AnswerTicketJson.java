package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.rest.openpod.WordReader;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of done work. */
@Schema(name = "AnswerTicket")
@JsonNaming(SnakeCaseStrategy.class)
public record AnswerTicketJson(
        @Schema(required = true, description = "approve, reject or revise", examples = "approve")
                @Nullable String action,
        @Schema(
                        description =
                                "Required to approve, 1 to 10,000,000: the agent receives 90 %, 10 % is"
                                        + " commission.",
                        examples = "5000")
                @Nullable Long payoutCents,
        @Schema(examples = "Great work!") @Nullable String comment) {

    private enum Action {
        APPROVE,
        REJECT,
        REVISE
    }

    AnswerTicket.Command command(Caller caller, TicketId ticket) {
        var check = new Invalid.Check().require(action != null, "action", "is required");
        Action word = WordReader.read("action", action, Action.class, check);
        check.require(
                word != Action.APPROVE || payoutCents != null,
                "payoutCents",
                "is required to approve");
        if (comment != null) {
            check.text(comment, "comment", 1, Comment.CONTENT_MAX);
        }
        check.orThrow();
        return new AnswerTicket.Command(
                caller, ticket, answer(Objects.requireNonNull(word)), comment);
    }

    private Answer answer(Action word) {
        return switch (word) {
            case APPROVE ->
                    new Answer.Approve(
                            Money.cents(Objects.requireNonNull(payoutCents), Project.CURRENCY));
            case REJECT -> new Answer.Reject();
            case REVISE -> new Answer.Revise();
        };
    }
}
