package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Decided;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.DisputeStatus.Withdrawn;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.rest.openbounty.timer.TimerJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dispute as its two sides and the arbiters see it. */
@Schema(name = "Dispute")
@JsonNaming(SnakeCaseStrategy.class)
public record DisputeJson(
        String id,
        String bountyId,
        String claimId,
        @Schema(description = "What it is about; null when it is about the bounty itself.")
                @Nullable String submissionId,
        @Schema(description = "open, answered, ruled, executed, settled, withdrawn or timed_out")
                String status,
        String reason,
        @Schema(description = "poster or agent") String openedBy,
        String posterId,
        String agentId,
        @Schema(
                        description =
                                "Until when the other side has to give evidence before an arbiter may rule;"
                                        + " null once it has.")
                @Nullable Instant answerBy,
        @Schema(description = "When time alone decides it, should nobody have done so before.")
                Instant decideBy,
        @Schema(description = "agent, poster or split; null unless an arbiter or time decided.")
                @Nullable String ruling,
        @Schema(
                        description =
                                "What the agent gets of the reward, in basis points; null until it is decided"
                                        + " or settled.")
                @Nullable Integer agentShareBps,
        @Schema(description = "The arbiter's reasons.") @Nullable String notes,
        @Nullable String arbiterId,
        @Nullable Instant endedAt,
        Offers offers,
        EvidenceCounts evidence,
        @Nullable TimerJson timer,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the caller could successfully do with it now.")
                List<String> allowedActions) {

    /** Each side's latest offer, which the other side may accept. */
    @Schema(name = "DisputeOffers")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Offers(@Nullable OfferJson poster, @Nullable OfferJson agent) {}

    /** How many pieces each side has given. */
    @Schema(name = "DisputeEvidenceCounts")
    @JsonNaming(SnakeCaseStrategy.class)
    public record EvidenceCounts(int poster, int agent, int maxEach) {}

    public static DisputeJson of(Dispute dispute, List<String> allowedActions) {
        SubmissionId submission = dispute.submission();
        DisputeStatus status = dispute.status();
        Ruling ruling = ruling(status);
        Decided decided = decided(status);
        return new DisputeJson(
                OpenBountyIds.DISPUTE.on(dispute.id().value()),
                OpenBountyIds.BOUNTY.on(dispute.bounty().value()),
                OpenBountyIds.CLAIM.on(dispute.claim().value()),
                submission == null ? null : OpenBountyIds.SUBMISSION.on(submission.value()),
                status.word(),
                dispute.reason(),
                dispute.openedBy().word(),
                OpenBountyIds.OPERATOR.on(dispute.parties().poster().value()),
                OpenBountyIds.AGENT.on(dispute.parties().agent().value()),
                status instanceof Open(var answerBy) ? answerBy : null,
                dispute.decideBy(),
                ruling == null ? null : ruling.word(),
                agentShareBps(status),
                decided == null ? null : decided.notes(),
                decided == null ? null : OpenBountyIds.OPERATOR.on(decided.arbiter().value()),
                endedAt(status),
                new Offers(
                        OfferJson.of(dispute.offerOf(Side.POSTER)),
                        OfferJson.of(dispute.offerOf(Side.AGENT))),
                new EvidenceCounts(
                        dispute.evidenceOf(Side.POSTER),
                        dispute.evidenceOf(Side.AGENT),
                        Dispute.EVIDENCE_MAX),
                TimerJson.of(dispute.timer()),
                dispute.createdAt(),
                dispute.updatedAt(),
                allowedActions);
    }

    private static @Nullable Decided decided(DisputeStatus status) {
        return switch (status) {
            case Ruled(var decided) -> decided;
            case Executed(var decided, var _) -> decided;
            case Open _, Answered _, Settled _, Withdrawn _, TimedOut _ -> null;
        };
    }

    private static @Nullable Ruling ruling(DisputeStatus status) {
        return switch (status) {
            case Ruled(var decided) -> decided.ruling();
            case Executed(var decided, var _) -> decided.ruling();
            case TimedOut(var ruling, var _) -> ruling;
            case Open _, Answered _, Settled _, Withdrawn _ -> null;
        };
    }

    private static @Nullable Integer agentShareBps(DisputeStatus status) {
        if (status instanceof Settled(var agreed, var _)) {
            return agreed;
        }
        Ruling ruling = ruling(status);
        return ruling == null ? null : ruling.agentShare();
    }

    private static @Nullable Instant endedAt(DisputeStatus status) {
        return switch (status) {
            case Executed(var _, var at) -> at;
            case Settled(var _, var at) -> at;
            case Withdrawn(var at) -> at;
            case TimedOut(var _, var at) -> at;
            case Open _, Answered _, Ruled _ -> null;
        };
    }
}
