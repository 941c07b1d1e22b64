package io.guildhall.persistence.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The connection breaks at every statement in turn of something that is then tried again. */
abstract class FaultTest {

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    @SuppressWarnings("NullAway.Init") // The test resource puts it in.
    Cable cable;

    /** The last break of a series waits for a statement that never came. */
    @BeforeEach
    @AfterEach
    void cableIsWhole() {
        cable.mend();
    }

    /**
     * @param scene a new one for each break
     * @param act what breaks, and is then done again; answers whether it had been kept before
     * @param isDoneOnce checks what is there in the end
     * @return how many statements it is, its commit the last of them
     */
    final <S> int breakEverywhere(
            Cable.Side side, Supplier<S> scene, Predicate<S> act, Consumer<S> isDoneOnce) {
        List<Integer> unknown = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        int statement = 0;
        while (true) {
            S one = scene.get();
            cable.breakAt(++statement, side);
            Optional<StorageUnavailable> refusal = refusal(act, one);
            if (!cable.broke()) {
                assertThat(refusal).isEmpty();
                break;
            }
            if (refusal.orElseThrow().mayBeKept()) {
                unknown.add(statement);
            }
            cable.mend();
            awaitEndOfBrokenConnection();

            if (act.test(one)) {
                kept.add(statement);
            }

            isDoneOnce.accept(one);
        }

        int commit = statement - 1;
        assertThat(unknown).containsExactly(commit);
        assertThat(kept).isEqualTo(side == Cable.Side.AFTER ? List.of(commit) : List.of());
        return commit;
    }

    /** As a door does it, under an Idempotency-Key; answers whether it had been done before. */
    final boolean once(OperatorId caller, Object what, Runnable command) {
        return guildhall
                .useCases
                .onceOnly
                .answer(
                        new Scope("operator:" + caller, "POST " + what, "key"),
                        what.toString(),
                        () -> {
                            command.run();
                            return new Answer(200, "done", "done", false);
                        })
                .replayed();
    }

    final Payout onlyPayout(Story story) {
        List<Payout> payouts =
                guildhall.ports.payouts().of(story.worker, PageRequest.first(10)).items();
        assertThat(payouts).hasSize(1);
        assertThat(payouts.getFirst().stage()).isInstanceOf(PayoutStage.Completed.class);
        return payouts.getFirst();
    }

    final void assertEscrowIsEmpty(Story story, BountyId bounty) {
        assertThat(spendable(Account.escrow(bounty, story.poster.operator(), Currency.USD)))
                .isEqualTo(Money.zero(Currency.USD));
        LedgerProof proof = guildhall.ports.ledger().prove();
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.balances()).isTrue();
    }

    final Money available(OperatorId operator) {
        return spendable(Account.available(operator, Currency.USD));
    }

    final List<String> story(BountyId bounty) {
        return sql.list(
                "SELECT kind FROM outbox WHERE story_id = ? ORDER BY position",
                row -> row.text("kind"),
                bounty.value());
    }

    /**
     * The database has to notice that a connection is gone, and keeps its locks until then; timers
     * would pass over what is locked.
     */
    private void awaitEndOfBrokenConnection() {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (sql.exists(
                "SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND xact_start IS NOT NULL AND pid <> pg_backend_pid()")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Money spendable(Account account) {
        return guildhall.ports.ledger().spendable(account);
    }

    private static <S> Optional<StorageUnavailable> refusal(Predicate<S> act, S scene) {
        try {
            assertThat(act.test(scene)).isFalse();
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of((StorageUnavailable) e.error());
        }
    }
}
