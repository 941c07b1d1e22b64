package io.guildhall.persistence.fault;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.persistence.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An arbiter shares the reward between the two sides of a dispute. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class RulingFaultTest extends FaultTest {

    /** Of 1,005 cents that is 334.9: 334 before and 301 after the fee of 33. */
    private static final Ruling A_THIRD = new Ruling.Split(3_333);

    private record Scene(Story story, Caller arbiter, Submission submission, Dispute dispute) {}

    @ParameterizedTest
    @EnumSource
    void splittingLosesAndDoublesNothingWhereverTheCableBreaks(Cable.Side side) {
        int statements = breakEverywhere(side, this::scene, this::rule, this::assertSharedOnce);

        assertThat(statements).isGreaterThan(15);
    }

    private Scene scene() {
        Story story = new Story(guildhall.useCases);
        Submission submission = story.submission();
        return new Scene(story, story.arbiter(), submission, story.answeredDispute(submission));
    }

    private boolean rule(Scene scene) {
        return once(
                scene.arbiter().operator(),
                scene.dispute().id(),
                () ->
                        guildhall.useCases.resolveDispute.handle(
                                new ResolveDispute.Command(
                                        scene.arbiter(),
                                        scene.dispute().id(),
                                        A_THIRD,
                                        "A third of it arrives")));
    }

    private void assertSharedOnce(Scene scene) {
        Story story = scene.story();
        Submission submission = scene.submission();
        assertThat(guildhall.ports.disputes().find(scene.dispute().id()).orElseThrow().status())
                .isInstanceOfSatisfying(
                        Executed.class,
                        executed -> assertThat(executed.decided().ruling()).isEqualTo(A_THIRD));
        assertThat(guildhall.ports.bounties().find(submission.bounty()).orElseThrow().status())
                .isInstanceOf(BountyStatus.Paid.class);
        assertThat(guildhall.ports.claims().find(submission.claim()).orElseThrow().status())
                .isInstanceOf(ClaimStatus.Fulfilled.class);
        assertThat(guildhall.ports.submissions().find(submission.id()).orElseThrow().status())
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.by()).isEqualTo(Acceptance.DISPUTE));
        assertThat(guildhall.ports.trackRecords().ofPoster(story.poster.operator(), 10))
                .extracting(SettledWork::agentShareBps)
                .containsExactly(3_333);

        Payout payout = onlyPayout(story);
        assertThat(payout.source()).isInstanceOf(EndedDispute.class);
        assertThat(payout.gross()).isEqualTo(usd(334));
        assertThat(available(story.worker.operator())).isEqualTo(usd(301));
        assertThat(available(story.poster.operator())).isEqualTo(usd(1_000_000 - 334));
        assertEscrowIsEmpty(story, submission.bounty());
        assertThat(story(submission.bounty()))
                .endsWith("dispute.resolved", "submission.accepted", "payout.completed")
                .doesNotHaveDuplicates();
    }
}
