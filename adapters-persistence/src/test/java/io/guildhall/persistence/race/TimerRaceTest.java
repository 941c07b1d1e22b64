package io.guildhall.persistence.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Replicas that see what is due at the same moment, and people who act at that moment too. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class TimerRaceTest {

    private static final Duration PAST_EVERY_DEADLINE = Duration.ofDays(40);
    private static final Duration PAST_THE_REVIEW = Duration.ofDays(8);
    private static final int OF_EACH = 3;

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    @Test
    void replicasFireEachTimerOnce() {
        Story story = new Story(guildhall.useCases);
        List<BountyId> bounties = new ArrayList<>();
        for (int number = 0; number < OF_EACH; number++) {
            bounties.add(story.bounty(ClaimPolicy.FIRST_COME).id());
            bounties.add(requested(story));
            bounties.add(claimed(story));
            bounties.add(story.submission().bounty());
            bounties.add(disputed(story));
        }
        AtomicInteger fired = new AtomicInteger();

        List<DomainError> refusals =
                Crowd.refusals(
                        replicas(4, bounties),
                        replica -> fired.addAndGet(replica.fireTimers.handle(1_000)));

        assertThat(refusals).isEmpty();
        // A request that nobody answered lapses, and its bounty expires.
        assertThat(fired).hasValue(6 * OF_EACH);
        assertThat(replicas(1, bounties).getFirst().fireTimers.handle(1_000)).isZero();
        for (BountyId bounty : bounties) {
            assertThat(found(bounty).status().isTerminal()).isTrue();
            assertThat(escrowOf(bounty)).isEqualTo(Money.zero(Currency.USD));
            assertThat(kinds(bounty)).doesNotHaveDuplicates();
        }
        assertThat(payoutsOf(story)).hasSize(2 * OF_EACH);
        assertThat(guildhall.ports.trackRecords().ofPoster(story.poster.operator(), 100))
                .extracting(SettledWork::claim)
                .hasSize(3 * OF_EACH)
                .doesNotHaveDuplicates();
        assertProven();
    }

    /** The service's clocks differ a little, so that for a moment all three are in time. */
    @RepeatedTest(10)
    void ofAcceptanceTimeAndDisputeAtOnceOneDecides() {
        Story story = new Story(guildhall.useCases);
        Submission submission = story.submission();
        List<BountyId> bounty = List.of(submission.bounty());
        UseCases early = guildhall.replica(Duration.ZERO, bounty);
        UseCases late = guildhall.replica(PAST_THE_REVIEW, bounty);
        List<Runnable> all = new ArrayList<>();
        all.add(() ->
                early.acceptSubmission.handle(
                        new AcceptSubmission.Command(story.poster, submission.id())));
        all.add(() -> story.dispute(story.agent, submission));
        all.add(() -> late.fireTimers.handle(10));
        Collections.shuffle(all);

        List<DomainError> refusals = Crowd.refusals(all, Runnable::run);

        Bounty after = found(submission.bounty());
        var judged = guildhall.ports.submissions().find(submission.id()).orElseThrow().status();
        switch (after.status()) {
            case BountyStatus.Paid _ -> {
                assertThat(judged).isInstanceOf(SubmissionStatus.Accepted.class);
                assertThat(payoutsOf(story)).hasSize(1);
                assertThat(escrowOf(after.id())).isEqualTo(Money.zero(Currency.USD));
                assertThat(disputesAbout(after.id())).isZero();
            }
            case BountyStatus.Disputed _ -> {
                assertThat(judged).isInstanceOf(SubmissionStatus.Held.class);
                assertThat(payoutsOf(story)).isEmpty();
                assertThat(escrowOf(after.id())).isEqualTo(Story.REWARD);
                assertThat(disputesAbout(after.id())).isEqualTo(1);
            }
            default -> throw new AssertionError(after.status());
        }
        // Time is never refused: what it finds decided is not due any more.
        assertThat(refusals).hasSizeBetween(1, 2);
        assertThat(kinds(after.id())).doesNotHaveDuplicates();
        assertProven();
    }

    private List<UseCases> replicas(int count, List<BountyId> bounties) {
        List<UseCases> replicas = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            replicas.add(guildhall.replica(PAST_EVERY_DEADLINE, bounties));
        }
        return replicas;
    }

    private static BountyId requested(Story story) {
        Bounty bounty = story.bounty(ClaimPolicy.APPROVAL);
        story.claim(bounty);
        return bounty.id();
    }

    private static BountyId claimed(Story story) {
        Bounty bounty = story.bounty(ClaimPolicy.FIRST_COME);
        story.claim(bounty);
        return bounty.id();
    }

    private static BountyId disputed(Story story) {
        Submission submission = story.submission();
        story.answeredDispute(submission);
        return submission.bounty();
    }

    private Bounty found(BountyId bounty) {
        return guildhall.ports.bounties().find(bounty).orElseThrow();
    }

    private Money escrowOf(BountyId bounty) {
        return guildhall
                .ports
                .ledger()
                .spendable(Account.escrow(bounty, found(bounty).poster(), Currency.USD));
    }

    private List<Payout> payoutsOf(Story story) {
        return guildhall.ports.payouts().of(story.worker, PageRequest.first(100)).items();
    }

    private List<String> kinds(BountyId bounty) {
        return sql.list(
                "SELECT kind FROM outbox WHERE story_id = ?",
                row -> row.text("kind"),
                bounty.value());
    }

    private long disputesAbout(BountyId bounty) {
        return sql.first(
                        "SELECT count(*) AS n FROM dispute WHERE bounty_id = ?",
                        row -> row.number("n"),
                        bounty.value())
                .orElseThrow();
    }

    private void assertProven() {
        assertThat(guildhall.ports.ledger().prove().balances()).isTrue();
    }
}
