package io.guildhall.application.contract;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static io.guildhall.domain.payout.PayoutFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.payout.Unanswered;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of Payouts keeps. */
public abstract class PayoutsContract extends PortContract {

    @Test
    public void payoutIsFoundAsItWasAdded() {
        Payout withdrawal = withdrawal(operator());
        Payout forWork = payoutFor(work(agentOf(operator())));

        assertThat(found(withdrawal)).isEqualTo(withdrawal);
        assertThat(found(forWork)).isEqualTo(forWork);
        assertThat(unit(() -> ports().payouts().find(new PayoutId(ids.next())))).isEmpty();
    }

    @Test
    public void everyStageIsKept() {
        Instant at = clock.instant();
        Instant later = at.plus(Duration.ofMinutes(2)).plusNanos(1_000);
        List<PayoutStage> stages =
                List.of(
                        new PayoutStage.Pending(),
                        new PayoutStage.Sending(at, later),
                        new PayoutStage.Confirming(at, "no_answer", later),
                        new PayoutStage.Completed(at),
                        new PayoutStage.Failed("rail_down", later),
                        new PayoutStage.Blocked("account_closed", "Name another one", at),
                        new PayoutStage.Returned("account_closed", at));
        assertThat(stages.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(PayoutStage.class.getPermittedSubclasses());
        Operator payee = operator();

        for (PayoutStage stage : stages) {
            Payout added = withdrawal(payee);
            Payout saved = unit(() -> ports().payouts().save(with(added, stage, 3)));

            assertThat(saved.version()).isGreaterThan(added.version());
            assertThat(found(added)).isEqualTo(saved);
            assertThat(found(added).stage()).isEqualTo(stage);
            // It is not left for other tests to be found due.
            unit(() -> ports().payouts().save(with(saved, new PayoutStage.Completed(at), 3)));
        }
    }

    @Test
    public void whetherTheRailAnsweredIsKept() {
        Operator payee = operator();
        Instant at = clock.instant();
        for (Unanswered unanswered : List.of(new Unanswered(at, false), new Unanswered(at, true))) {
            Payout added = withdrawal(payee);
            var confirming = new PayoutStage.Confirming(at, "no_answer", at);

            Payout silent =
                    unit(() -> ports().payouts().save(with(added, confirming, 2, unanswered)));
            assertThat(found(added)).isEqualTo(silent);
            assertThat(found(added).unanswered()).isEqualTo(unanswered);

            var completed = new PayoutStage.Completed(at);
            Payout answered = unit(() -> ports().payouts().save(with(silent, completed, 3)));
            assertThat(found(added)).isEqualTo(answered);
            assertThat(found(added).unanswered()).isNull();
        }
    }

    @Test
    public void stageThatSomebodySavedSinceIsARaceLost() {
        Payout stale = withdrawal(operator());
        var completed = new PayoutStage.Completed(clock.instant());
        unit(() -> ports().payouts().save(with(stale, completed, 1)));

        assertLosesRace(() -> ports().payouts().save(with(stale, new PayoutStage.Pending(), 2)));

        assertThat(found(stale).stage()).isEqualTo(completed);
    }

    @Test
    public void submissionIsPaidOnce() {
        Operator worker = operator();
        Submission work = work(agentOf(worker));
        Payout first = payoutFor(work);

        assertThatThrownBy(() -> payoutFor(work)).isInstanceOf(RuntimeException.class);

        assertThat(seenBy(keyOf(worker))).containsExactly(first.id());
    }

    @Test
    public void disputeIsPaidOnceAndItsBountyIsThenPaidFor() {
        Operator worker = operator();
        Submission work = work(agentOf(worker));
        Dispute dispute = disputeAbout(work);
        Payout first = payoutFor(dispute);

        assertThat(found(first)).isEqualTo(first);
        assertThatThrownBy(() -> payoutFor(dispute)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> payoutFor(work)).isInstanceOf(RuntimeException.class);

        assertThat(seenBy(keyOf(worker))).containsExactly(first.id());
    }

    @Test
    public void operatorMayWithdrawManyTimes() {
        Operator payee = operator();
        Payout first = withdrawal(payee);
        Payout second = withdrawal(payee);

        assertThat(seenBy(keyOf(payee))).containsExactly(second.id(), first.id());
    }

    @Test
    public void duePayoutsAreTakenOldestFirst() {
        Operator payee = operator();
        leaveNothingDue();
        Payout second = withdrawal(payee);
        clock.advance(Duration.ofSeconds(-10));
        Payout first = withdrawal(payee);
        clock.advance(Duration.ofSeconds(30));
        Payout notYet =
                unit(() ->
                        ports().payouts()
                                .save(
                                        with(
                                                withdrawal(payee),
                                                new PayoutStage.Failed(
                                                        "rail_down",
                                                        clock.instant().plusSeconds(60)),
                                                1)));
        clock.advance(Duration.ofSeconds(10));

        assertThat(taken(10)).extracting(Payout::id).containsExactly(first.id(), second.id());
        assertThat(taken(1)).extracting(Payout::id).containsExactly(first.id());

        clock.advance(Duration.ofSeconds(50));
        assertThat(taken(10))
                .extracting(Payout::id)
                .containsExactly(first.id(), second.id(), notYet.id());
    }

    @Test
    public void payoutByAnotherRailIsLeftAlone() {
        leaveNothingDue();
        Payout here = withdrawal(operator());
        Payout there = withdrawal(operator(), Rail.STRIPE);

        assertThat(taken(10)).extracting(Payout::id).containsExactly(here.id());
        assertThat(unit(() -> ports().payouts().takeDue(Rail.STRIPE, clock.instant(), 100)))
                .extracting(Payout::id)
                .contains(there.id())
                .doesNotContain(here.id());
    }

    @Test
    public void stagesThatWaitForAWorkerFallDueAndOthersDoNot() {
        Operator payee = operator();
        leaveNothingDue();
        Instant at = clock.instant();
        List<PayoutId> due = new ArrayList<>();
        for (PayoutStage stage :
                List.of(
                        new PayoutStage.Sending(at, at),
                        new PayoutStage.Confirming(at, "no_answer", at),
                        new PayoutStage.Failed("rail_down", at))) {
            due.add(savedAs(payee, stage).id());
        }
        savedAs(payee, new PayoutStage.Completed(at));
        savedAs(payee, new PayoutStage.Returned("account_closed", at));
        savedAs(payee, new PayoutStage.Blocked("account_closed", "Name another one", at));

        assertThat(taken(10)).extracting(Payout::id).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    public void blockedPayoutFallsDueWhenItsPayeesTimeIsOver() {
        Operator payee = operator();
        leaveNothingDue();
        Instant at = clock.instant();
        Payout blocked =
                savedAs(
                        payee,
                        new PayoutStage.Blocked(
                                "account_closed",
                                "Name another one",
                                at.minus(Payout.BLOCKED_MAX)));
        Payout waiting =
                savedAs(
                        payee,
                        new PayoutStage.Blocked(
                                "account_closed",
                                "Name another one",
                                at.minus(Payout.BLOCKED_MAX).plusSeconds(1)));

        assertThat(taken(10)).extracting(Payout::id).containsExactly(blocked.id());
        clock.advance(Duration.ofSeconds(1));
        assertThat(taken(10)).extracting(Payout::id).containsExactly(blocked.id(), waiting.id());
    }

    @Test
    public void takenPayoutsAreNobodyElses() throws InterruptedException {
        Operator payee = operator();
        leaveNothingDue();
        List<PayoutId> due = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            due.add(withdrawal(payee).id());
        }
        List<PayoutId> takenByAll = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 6; round++) {
                        takenByAll.addAll(attempt(2));
                    }
                });

        assertThat(takenByAll).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    public void operatorSeesAllItsPayoutsAndAnAgentThoseOfItsWork() {
        Operator worker = operator();
        Agent one = agentOf(worker);
        Agent another = agentOf(worker);
        PayoutId first = payoutFor(work(one)).id();
        PayoutId second = payoutFor(disputeAbout(work(another))).id();
        PayoutId third = withdrawal(worker).id();
        payoutFor(work(agentOf(operator())));

        assertThat(seenBy(keyOf(worker))).containsExactly(third, second, first);
        assertThat(seenBy(keyOf(one))).containsExactly(first);
        assertThat(seenBy(keyOf(another))).containsExactly(second);
        assertThat(seenBy(keyOf(agentOf(worker)))).isEmpty();
        assertThat(seenBy(keyOf(operator()))).isEmpty();
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        Operator payee = operator();
        List<PayoutId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(withdrawal(payee).id());
        }

        List<Payout> read =
                pageByPage(
                        page -> ports().payouts().of(keyOf(payee), page),
                        payout -> payout.id().value());

        assertThat(read).extracting(Payout::id).containsExactlyElementsOf(made);
    }

    /** What earlier tests left due is taken up, and is due again only long after this test. */
    @Test
    public void stagesAreSearchedForEverybody() {
        Payout failed = savedAs(operator(), new PayoutStage.Failed("rail_down", clock.instant()));
        Payout blocked =
                savedAs(
                        operator(),
                        new PayoutStage.Blocked("no_account", "Onboard", clock.instant()));

        List<PayoutId> found =
                pageByPage(
                                page -> ports().payouts().inStage("blocked", page),
                                payout -> payout.id().value())
                        .stream()
                        .map(Payout::id)
                        .toList();

        assertThat(found).contains(blocked.id()).doesNotContain(failed.id());
        leaveNothingDue();
    }

    @Test
    public void bountysPayoutIsFound() {
        Submission work = work(agentOf(operator()));
        Payout paid = payoutFor(work);
        payoutFor(work(agentOf(operator())));

        assertThat(unit(() -> ports().payouts().ofBounty(work.bounty()))).containsExactly(paid);
        assertThat(unit(() -> ports().payouts().ofBounty(new BountyId(ids.next())))).isEmpty();
    }

    private void leaveNothingDue() {
        clock.advance(Duration.ofDays(1));
        while (!attempt(100).isEmpty()) {
            // There was more.
        }
        // Beyond the lease under which the others are now.
        assertThat(taken(1)).isEmpty();
    }

    private List<PayoutId> attempt(int limit) {
        return unit(() ->
                ports().payouts().takeDue(Rail.SANDBOX, clock.instant(), limit).stream()
                        .map(payout ->
                                ports().payouts()
                                        .save(
                                                with(
                                                        payout,
                                                        new PayoutStage.Sending(
                                                                clock.instant(),
                                                                clock.instant()
                                                                        .plus(Duration.ofDays(1))),
                                                        payout.attempts() + 1)))
                        .map(Payout::id)
                        .toList());
    }

    private List<Payout> taken(int limit) {
        return unit(() -> ports().payouts().takeDue(Rail.SANDBOX, clock.instant(), limit));
    }

    private Payout withdrawal(Operator payee) {
        return withdrawal(payee, Rail.SANDBOX);
    }

    private Payout withdrawal(Operator payee, Rail rail) {
        Payout payout =
                Payout.withdrawal(
                        new PayoutId(ids.next()), payee.id(), usd(2_000), rail, clock.instant());
        unit(() -> ports().payouts().add(payout));
        return payout;
    }

    private Payout savedAs(Operator payee, PayoutStage stage) {
        return unit(() -> ports().payouts().save(with(withdrawal(payee), stage, 1)));
    }

    private Submission work(Agent agent) {
        return submission(activeClaim(openBounty(operator()), agent), 1);
    }

    private Dispute disputeAbout(Submission submission) {
        Claim claim = unit(() -> ports().claims().find(submission.claim()).orElseThrow());
        return dispute(claim, submission.id(), Side.AGENT);
    }

    private Payout payoutFor(Dispute dispute) {
        Payout payout =
                Payout.forDispute(
                                new PayoutId(ids.next()),
                                dispute,
                                usdc(501),
                                usdc(0),
                                io.guildhall.domain.payout.Rail.LEDGER,
                                clock.instant())
                        .settleInside(clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().payouts().add(payout));
        return payout;
    }

    private Payout payoutFor(Submission submission) {
        Payout payout =
                Payout.forSubmission(
                                new PayoutId(ids.next()),
                                submission,
                                usdc(501),
                                FeeTerms.STANDARD,
                                io.guildhall.domain.payout.Rail.LEDGER,
                                clock.instant())
                        .settleInside(clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().payouts().add(payout));
        return payout;
    }

    private List<PayoutId> seenBy(Caller viewer) {
        return unit(() -> ports().payouts().of(viewer, PageRequest.first(10))).items().stream()
                .map(Payout::id)
                .toList();
    }

    private Payout found(Payout payout) {
        return unit(() -> ports().payouts().find(payout.id()).orElseThrow());
    }
}
