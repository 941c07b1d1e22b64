package io.guildhall.persistence.race;

import static io.guildhall.domain.money.Currency.USD;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.ledger.Debts;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.payment.FollowPayments;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment comes for who owes something, while what it owes is being taken. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class DebtRaceTest {

    private static final Money BROUGHT = usd(2_000);
    private static final Money OWED = usd(500);
    private static final int ALL = 1_000;

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    private final AtomicInteger units = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();

    private Ports ports;
    private OperatorId ann;
    private Debts debts;
    private FollowPayments followPayments;

    @BeforeEach
    void annOwesAndHasPaid() {
        ports = guildhall.ports;
        UseCases use = guildhall.useCases;
        Story story = new Story(use);
        ann = story.poster.operator();
        debts = new Debts(ports.ledger(), ports.ids());
        followPayments = followPayments(use);
        Payment payment =
                use.requestPayment.handle(new RequestPayment.Command(story.poster, BROUGHT));
        use.followPayments.handle(ALL);
        guildhall.rail.pay(payment.id());
        ports.transactions()
                .run(() -> {
                    Payment open = ports.payments().find(payment.id()).orElseThrow();
                    ports.payments().save(open.ring(ports.clock().instant()).orThrow().state());
                    ports.ledger().post(List.of(chargedBack()));
                });
    }

    @Test
    void neitherHasTheOneAccountAndWaitsForTheOther() throws Exception {
        Money before = spendable(Account.available(ann, USD));
        CompletableFuture<Void> following =
                ports.transactions()
                        .run(() -> {
                            debts.lock(ann, USD);
                            var follower = meanwhile(() -> followPayments.handle(ALL));
                            SomebodyWaits.await(sql);
                            debts.level(ann, USD, ports.clock().instant());
                            return follower;
                        });
        following.get(30, TimeUnit.SECONDS);

        assertThat(attempts).as("nobody was undone to let the other go on").hasValue(units.get());
        assertThat(spendable(Account.debt(ann, USD))).isEqualTo(usd(0));
        assertThat(spendable(Account.available(ann, USD)))
                .isEqualTo(before.plus(BROUGHT).minus(OWED));
    }

    private static CompletableFuture<Void> meanwhile(Runnable work) {
        return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private Money spendable(Account account) {
        return ports.ledger().spendable(account);
    }

    private Transfer chargedBack() {
        return new Transfer(
                new TransferId(ports.ids().next()),
                Account.debt(ann, USD),
                Account.externalStripe(USD),
                OWED,
                TransferStatus.POSTED,
                Purpose.CHARGEBACK,
                new Subject(Subject.Kind.OPERATOR, ann.value()),
                ports.clock().instant());
    }

    private FollowPayments followPayments(UseCases use) {
        var context =
                new UseCaseContext(
                        new Counted(),
                        ports.clock(),
                        ports.ids(),
                        ports.outbox(),
                        use.escrowOrders,
                        use.newFunding);
        return new FollowPayments(
                context,
                ports.payments(),
                ports.payouts(),
                ports.bounties(),
                new Escrow(ports.ledger(), ports.ids(), ports.checkout().rail()),
                ports.ledger(),
                ports.checkout());
    }

    /** Units of work that count how often each was begun. */
    private final class Counted implements Transactions {

        @Override
        public <T> T run(Supplier<T> work) {
            units.incrementAndGet();
            return ports.transactions()
                    .run(() -> {
                        attempts.incrementAndGet();
                        return work.get();
                    });
        }
    }
}
