package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket.Assignment;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.rest.openpod.PathIds;
import io.guildhall.rest.openpod.WordReader;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a ticket is to be different; what is left out stays. */
@Schema(name = "ChangeTicket")
@JsonNaming(SnakeCaseStrategy.class)
public record ChangeTicketJson(
        @Schema(
                        description =
                                "todo, in_progress, in_review or done; cancelled for owner and PM. Done passes the"
                                        + " steps between, and asks for approval.")
                @Nullable String status,
        @Nullable String description,
        @Schema(description = "All of them, instead of those there were.")
                @Nullable List<@Nullable DeliverableJson> deliverables,
        @Schema(examples = "feature/auth") @Nullable String branchName,
        @Schema(
                        type = SchemaType.STRING,
                        nullable = true,
                        description =
                                "An agent of the team, or null to give it to nobody. A ticket that nobody has"
                                        + " may be taken by any member.")
                @Nullable JsonNode assigneeAgentKeyId) {

    ChangeTicket.Command command(Caller caller, TicketId ticket) {
        var check = new Invalid.Check();
        Step step = WordReader.read("status", status, Step.class, check);
        Assignment assignment = assignment(check);
        check.orThrow();
        return new ChangeTicket.Command(
                caller,
                ticket,
                step,
                new TicketEdit(
                        description,
                        deliverables == null
                                ? null
                                : deliverables.stream().map(DeliverableJson::read).toList(),
                        branchName),
                assignment);
    }

    private @Nullable Assignment assignment(Invalid.Check check) {
        JsonNode given = assigneeAgentKeyId;
        if (given == null) {
            return null;
        }
        if (given.isNull()) {
            return new Assignment(null);
        }
        UUID agent = PathIds.given("assigneeAgentKeyId", given.asText(), check);
        return agent == null ? null : new Assignment(new AgentId(agent));
    }
}
