package io.guildhall.domain.pullrequest;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.pullrequest.PullRequestError.PullRequestNotInState;
import io.guildhall.domain.pullrequest.PullRequestError.PullRequestTaken;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.pullrequest.TrackingStatus.Done;
import io.guildhall.domain.pullrequest.TrackingStatus.Loose;
import io.guildhall.domain.shared.BackOff;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pull request of an agent's account, looked at again and again while it is the work of a live
 * claim. Notices only say that it is due; what is true is asked at GitHub.
 *
 * @param knownBefore whether it was its claim's work, or named its issue, before it was merged
 * @param seen what the last look showed; null before the first
 * @param handIn how it was handed in last under its claim
 * @param askedAt when somebody was last asked to review it, by GitHub's clock
 * @param dueAt when it is looked at next; null when only a notice brings that about
 * @param failures how many looks in a row have failed
 */
public record TrackedPullRequest(
        PullRequestName name,
        TrackingStatus status,
        boolean knownBefore,
        @Nullable Seen seen,
        @Nullable HandIn handIn,
        @Nullable Instant askedAt,
        @Nullable Instant dueAt,
        int failures,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** So often a live one is looked at even if nobody tells us anything. */
    public static final Duration POLL = Duration.ofMinutes(3);

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofHours(1));
    private static final int FAILURES_MAX = 10;

    /**
     * What a look has shown, as far as it is needed later.
     *
     * @param named the issues that it named when it was last seen before it was merged
     * @param passedSince since when each look has shown that all checks of this head passed; null
     *     when this one has not
     */
    public record Seen(
            Stage stage,
            String head,
            Set<Proof> held,
            Set<Integer> named,
            Instant at,
            @Nullable Instant passedSince) {

        public Seen {
            held = Set.copyOf(held);
            named = Set.copyOf(named);
        }

        /**
         * @param before the look before; null when this is the first
         */
        public static Seen of(Sighting shown, Set<Proof> held, @Nullable Seen before, Instant at) {
            Set<Integer> namedBefore = before == null ? Set.of() : before.named();
            return new Seen(
                    shown.stage(),
                    shown.head(),
                    held,
                    shown.isMerged() ? namedBefore : shown.named(),
                    at,
                    passedSince(shown, before, at));
        }

        private static @Nullable Instant passedSince(
                Sighting shown, @Nullable Seen before, Instant at) {
            if (!shown.hasPassed()) {
                return null;
            }
            if (before == null || before.passedSince == null || !before.head.equals(shown.head())) {
                return at;
            }
            return before.passedSince;
        }
    }

    /** To be looked at right away. */
    public static TrackedPullRequest found(PullRequestName name, Instant now) {
        return new TrackedPullRequest(
                name, new Loose(), false, null, null, null, now, 0, now, now, 0);
    }

    /**
     * It is the work of this claim from now on.
     *
     * @param beforeMerge whether it is not merged, or named the claim's issue while it was not
     */
    public Decision<TrackedPullRequest> assign(
            BountyId bounty, ClaimId claim, boolean beforeMerge, Instant now) {
        return switch (status) {
            case Assigned(var _, var other) when !other.equals(claim) ->
                    refuse(new PullRequestTaken(name));
            case Assigned _ -> accept(this);
            case Loose _ -> accept(with(new Assigned(bounty, claim), beforeMerge, null, now));
            // The same claim again goes on where it was.
            case Done(var _, var former, var _) ->
                    accept(
                            with(
                                    new Assigned(bounty, claim),
                                    former.equals(claim) ? knownBefore : beforeMerge,
                                    former.equals(claim) ? handIn : null,
                                    now));
        };
    }

    public Decision<TrackedPullRequest> handIn(HandIn handedIn, Instant now) {
        return switch (status) {
            case Assigned _ -> accept(with(status, knownBefore, handedIn, now));
            case Loose _, Done _ -> refuse(new PullRequestNotInState(name, "handed in", status));
        };
    }

    /** What reviewers have asked for until then has been told to the agent. */
    public Decision<TrackedPullRequest> sendBack(Instant heardUntil, Instant now) {
        return switch (status) {
            case Assigned _ when handIn != null ->
                    accept(with(status, knownBefore, handIn.heard(heardUntil), now));
            case Assigned _, Loose _, Done _ ->
                    refuse(new PullRequestNotInState(name, "sent back", status));
        };
    }

    /** It was turned down as it is closed; once it is reopened it can be handed in again. */
    public Decision<TrackedPullRequest> turnDown(Instant now) {
        return switch (status) {
            case Assigned _ when handIn != null ->
                    accept(with(status, knownBefore, handIn.turnedDown(), now));
            case Assigned _, Loose _, Done _ ->
                    refuse(new PullRequestNotInState(name, "turned down", status));
        };
    }

    /** Another pull request is the claim's work from now on. */
    public Decision<TrackedPullRequest> giveWay(Instant now) {
        return switch (status) {
            case Assigned _ -> accept(with(new Loose(), false, null, now));
            case Loose _, Done _ -> refuse(new PullRequestNotInState(name, "given up", status));
        };
    }

    public Decision<TrackedPullRequest> finish(Instant now) {
        return switch (status) {
            case Assigned(var bounty, var claim) ->
                    accept(with(new Done(bounty, claim, now), knownBefore, handIn, now));
            case Loose _, Done _ -> refuse(new PullRequestNotInState(name, "finished", status));
        };
    }

    /** It has been looked at; while it is somebody's work it will be again. */
    public TrackedPullRequest looked(@Nullable Seen shown, @Nullable Instant again, Instant now) {
        return new TrackedPullRequest(
                name,
                status,
                knownBefore,
                shown == null ? seen : shown,
                handIn,
                askedAt,
                again,
                0,
                createdAt,
                now,
                version);
    }

    /**
     * A look has failed: the next comes later and later, while GitHub is away. One that is nobody's
     * work is left alone at last, until a notice or a search brings it back.
     *
     * @param pauseMin how long GitHub asks us to wait, or null
     */
    public TrackedPullRequest failed(@Nullable Duration pauseMin, Instant now) {
        Duration pause = BACK_OFF.after(failures + 1);
        if (pauseMin != null && pauseMin.compareTo(pause) > 0) {
            pause = pauseMin;
        }
        boolean isGivenUp = !(status instanceof Assigned) && failures + 1 >= FAILURES_MAX;
        return new TrackedPullRequest(
                name,
                status,
                knownBefore,
                seen,
                handIn,
                askedAt,
                isGivenUp
                        ? null
                        : now.plus(pause.compareTo(BACK_OFF.most()) > 0 ? BACK_OFF.most() : pause),
                failures + 1,
                createdAt,
                now,
                version);
    }

    /**
     * Whether a look at least {@link #POLL} ago has shown the same: that all checks of this head
     * passed. On a new head they begin one after the other, and a quick one is for a while all that
     * there is.
     */
    public boolean checksLast(Sighting shown, Instant now) {
        Instant since = Seen.passedSince(shown, seen, now);
        return since != null && !now.isBefore(since.plus(POLL));
    }

    /** Whether its claim may take another instead: it was closed, and nobody has merged it. */
    public boolean isDropped() {
        return seen != null && seen.stage() == Stage.CLOSED;
    }

    /**
     * What nobody has to wait for any more where this was handed in so: what its last look showed,
     * and a merge, which is done once, whether that showed anything or not.
     */
    public Set<Proof> settledOf(SubmissionId submission) {
        boolean isIt = handIn != null && handIn.submission().equals(submission);
        if (!isIt || seen == null) {
            return Set.of();
        }
        Set<Proof> settled = EnumSet.noneOf(Proof.class);
        settled.addAll(seen.held());
        if (seen.stage() == Stage.MERGED) {
            settled.add(Proof.MERGE);
        }
        return settled;
    }

    /** The same as it is kept, with the version it is kept as. */
    public TrackedPullRequest atVersion(long kept) {
        return new TrackedPullRequest(
                name,
                status,
                knownBefore,
                seen,
                handIn,
                askedAt,
                dueAt,
                failures,
                createdAt,
                updatedAt,
                kept);
    }

    private TrackedPullRequest with(
            TrackingStatus next, boolean before, @Nullable HandIn last, Instant now) {
        return new TrackedPullRequest(
                name, next, before, seen, last, askedAt, dueAt, failures, createdAt, now, version);
    }
}
