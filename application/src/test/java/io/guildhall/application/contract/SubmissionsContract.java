package io.guildhall.application.contract;

import static io.guildhall.domain.submission.SubmissionFixture.REVIEW;
import static io.guildhall.domain.submission.SubmissionFixture.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.VerdictFixture;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.domain.submission.Submissions;
import io.guildhall.domain.submission.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of Submissions keeps. */
public abstract class SubmissionsContract extends PortContract {

    private final Set<SubmissionId> made = new HashSet<>();

    @Test
    public void submissionIsFoundAsItWasAdded() {
        Submission submission = submission(someClaim(), 1);

        assertThat(found(submission)).isEqualTo(submission);
        assertThat(unit(() -> ports().submissions().find(new SubmissionId(ids.next())))).isEmpty();
    }

    @Test
    public void everyStatusIsKept() {
        Instant at = clock.instant();
        List<SubmissionStatus> statuses =
                List.of(
                        new SubmissionStatus.Received(at, null),
                        new SubmissionStatus.Received(at, at.plusSeconds(1)),
                        new SubmissionStatus.GateFailed(at, at),
                        new SubmissionStatus.GateFailedFinal(at),
                        new SubmissionStatus.UnderReview(at),
                        new SubmissionStatus.Held(at.plusSeconds(60), at),
                        new SubmissionStatus.Accepted(Acceptance.POSTER, at),
                        new SubmissionStatus.Accepted(Acceptance.POLICY, at),
                        new SubmissionStatus.Accepted(Acceptance.TIME, at),
                        new SubmissionStatus.Accepted(Acceptance.DISPUTE, at),
                        new SubmissionStatus.Rejected(REVIEW, at),
                        new SubmissionStatus.RevisionRequested(Review.notes("Nearly"), at));
        assertThat(statuses.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(SubmissionStatus.class.getPermittedSubclasses());

        for (SubmissionStatus status : statuses) {
            Submission added = submission(someClaim(), 1);
            Submission changed = with(added, status, verdictWith(status));
            Submission saved = unit(() -> ports().submissions().save(changed));

            assertThat(saved.version()).isGreaterThan(added.version());
            assertThat(found(added)).isEqualTo(saved);
            assertThat(found(added).status()).isEqualTo(status);
            assertThat(found(added).verdict()).isEqualTo(verdictWith(status));
        }
    }

    @Test
    public void whatTheContractWasToldInItsPlaceIsKept() {
        Digest told = Digest.of("something else");
        Submission added = submission(someClaim(), 1);

        unit(() ->
                ports().submissions().save(added.knowAs(told, clock.instant()).orThrow().state()));

        assertThat(found(added).work()).isEqualTo(added.work().knownAs(told));
        assertThat(found(added).work().digest()).isEqualTo(told);
    }

    private static @Nullable GateVerdict verdictWith(SubmissionStatus status) {
        return status instanceof SubmissionStatus.Received ? null : VerdictFixture.verdict(4_321);
    }

    @Test
    public void earlierWorkOnTheBountyIsFoundWhoeverDidIt() {
        Bounty bounty = openBounty(operator());
        Submission first = submission(released(activeClaim(bounty, agentOf(operator()))), 1);
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Submission second = submission(claim, 1);
        Submission third = submission(claim, 2);
        submission(someClaim(), 1);

        assertThat(before(third, 10)).containsExactly(second, first);
        assertThat(before(third, 1)).containsExactly(second);
        assertThat(before(first, 10)).isEmpty();
    }

    @Test
    public void whatLiesWithTheGateIsFoundUntilSomebodyIsAsked() {
        Instant at = clock.instant();
        Submission later = received(at.plusSeconds(60), null);
        Submission sooner = received(at.plusSeconds(30), null);
        Submission taken = received(at.plusSeconds(10), at.plusSeconds(20));
        submission(someClaim(), 1);

        assertThat(toBeJudged(at.plusSeconds(20).minusNanos(1_000)))
                .containsExactly(sooner.id(), later.id());
        assertThat(toBeJudged(at.plusSeconds(20)))
                .containsExactly(taken.id(), sooner.id(), later.id());
        assertThat(unit(() -> ports().submissions().toBeJudged(at, 1))).hasSizeLessThanOrEqualTo(1);
    }

    private Submission received(Instant judgeBy, @Nullable Instant takenUntil) {
        Submission added = submission(someClaim(), 1);
        made.add(added.id());
        var status = new SubmissionStatus.Received(judgeBy, takenUntil);
        return unit(() -> ports().submissions().save(with(added, status)));
    }

    /** Those of this test; others have left some of theirs on the same database. */
    private List<SubmissionId> toBeJudged(Instant now) {
        return unit(() -> ports().submissions().toBeJudged(now, 1_000)).stream()
                .filter(made::contains)
                .toList();
    }

    private List<Submission> before(Submission submission, int limit) {
        return unit(() -> ports().submissions().before(submission, limit));
    }

    @Test
    public void stateThatSomebodySavedSinceIsARaceLost() {
        Submission stale = submission(someClaim(), 1);
        var accepted = new SubmissionStatus.Accepted(Acceptance.POSTER, clock.instant());
        unit(() -> ports().submissions().save(with(stale, accepted)));

        assertLosesRace(() ->
                ports().submissions()
                        .save(with(stale, new SubmissionStatus.Rejected(REVIEW, clock.instant()))));

        assertThat(found(stale).status()).isEqualTo(accepted);
    }

    @Test
    public void claimHasOneSubmissionInEachRound() {
        Operator poster = operator();
        Bounty bounty = openBounty(poster);
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Submission first = submission(claim, 1);
        Submission second = submission(claim, 2);

        assertThatThrownBy(() -> unit(() -> ports().submissions().add(newSubmission(claim, 2))))
                .isInstanceOf(RuntimeException.class);

        assertThat(seenBy(keyOf(poster), bounty)).containsExactly(second.id(), first.id());
    }

    @Test
    public void submissionsOfOneClaimComeRoundByRound() {
        Operator poster = operator();
        Agent agent = agentOf(operator());
        Bounty bounty = openBounty(poster);
        Claim earlier = released(activeClaim(bounty, agent));
        submission(earlier, 1);
        Claim claim = activeClaim(bounty, agent);
        assertThat(unit(() -> ports().submissions().ofClaim(claim.id()))).isEmpty();

        Submission second = submission(claim, 2);
        Submission first = submission(claim, 1);
        Submission third = submission(claim, 3);

        assertThat(unit(() -> ports().submissions().ofClaim(claim.id())))
                .containsExactly(first, second, third);
    }

    @Test
    public void posterSeesAllSubmissionsAndOthersTheirOwn() {
        Operator poster = operator();
        Operator worker = operator();
        Agent agent = agentOf(worker);
        Agent successor = agentOf(operator());
        Bounty bounty = openBounty(poster);
        SubmissionId first = submission(released(activeClaim(bounty, agent)), 1).id();
        SubmissionId second = submission(released(activeClaim(bounty, successor)), 1).id();
        submission(activeClaim(openBounty(poster), agent), 1);

        assertThat(seenBy(keyOf(poster), bounty)).containsExactly(second, first);
        assertThat(seenBy(keyOf(worker), bounty)).containsExactly(first);
        assertThat(seenBy(keyOf(agent), bounty)).containsExactly(first);
        assertThat(seenBy(keyOf(successor), bounty)).containsExactly(second);
        assertThat(seenBy(keyOf(agentOf(worker)), bounty)).isEmpty();
        assertThat(seenBy(keyOf(agentOf(poster)), bounty)).isEmpty();
        assertThat(seenBy(keyOf(operator()), bounty)).isEmpty();
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        Operator poster = operator();
        Bounty bounty = openBounty(poster);
        Claim claim = activeClaim(bounty, agentOf(operator()));
        List<SubmissionId> rounds = new ArrayList<>();
        for (int round = 1; round <= 5; round++) {
            rounds.addFirst(submission(claim, round).id());
        }

        List<Submission> read =
                pageByPage(
                        page -> ports().submissions().onBounty(bounty.id(), keyOf(poster), page),
                        submission -> submission.id().value());

        assertThat(read).extracting(Submission::id).containsExactlyElementsOf(rounds);
    }

    @Test
    public void pageEndsBeforeItHoldsVeryMuchText() {
        Operator poster = operator();
        Bounty bounty = openBounty(poster);
        Claim claim = activeClaim(bounty, agentOf(operator()));
        String longest = "\uD83E\uDD80".repeat(200_000);
        List<SubmissionId> rounds = new ArrayList<>();
        for (int round = 1; round <= 12; round++) {
            Submission added = with(newSubmission(claim, round), new Work(longest, List.of()));
            unit(() -> ports().submissions().add(added));
            rounds.addFirst(added.id());
        }

        List<SubmissionId> read = new ArrayList<>();
        Page<Submission> page = seenBy(keyOf(poster), bounty, Set.of(), PageRequest.first(100));
        while (true) {
            read.addAll(page.items().stream().map(Submission::id).toList());
            assertThat(
                            page.items().stream()
                                    .mapToLong(one -> one.work().content().getBytes(UTF_8).length)
                                    .sum())
                    .isPositive()
                    .isLessThanOrEqualTo(Submissions.PAGE_BYTES_MAX);
            if (!page.hasMore()) {
                break;
            }
            UUID last = page.items().getLast().id().value();
            page = seenBy(keyOf(poster), bounty, Set.of(), new PageRequest(last, 100));
        }

        assertThat(read).isEqualTo(rounds);
    }

    @Test
    public void whoIsShownAClaimSeesWhatWasHandedInUnderIt() {
        Bounty bounty = openBounty(operator());
        Agent agent = agentOf(operator());
        Claim claim = released(activeClaim(bounty, agent));
        SubmissionId first = submission(claim, 1).id();
        SubmissionId second = submission(claim, 2).id();
        Submission foreign = submission(activeClaim(bounty, agentOf(operator())), 1);
        Submission elsewhere = submission(someClaim(), 1);

        Caller nobody = keyOf(operator());
        assertThat(
                        seenBy(
                                        nobody,
                                        bounty,
                                        Set.of(claim.id(), elsewhere.claim()),
                                        PageRequest.first(10))
                                .items())
                .extracting(Submission::id)
                .containsExactly(second, first);
        assertThat(
                        seenBy(keyOf(agent), bounty, Set.of(foreign.claim()), PageRequest.first(10))
                                .items())
                .extracting(Submission::id)
                .containsExactly(foreign.id(), second, first);
    }

    private Claim someClaim() {
        return activeClaim(openBounty(operator()), agentOf(operator()));
    }

    private Page<Submission> seenBy(
            Caller viewer, Bounty bounty, Set<ClaimId> shown, PageRequest page) {
        return unit(() -> ports().submissions().onBounty(bounty.id(), viewer, shown, page));
    }

    private List<SubmissionId> seenBy(Caller viewer, Bounty bounty) {
        return seenBy(viewer, bounty, Set.of(), PageRequest.first(10)).items().stream()
                .map(Submission::id)
                .toList();
    }

    private Submission found(Submission submission) {
        return unit(() -> ports().submissions().find(submission.id()).orElseThrow());
    }
}
