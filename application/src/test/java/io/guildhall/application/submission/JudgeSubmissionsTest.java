package io.guildhall.application.submission;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.ScriptedGate;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The quality gate with a judge outside. */
class JudgeSubmissionsTest {

    private final Market market = new Market();
    private final ScriptedGate gate = market.guildhall.qualityGate;
    private final Caller ann = market.operatorWith("Ann", usd(50_000));
    private final Caller agent = market.agentOf(market.operator("Bob"));
    private final Bounty bounty = market.post(ann, terms().firstCome().gated());
    private final Claim claim = market.claim(agent, bounty);
    private final Submission submission = submitted();

    private Submission submitted() {
        gate.offer();
        return market.submit(agent, bounty);
    }

    @Test
    void workLiesWithTheGateUntilTheJudgeHasSpoken() {
        assertThat(submission.status()).isInstanceOf(Received.class);
        assertThat(gate.asked()).isEmpty();
        assertThat(market.now(bounty).status().word()).isEqualTo("in_review");
        assertThat(refusal(() -> market.accept(ann, submission)))
                .isEqualTo("submission_being_judged");
        assertThat(refusal(() -> market.reject(ann, submission)))
                .isEqualTo("submission_being_judged");
        assertThat(refusal(() -> market.dispute(agent, bounty)))
                .isEqualTo("submission_being_judged");

        gate.next(6_501);
        assertThat(judge()).isEqualTo(1);

        assertThat(now().status().word()).isEqualTo("under_review");
        assertThat(verdict().judge()).isEqualTo(ScriptedGate.NAME);
        assertThat(gate.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.work()).isEqualTo(submission.work()));
        assertThat(judge()).isZero();
    }

    @Test
    void judgeSendsBack() {
        gate.next(3_999);
        judge();

        assertThat(now().status().word()).isEqualTo("gate_failed");
        assertThat(market.now(claim).isRetrying()).isTrue();
        assertThat(market.now(bounty).status().word()).isEqualTo("claimed");
    }

    @Test
    void builtInScorerSpeaksAtOnceWhereTheJudgeHasNoAnswer() {
        gate.nextSilent();
        judge();

        assertThat(verdict().judge()).isEqualTo(BuiltInScorer.NAME);
    }

    @Test
    void builtInScorerDecidesAfterAMinute() {
        assertThat(market.pass(Duration.ofSeconds(60).minusNanos(1_000))).isZero();
        assertThat(market.pass(Duration.ofNanos(1_000))).isEqualTo(1);

        assertThat(verdict().judge()).isEqualTo(BuiltInScorer.NAME);
        assertThat(gate.asked()).isEmpty();
    }

    @Test
    void whatIsBeingAskedAboutIsAskedByNobodyElse() {
        gate.next(9_000);
        gate.meanwhile(() -> assertThat(judge()).isZero());

        judge();

        assertThat(gate.asked()).hasSize(1);
    }

    @Test
    void answerThatComesTooLateChangesNothing() {
        gate.next(9_000);
        gate.meanwhile(() -> market.pass(Duration.ofSeconds(61)));

        judge();

        assertThat(verdict().judge()).isEqualTo(BuiltInScorer.NAME);
        assertThat(now().status().word()).isEqualTo("gate_failed");
    }

    @Test
    void workerThatHungIsOvertakenAndItsAnswerNotTaken() {
        gate.meanwhile(() -> {
            market.guildhall.clock.advance(Submission.JUDGE_LEASE);
            gate.next(7_000);
            judge();
            gate.next(1_000);
        });

        judge();

        assertThat(gate.asked()).hasSize(2);
        assertThat(verdict().score()).isEqualTo(7_000);
    }

    @Test
    void crashBetweenQuestionAndVerdictIsMadeGoodByTheNextWorkerOrByTime() {
        Crashes crashes = new Crashes(market.guildhall.ports());
        UseCases doomed = new UseCases(crashes.ports());
        gate.next(9_000);
        crashes.before("Bounties.lock");

        try {
            doomed.judgeSubmissions.handle(1);
        } catch (Crashes.Crash e) {
            // As it was meant to.
        }

        assertThat(now().status()).isInstanceOf(Received.class);
        assertThat(judge()).isZero();
        market.guildhall.clock.advance(Submission.JUDGE_LEASE);
        gate.next(8_000);
        assertThat(judge()).isEqualTo(1);
        assertThat(verdict().score()).isEqualTo(8_000);
    }

    private int judge() {
        return market.use.judgeSubmissions.handle(5);
    }

    private Submission now() {
        return market.now(submission);
    }

    private GateVerdict verdict() {
        return Objects.requireNonNull(now().verdict());
    }
}
