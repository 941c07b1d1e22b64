package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.rest.openbounty.Given;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an arbiter rules. */
@Schema(name = "ResolveDispute")
@JsonNaming(SnakeCaseStrategy.class)
public record ResolveJson(
        @Schema(required = true, description = "agent, poster or split", examples = "split")
                @Nullable String ruling,
        @Schema(
                        description =
                                "What the agent gets of the reward, in basis points, 1 to 9999; for a split, and"
                                        + " only for one.",
                        examples = "6000")
                @Nullable Integer agentShareBps,
        @Schema(description = "The arbiter's reasons, for both sides.") @Nullable String notes) {

    private static final String SHARE = "agent_share_bps";

    ResolveDispute.Command command(Caller caller, DisputeId dispute) {
        Invalid.Check check = new Invalid.Check();
        Ruling ruled = ruled(check);
        check.orThrow();
        return new ResolveDispute.Command(
                caller, dispute, Objects.requireNonNull(ruled), Given.text(notes));
    }

    private @Nullable Ruling ruled(Invalid.Check check) {
        return switch (SmallLetters.of(Given.text(ruling))) {
            case "agent" -> whole(new Ruling.ForAgent(), check);
            case "poster" -> whole(new Ruling.ForPoster(), check);
            case "split" -> split(check);
            default -> {
                check.require(false, "ruling", "must be agent, poster or split");
                yield null;
            }
        };
    }

    private Ruling whole(Ruling given, Invalid.Check check) {
        check.require(agentShareBps == null, SHARE, "is only for a split");
        return given;
    }

    private @Nullable Ruling split(Invalid.Check check) {
        if (agentShareBps == null) {
            check.require(false, SHARE, "is required for a split");
            return null;
        }
        boolean isPart = agentShareBps >= 1 && agentShareBps < Ruling.WHOLE_BPS;
        check.require(
                isPart,
                SHARE,
                "must be 1 to 9999 basis points of the reward; rule for the agent or the poster to"
                        + " give all of it to one");
        return isPart ? new Ruling.Split(agentShareBps) : null;
    }
}
