package io.guildhall.application.submission;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.Work;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The quality gate with the built-in scorer alone. */
class QualityGateTest {

    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final Duration AN_INSTANT = Duration.ofNanos(1_000);
    private static final Work POOR = new Work("Done.", List.of());
    private static final Work GOOD =
            new Work(
                    """
                    All rows arrive now: `Importer.readRows` stopped at the last line break, and `BufferedLines` keeps the rest.
                    A test proves it: `ImporterTest.lastRowWithoutLineBreak`, with files of 0, 1 and 10,000 rows.
                    https://example.org/pulls/8
                    """,
                    List.of());

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(50_000));
    private final Caller agent = market.agentOf(market.operator("Bob"));
    private final Bounty bounty = market.post(ann, terms().firstCome().gated());
    private final Claim claim = market.claim(agent, bounty);

    @Test
    void goodWorkLiesWithThePosterAtOnce() {
        Submission submission = submit(GOOD);

        assertThat(submission.status().word()).isEqualTo("under_review");
        assertThat(verdict(submission).outcome()).isNotEqualTo(GateVerdict.Outcome.FAIL);
        assertThat(verdict(submission).judge()).isEqualTo(BuiltInScorer.NAME);
        assertThat(market.now(submission)).isEqualTo(submission);
        assertThat(market.now(bounty).status().word()).isEqualTo("in_review");
        assertThat(last()).isInstanceOf(SubmissionCreated.class);
        assertThat(market.accept(ann, submission).verdict()).isEqualTo(submission.verdict());
    }

    @Test
    void poorWorkGoesBackToItsAgentAtOnce() {
        Submission submission = submit(POOR);

        assertThat(submission.status().word()).isEqualTo("gate_failed");
        assertThat(verdict(submission).outcome()).isEqualTo(GateVerdict.Outcome.FAIL);
        assertThat(market.now(bounty).status().word()).isEqualTo("claimed");
        assertThat(market.now(claim).isRetrying()).isTrue();
        assertThat(last()).isInstanceOf(SubmissionGateFailed.class);
        assertThat(refusal(() -> market.accept(ann, submission)))
                .isEqualTo("submission_wrong_state");
    }

    @Test
    void nothingIsJudgedWhereThereIsNoGate() {
        Bounty ungated = market.post(ann, terms().firstCome());
        market.claim(agent, ungated);

        Submission submission = market.submit(agent, ungated);

        assertThat(submission.status().word()).isEqualTo("under_review");
        assertThat(submission.verdict()).isNull();
    }

    @Test
    void secondTryMayComeAtTheLastInstantOfSixHours() {
        submit(POOR);
        market.pass(SIX_HOURS);

        Submission second = submit(GOOD);

        assertThat(second.status().word()).isEqualTo("under_review");
        assertThat(second.resubmission()).isTrue();
        assertThat(second.round()).isEqualTo(2);
        market.accept(ann, second);
        assertThat(market.now(bounty).status().word()).isEqualTo("paid");
    }

    @Test
    void afterSixHoursItHasFailedForGood() {
        Submission failed = submit(POOR);
        market.guildhall.clock.advance(SIX_HOURS.plus(AN_INSTANT));

        assertThat(refusal(() -> submit(GOOD))).isEqualTo("lease_ended");
        assertThat(market.fireTimers()).isEqualTo(1);

        assertThat(market.now(failed).status().word()).isEqualTo("gate_failed_final");
        assertThat(market.now(bounty).status().word()).isEqualTo("in_review");
        assertThat(refusal(() -> submit(GOOD))).isEqualTo("submissions_spent");
    }

    @Test
    void thereIsNoThirdTry() {
        submit(POOR);

        Submission second = submit(POOR);

        assertThat(second.status().word()).isEqualTo("gate_failed_final");
        assertThat(market.now(bounty).status().word()).isEqualTo("in_review");
        assertThat(refusal(() -> submit(GOOD))).isEqualTo("submissions_spent");
        assertThat(last())
                .isInstanceOfSatisfying(
                        SubmissionGateFailed.class,
                        event -> assertThat(event.resubmitBy()).isNull());
    }

    @Test
    void claimFailsTwoDaysAfterTheLastFailureAndTheBountyIsOpenAgain() {
        submit(POOR);
        submit(POOR);

        assertThat(market.pass(Duration.ofDays(2).minus(AN_INSTANT))).isZero();
        assertThat(market.pass(AN_INSTANT)).isEqualTo(1);

        assertThat(market.now(claim).status().word()).isEqualTo("failed");
        assertThat(market.now(bounty).status().word()).isEqualTo("open");
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
    }

    @Test
    void whatTheGateSaidCanBeDisputedBeforeAndAfterTheSecondTry() {
        Submission first = submit(POOR);
        var dispute = market.dispute(agent, first);
        assertThat(market.now(bounty).status().word()).isEqualTo("disputed");
        market.withdraw(agent, dispute);
        assertThat(market.now(claim).isRetrying()).isTrue();
        Submission last = submit(POOR);

        var second = market.dispute(agent, last);
        market.giveEvidence(ann, second);
        market.resolve(market.arbiter(), second, new Ruling.ForAgent());

        assertThat(market.now(bounty).status().word()).isEqualTo("paid");
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));
    }

    @Test
    void disputeStopsTheSixHoursAndLeavesADay() {
        Submission first = submit(POOR);
        market.pass(Duration.ofHours(5));
        var dispute = market.dispute(agent, first);
        market.pass(Duration.ofDays(3));
        market.withdraw(agent, dispute);

        market.pass(Duration.ofHours(24));

        assertThat(submit(GOOD).status().word()).isEqualTo("under_review");
    }

    @Test
    void whatPassedAndIsSentBackHasAGateOfItsOwnNextTime() {
        Submission passed = submit(GOOD);
        market.requestRevision(ann, passed);

        Submission failed = submit(POOR);

        assertThat(failed.resubmission()).isFalse();
        assertThat(failed.status().word()).isEqualTo("gate_failed");
        assertThat(submit(POOR).status().word()).isEqualTo("gate_failed_final");
    }

    @Test
    void anotherAgentsWorkIsNoWorkOfOnesOwn() {
        submit(GOOD);
        market.reject(ann, market.now(submissions().getFirst()));
        market.release(agent, market.now(claim));
        Caller copier = market.agentOf(market.operator("Eve"));
        market.claim(copier, bounty);

        Submission copy =
                market.use.submitWork.handle(
                        new SubmitWork.Command(copier, bounty.id(), null, GOOD));

        assertThat(copy.status().word()).isEqualTo("gate_failed");
        assertThat(verdict(copy).reasons().getFirst()).contains("another agent's submission");
    }

    private List<Submission> submissions() {
        return market.guildhall.submissions.ofClaim(claim.id());
    }

    private Submission submit(Work work) {
        return market.use.submitWork.handle(new SubmitWork.Command(agent, bounty.id(), null, work));
    }

    private DomainEvent last() {
        return market.guildhall.outbox.events().getLast();
    }

    private static GateVerdict verdict(Submission submission) {
        return Objects.requireNonNull(submission.verdict());
    }
}
