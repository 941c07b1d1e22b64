package io.guildhall.domain.pullrequest;

import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.codehost.Checks.Summary;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrackedPullRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final BountyId BOUNTY = new BountyId(new UUID(1, 1));
    private static final ClaimId CLAIM = new ClaimId(new UUID(1, 2));
    private static final SubmissionId SUBMISSION = new SubmissionId(new UUID(1, 4));
    private static final Sighting PASSED = pullRequest().seen(Summary.ALL_PASSED);
    private static final TrackedPullRequest LOOSE =
            TrackedPullRequest.found(new PullRequestName(PullRequestFixture.REPOSITORY, 17), NOW);

    @Test
    void looksThatFailComeLaterAndLaterButNeverCease() {
        TrackedPullRequest tracked = LOOSE.assign(BOUNTY, CLAIM, true, NOW).orThrow().state();
        Duration before = Duration.ZERO;
        for (int failure = 0; failure < 30; failure++) {
            tracked = tracked.failed(null, NOW);
            Duration pause = Duration.between(NOW, tracked.dueAt());
            assertThat(pause).isBetween(before, Duration.ofHours(1));
            before = pause;
        }
        assertThat(before).isEqualTo(Duration.ofHours(1));
        assertThat(tracked.looked(null, NOW, NOW).failures()).isZero();
    }

    @Test
    void whoAsksUsToWaitIsHeard() {
        assertThat(LOOSE.failed(Duration.ofMinutes(7), NOW).dueAt())
                .isEqualTo(NOW.plus(Duration.ofMinutes(7)));
        assertThat(LOOSE.failed(Duration.ofDays(7), NOW).dueAt())
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void nobodysWorkIsLeftAloneAfterManyFailures() {
        TrackedPullRequest tracked = LOOSE;
        for (int failure = 0; failure < 10; failure++) {
            assertThat(tracked.dueAt()).isNotNull();
            tracked = tracked.failed(null, NOW);
        }
        assertThat(tracked.dueAt()).isNull();
    }

    @Test
    void whatItNamesCountsOnlyWhileItIsNotMerged() {
        Seen open = Seen.of(pullRequest().seen(Summary.NONE), Set.of(), null, NOW);
        Seen merged =
                Seen.of(
                        pullRequest()
                                .saying("Fixes #8")
                                .mergedBy(MAINTAINER, NOW)
                                .seen(Summary.NONE),
                        Set.of(),
                        open,
                        NOW);

        assertThat(open.named()).containsExactly(7);
        assertThat(merged.named()).containsExactly(7);
    }

    @Test
    void whatIsShownIsOfTheWorkThatWasHandedIn() {
        HandIn handIn =
                new HandIn(SUBMISSION, PullRequestFixture.HEAD, false, NOW, Instant.EPOCH, false);
        Seen seen =
                Seen.of(pullRequest().seen(Summary.ALL_PASSED), Set.of(Proof.CHECKS), null, NOW);
        TrackedPullRequest handedIn =
                LOOSE.assign(BOUNTY, CLAIM, true, NOW)
                        .orThrow()
                        .state()
                        .handIn(handIn, NOW)
                        .orThrow()
                        .state();
        TrackedPullRequest tracked = handedIn.looked(seen, NOW, NOW);

        assertThat(handedIn.settledOf(SUBMISSION)).isEmpty();
        assertThat(tracked.settledOf(SUBMISSION)).containsExactly(Proof.CHECKS);
        assertThat(tracked.settledOf(new SubmissionId(new UUID(1, 5)))).isEmpty();
    }

    /** It cannot be done again. */
    @Test
    void mergeIsSettledAlsoWhereItShowsNothing() {
        HandIn handIn =
                new HandIn(SUBMISSION, PullRequestFixture.HEAD, false, NOW, Instant.EPOCH, false);
        TrackedPullRequest merged =
                looked(
                        LOOSE.assign(BOUNTY, CLAIM, true, NOW)
                                .orThrow()
                                .state()
                                .handIn(handIn, NOW)
                                .orThrow()
                                .state(),
                        pullRequest().mergedBy(MAINTAINER, NOW).seen(Summary.NONE),
                        NOW);

        assertThat(merged.settledOf(SUBMISSION)).containsExactly(Proof.MERGE);
    }

    @Test
    void checksLastOnceTwoLooksAtOneHeadHaveShownThemPassed() {
        Instant second = NOW.plus(TrackedPullRequest.POLL);
        TrackedPullRequest looked = looked(LOOSE, PASSED, NOW);

        assertThat(LOOSE.checksLast(PASSED, NOW)).isFalse();
        assertThat(looked.checksLast(PASSED, second.minusMillis(1))).isFalse();
        assertThat(looked.checksLast(PASSED, second)).isTrue();
        assertThat(looked(looked, PASSED, NOW.plusSeconds(9)).checksLast(PASSED, second))
                .as("a look between takes nothing away")
                .isTrue();
    }

    @Test
    void checksOfAnotherHeadOrThatRunAgainBeginAnew() {
        Instant second = NOW.plus(TrackedPullRequest.POLL);
        Sighting other = pullRequest().head("b".repeat(40)).seen(Summary.ALL_PASSED);
        Sighting running = pullRequest().seen(Summary.PENDING);
        TrackedPullRequest looked = looked(LOOSE, PASSED, NOW);

        assertThat(looked.checksLast(other, second)).isFalse();
        assertThat(looked.checksLast(running, second)).isFalse();
        assertThat(
                        looked(looked, running, NOW.plusSeconds(9))
                                .checksLast(PASSED, second.plusSeconds(9)))
                .isFalse();
    }

    private static TrackedPullRequest looked(
            TrackedPullRequest tracked, Sighting shown, Instant at) {
        return tracked.looked(Seen.of(shown, Set.of(), tracked.seen(), at), at, at);
    }

    @Test
    void anotherClaimBeginsAnew() {
        HandIn handIn =
                new HandIn(SUBMISSION, PullRequestFixture.HEAD, false, NOW, Instant.EPOCH, false);
        TrackedPullRequest done =
                LOOSE.assign(BOUNTY, CLAIM, true, NOW)
                        .orThrow()
                        .state()
                        .handIn(handIn, NOW)
                        .orThrow()
                        .state()
                        .finish(NOW)
                        .orThrow()
                        .state();

        assertThat(done.assign(BOUNTY, CLAIM, false, NOW).orThrow().state().handIn())
                .isEqualTo(handIn);
        var anew = done.assign(BOUNTY, new ClaimId(new UUID(1, 9)), false, NOW).orThrow().state();
        assertThat(anew.handIn()).isNull();
        assertThat(anew.knownBefore()).isFalse();
    }
}
