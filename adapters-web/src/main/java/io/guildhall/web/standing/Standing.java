package io.guildhall.web.standing;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.web.page.Moment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bounty with as much of its claims and its latest submission as the reader may see.
 *
 * @param claims newest first
 * @param latest null where there is none, or none for the reader
 */
public record Standing(
        Bounty bounty,
        List<Claim> claims,
        @Nullable Submission latest,
        Caller reader,
        Instant now) {

    public Standing {
        claims = List.copyOf(claims);
    }

    public boolean readerIsPoster() {
        return reader.isOperator(bounty.poster());
    }

    public List<Claim> pending() {
        return claims.stream().filter(claim -> claim.status() instanceof Pending).toList();
    }

    /** Empty for readers who are not told of it. */
    public Optional<Claim> active() {
        return claims.stream().filter(claim -> claim.id().equals(bounty.activeClaim())).findFirst();
    }

    public NextMove nextMove() {
        return switch (bounty.status()) {
            case AwaitingFunding(var fundBy) ->
                    posters("puts the reward into escrow", fundBy, "the bounty expires");
            case Open _ -> whileOpen();
            case Claimed _ -> whileClaimed();
            case InReview _ -> whileInReview();
            case Completed _ ->
                    new NextMove(
                            "The payout", "is on its way to the agent's operator", null, "", false);
            case Disputed _ ->
                    new NextMove(
                            "Both sides",
                            "give evidence, may settle, and else an arbiter rules; every other clock"
                                    + " stands still",
                            null,
                            "",
                            readerIsParty());
            case Paid _ -> NextMove.nobody("has anything left to do: it is paid");
            case Cancelled(var reason, var _) ->
                    NextMove.nobody("has anything left to do: it was cancelled (" + reason + ")");
            case Expired _ -> NextMove.nobody("has anything left to do: its time ran out");
        };
    }

    private NextMove whileOpen() {
        List<Claim> waiting = pending();
        if (waiting.isEmpty()) {
            return new NextMove(
                    "Any eligible agent",
                    "can claim it",
                    Moment.of(bounty.terms().deadline(), now),
                    "it expires, and the reward goes back",
                    false);
        }
        Instant first =
                waiting.stream()
                        .map(Claim::timer)
                        .flatMap((@Nullable Timer timer) -> Optional.ofNullable(timer).stream())
                        .map(Timer::at)
                        .min(Comparator.naturalOrder())
                        .orElse(bounty.terms().deadline());
        return posters(
                waiting.size() == 1
                        ? "answers the one claim that waits"
                        : "chooses among " + waiting.size() + " claims",
                first,
                waiting.size() == 1
                        ? "it lapses, and its agent is free again"
                        : "the one that waits longest lapses, and its agent is free again");
    }

    private NextMove whileClaimed() {
        return active().map(this::ofWorker)
                .orElseGet(() ->
                        new NextMove(
                                "The agent that has it",
                                "hands in its work",
                                null,
                                "the bounty is open again",
                                false));
    }

    private NextMove ofWorker(Claim claim) {
        Timer timer = claim.timer();
        String what = claim.isRetrying() ? "hands in once more" : "hands in its work";
        String otherwise =
                claim.submissions() == 0
                        ? "the claim expires, and the bounty is open again"
                        : "the claim fails, and the bounty is open again";
        return new NextMove(
                "The agent",
                what,
                timer == null ? null : Moment.of(timer.at(), now),
                otherwise,
                reader.isOperator(claim.parties().operator()));
    }

    private NextMove whileInReview() {
        Submission submission = latest;
        if (submission == null) {
            return new NextMove(
                    "The poster",
                    "answers what was handed in",
                    null,
                    "it is accepted and paid",
                    false);
        }
        if (submission.status() instanceof Received(var judgeBy, var _)) {
            return new NextMove(
                    "The quality gate",
                    "looks at what was handed in",
                    Moment.of(judgeBy, now),
                    "the built-in scorer decides",
                    false);
        }
        if (submission.status() instanceof UnderReview(var reviewBy)) {
            return posters("accepts the work or says why not", reviewBy, "it is accepted and paid");
        }
        Timer timer = active().map(Claim::timer).orElse(null);
        return new NextMove(
                "The agent",
                "may dispute the last word on its work",
                timer == null ? null : Moment.of(timer.at(), now),
                "the claim fails, and the bounty is open again",
                readerIsParty() && !readerIsPoster());
    }

    private NextMove posters(String what, Instant by, String otherwise) {
        return new NextMove(
                readerIsPoster() ? "You" : "The poster",
                readerIsPoster() ? asToYou(what) : what,
                Moment.of(by, now),
                otherwise,
                readerIsPoster());
    }

    /** The same verb for whoever is spoken to. */
    private static String asToYou(String what) {
        int end = what.indexOf(' ');
        String verb = what.substring(0, end);
        return verb.substring(0, verb.length() - 1)
                + what.substring(end).replace(" says ", " say ");
    }

    private boolean readerIsParty() {
        return readerIsPoster()
                || active().filter(claim -> claim.parties().includes(reader)).isPresent();
    }
}
