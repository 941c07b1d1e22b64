package io.guildhall.persistence.race;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.BountyNotClaimable;
import io.guildhall.domain.bounty.BountyError.BountyNotInState;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many at once, each in a virtual thread of its own, for something that only one can have. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class RaceTest {

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    @Test
    void ofManyFirstComersOneHasTheBounty() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);
        List<Caller> agents = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            agents.add(story.anotherAgent());
        }

        List<DomainError> refusals = Crowd.refusals(agents, agent -> story.claim(bounty, agent));

        assertThat(refusals)
                .hasSize(19)
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(BountyNotClaimable.class));
        assertThat(guildhall.ports.bounties().find(bounty.id()).orElseThrow().status())
                .isInstanceOf(BountyStatus.Claimed.class);
        assertThat(count("SELECT count(*) AS n FROM claim WHERE bounty_id = ?", bounty))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) AS n FROM outbox WHERE story_id = ?", bounty))
                .isEqualTo(3 + 2);
    }

    @Test
    void ofTwoApprovalsAtOnceOneHolds() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.APPROVAL);
        List<Claim> requests =
                List.of(story.claim(bounty), story.claim(bounty, story.anotherAgent()));

        List<DomainError> refusals =
                Crowd.refusals(
                        requests,
                        request ->
                                guildhall.useCases.approveClaim.handle(
                                        new ApproveClaim.Command(story.poster, request.id())));

        assertThat(refusals).hasSize(1);
        assertThat(
                        count(
                                "SELECT count(*) AS n FROM claim WHERE bounty_id = ? AND status = 'active'",
                                bounty))
                .isEqualTo(1);
    }

    @Test
    void acceptedManyTimesAtOnceIsPaidOnce() {
        Story story = new Story(guildhall.useCases);
        Submission submission = story.submission();
        List<Integer> clicks = List.of(1, 2, 3, 4, 5, 6, 7, 8);

        List<DomainError> refusals =
                Crowd.refusals(
                        clicks,
                        _ ->
                                guildhall.useCases.acceptSubmission.handle(
                                        new AcceptSubmission.Command(
                                                story.poster, submission.id())));

        assertThat(refusals).hasSize(7);
        assertThat(guildhall.ports.payouts().of(story.worker, PageRequest.first(9)).items())
                .hasSize(1);
        assertThat(
                        guildhall
                                .ports
                                .ledger()
                                .spendable(
                                        Account.available(story.worker.operator(), Currency.USD)))
                .isEqualTo(Story.NET);
    }

    @RepeatedTest(5)
    void ofBothSidesWhoDisputeAtOnceOneHasOpenedIt() {
        Story story = new Story(guildhall.useCases);
        Submission submission = story.submission();

        List<DomainError> refusals =
                Crowd.refusals(
                        List.of(story.poster, story.agent, story.worker),
                        side -> story.dispute(side, submission));

        assertThat(refusals)
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(BountyNotInState.class));
        List<Dispute> disputes =
                guildhall.ports.disputes().list(null, story.poster, PageRequest.first(10)).items();
        assertThat(disputes).hasSize(1);
        assertThat(guildhall.ports.bounties().find(submission.bounty()).orElseThrow().status())
                .isInstanceOfSatisfying(
                        BountyStatus.Disputed.class,
                        disputed ->
                                assertThat(disputed.dispute()).isEqualTo(disputes.getFirst().id()));
    }

    /** Both read before either has written, as nobody would who locks the bounty first. */
    @Test
    void ofTwoDisputesThatAreKeptAtOnceOneStands() {
        Story story = new Story(guildhall.useCases);
        Submission submission = story.submission();
        Claim claim = guildhall.ports.claims().find(submission.claim()).orElseThrow();
        CyclicBarrier bothHaveBegun = new CyclicBarrier(2);

        List<DomainError> refusals =
                Crowd.refusals(
                        List.of(Side.POSTER, Side.AGENT),
                        side -> {
                            Dispute dispute =
                                    DisputeFixture.openDispute(
                                            new DisputeId(guildhall.ports.ids().next()),
                                            claim,
                                            submission.id(),
                                            side);
                            Crowd.meet(bothHaveBegun);
                            guildhall
                                    .ports
                                    .transactions()
                                    .run(() -> guildhall.ports.disputes().add(dispute));
                        });

        assertThat(refusals).containsExactly(new Busy());
    }

    @Test
    void fiftyWithdrawalsAtOnceNeverTakeMoreThanThereIs() {
        Story story = new Story(guildhall.useCases);
        List<Integer> withdrawals = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            withdrawals.add(number);
        }

        List<DomainError> refusals =
                Crowd.refusals(
                        withdrawals,
                        _ ->
                                guildhall.useCases.withdraw.handle(
                                        new Withdraw.Command(story.poster, usd(24_000))));

        assertThat(refusals)
                .hasSize(9)
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(InsufficientFunds.class));
        var balance = guildhall.ports.ledger().balancesOf(story.poster.operator()).getFirst();
        assertThat(balance.available()).isEqualTo(usd(1_000_000 - 41 * 24_000));
        assertThat(balance.inTransit()).isEqualTo(usd(41 * 24_000));
        assertThat(guildhall.ports.ledger().prove().balances()).isTrue();
    }

    @Test
    void ofTwoWhoSaveTheSameVersionOneLoses() {
        Story story = new Story(guildhall.useCases);
        Bounty bounty = story.bounty(ClaimPolicy.APPROVAL);
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        Crowd.refusals(
                List.of(1, 2),
                _ ->
                        guildhall
                                .ports
                                .transactions()
                                .run(() -> {
                                    attempts.incrementAndGet();
                                    Bounty read =
                                            guildhall
                                                    .ports
                                                    .bounties()
                                                    .find(bounty.id())
                                                    .orElseThrow();
                                    if (read.version() == bounty.version()) {
                                        Crowd.meet(bothHaveRead);
                                    }
                                    guildhall.ports.bounties().save(read);
                                }));

        assertThat(attempts).as("both, and the one who lost once more").hasValue(3);
        assertThat(guildhall.ports.bounties().find(bounty.id()).orElseThrow().version())
                .isEqualTo(bounty.version() + 2);
    }

    @Test
    void whoeverIsCaughtInADeadlockRunsAgain() {
        Story story = new Story(guildhall.useCases);
        Bounty one = story.bounty(ClaimPolicy.APPROVAL);
        Bounty other = story.bounty(ClaimPolicy.APPROVAL);
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        List<DomainError> refusals =
                Crowd.refusals(
                        List.of(List.of(one, other), List.of(other, one)),
                        inThisOrder ->
                                guildhall
                                        .ports
                                        .transactions()
                                        .run(() -> {
                                            int attempt = attempts.incrementAndGet();
                                            guildhall
                                                    .ports
                                                    .bounties()
                                                    .lock(inThisOrder.getFirst().id());
                                            if (attempt <= 2) {
                                                Crowd.meet(bothHoldOne);
                                            }
                                            guildhall
                                                    .ports
                                                    .bounties()
                                                    .lock(inThisOrder.getLast().id());
                                        }));

        assertThat(refusals).isEmpty();
        // On a busy machine the one that runs again may come before the one it made way for.
        assertThat(attempts).hasValueGreaterThanOrEqualTo(3);
    }

    private long count(String query, Bounty bounty) {
        return sql.first(query, row -> row.number("n"), bounty.id().value()).orElseThrow();
    }
}
