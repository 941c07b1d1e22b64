package io.guildhall.web.dispute;

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
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Words;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as far as it can be told without its bounty.
 *
 * @param work the address of what it is about
 * @param you the side of whoever reads, or what else it is to the dispute
 * @param next what happens by whom, while it is not over
 * @param by until when; null once it is over
 * @param outcome how it ended; null while it has not
 * @param notes the arbiter's reasons; empty where there are none
 */
public record DisputeRow(
        String id,
        String bountyId,
        String excerpt,
        Chip status,
        String openedBy,
        String about,
        String work,
        String you,
        @Nullable String next,
        @Nullable Moment by,
        @Nullable String outcome,
        String notes,
        Moment opened) {

    private static final int EXCERPT = 200;

    static DisputeRow of(Dispute dispute, Caller caller, Instant now) {
        return new DisputeRow(
                OpenBountyIds.DISPUTE.on(dispute.id().value()),
                OpenBountyIds.BOUNTY.on(dispute.bounty().value()),
                Words.excerpt(dispute.reason(), EXCERPT),
                chip(dispute.status()),
                name(dispute.openedBy()),
                dispute.submission() == null ? "the bounty itself" : "a submission",
                work(dispute),
                Side.of(caller, dispute.parties()).map(DisputeRow::name).orElse("Arbiter"),
                next(dispute, now),
                by(dispute, now),
                outcome(dispute.status()),
                notes(dispute.status()),
                Moment.of(dispute.createdAt(), now));
    }

    static String name(Side side) {
        return switch (side) {
            case POSTER -> "Poster";
            case AGENT -> "Agent's side";
        };
    }

    private static String work(Dispute dispute) {
        SubmissionId about = dispute.submission();
        return "/bounties/"
                + OpenBountyIds.BOUNTY.on(dispute.bounty().value())
                + "/review"
                + (about == null ? "" : "#w-" + OpenBountyIds.SUBMISSION.on(about.value()));
    }

    private static Chip chip(DisputeStatus status) {
        return switch (status) {
            case Open _ -> Chip.warn("Open");
            case Answered _ -> Chip.warn("Answered");
            case Ruled _ -> Chip.busy("Ruled, being carried out");
            case Executed _ -> Chip.good("Ruled");
            case Settled _ -> Chip.good("Settled");
            case Withdrawn _ -> Chip.calm("Withdrawn");
            case TimedOut _ -> Chip.calm("Decided by time");
        };
    }

    private static @Nullable String next(Dispute dispute, Instant now) {
        String other = name(dispute.openedBy().other());
        return switch (dispute.status()) {
            case Open(var answerBy) ->
                    now.isBefore(answerBy)
                            ? other + " answers; after that an arbiter may rule on what is there"
                            : other + " has not answered; an arbiter may rule on what is there";
            case Answered _ -> "An arbiter rules; else time decides, for halves";
            case Ruled _ -> "The contract carries the ruling out";
            case Executed _, Settled _, Withdrawn _, TimedOut _ -> null;
        };
    }

    private static @Nullable Moment by(Dispute dispute, Instant now) {
        return switch (dispute.status()) {
            case Open(var answerBy) ->
                    Moment.of(now.isBefore(answerBy) ? answerBy : dispute.decideBy(), now);
            case Answered _ -> Moment.of(dispute.decideBy(), now);
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ -> null;
        };
    }

    private static @Nullable String outcome(DisputeStatus status) {
        return switch (status) {
            case Open _, Answered _ -> null;
            case Ruled(var decided) -> "An arbiter ruled " + shared(decided.ruling());
            case Executed(var decided, var _) -> "An arbiter ruled " + shared(decided.ruling());
            case Settled(var share, var _) ->
                    "The sides agreed on " + Shares.percent(share) + " for the agent";
            case Withdrawn _ -> "It was taken back, and the work went on";
            case TimedOut(var ruling, var _) ->
                    "Nobody ruled in time, so that time decided " + shared(ruling);
        };
    }

    private static String shared(Ruling ruling) {
        return switch (ruling) {
            case Ruling.ForAgent _ -> "for the agent";
            case Ruling.ForPoster _ -> "for the poster";
            case Ruling.Split(var share) ->
                    "for a split: " + Shares.percent(share) + " for the agent";
        };
    }

    private static String notes(DisputeStatus status) {
        Decided decided =
                switch (status) {
                    case Ruled(var ruled) -> ruled;
                    case Executed(var ruled, var _) -> ruled;
                    case Open _, Answered _, Settled _, Withdrawn _, TimedOut _ -> null;
                };
        return decided == null ? "" : decided.notes();
    }
}
