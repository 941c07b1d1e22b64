package io.guildhall.application.contract;

import static io.guildhall.domain.escrow.VaultOrderFixture.CALL;
import static io.guildhall.domain.escrow.VaultOrderFixture.origin;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedCall;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.WorkerBacklogs.Backlog;
import io.guildhall.application.access.WorkerBacklogs.Lease;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.payout.Rail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of WorkerBacklogs counts, in a store that may hold anything else. */
public abstract class WorkerBacklogsContract extends PortContract {

    @Test
    public void duePayoutIsCountedUntilItIsOver() {
        Payout due =
                Payout.withdrawal(
                        new PayoutId(ids.next()),
                        operator().id(),
                        usd(100),
                        Rail.SANDBOX,
                        clock.instant());
        long before = waiting(Worker.PAYOUTS);

        unit(() -> ports().payouts().add(due));

        assertThat(waiting(Worker.PAYOUTS)).isEqualTo(before + 1);
        assertThat(backlog(Worker.PAYOUTS).oldest()).isBeforeOrEqualTo(clock.instant());
        unit(() ->
                ports().payouts()
                        .save(
                                new Payout(
                                        due.id(),
                                        due.source(),
                                        due.payee(),
                                        due.gross(),
                                        due.fee(),
                                        due.rail(),
                                        new PayoutStage.Completed(clock.instant()),
                                        1,
                                        null,
                                        due.createdAt(),
                                        clock.instant(),
                                        0)));
        assertThat(waiting(Worker.PAYOUTS)).isEqualTo(before);
    }

    @Test
    public void paymentToBeAskedAboutIsCountedUntilItIsOver() {
        Payment due =
                Payment.request(
                        new PaymentId(ids.next()),
                        operator().id(),
                        usd(2_000),
                        null,
                        Rail.STRIPE,
                        clock.instant());
        long before = waiting(Worker.PAYMENTS);

        unit(() -> ports().payments().add(due));

        assertThat(waiting(Worker.PAYMENTS)).isEqualTo(before + 1);
        unit(() ->
                ports().payments()
                        .save(
                                due.record(new Standing.Over("declined"), clock.instant())
                                        .orThrow()
                                        .state()));
        assertThat(waiting(Worker.PAYMENTS)).isEqualTo(before);
    }

    @Test
    public void orderIsCountedUntilItIsInABlock() {
        Instant now = clock.instant();
        VaultOrder order =
                VaultOrder.give(
                        new OrderId(ids.next()),
                        openBounty(operator()).id(),
                        "expire:1",
                        CALL,
                        now,
                        now);
        SignedCall call = signedCall(signerAccount(ids.next()), 1, 1);
        long before = waiting(Worker.ORDERS);

        unit(() -> ports().vaultOrders().add(order));
        assertThat(waiting(Worker.ORDERS)).isEqualTo(before + 1);

        VaultOrder signed = saved(with(order, new Signed(call, null, null, null)));
        assertThat(waiting(Worker.ORDERS)).isEqualTo(before + 1);
        assertThat(backlog(Worker.ORDERS).oldest()).isBeforeOrEqualTo(now);

        saved(with(signed, new Mined(call, origin(1, 1))));
        assertThat(waiting(Worker.ORDERS)).isEqualTo(before);
    }

    @Test
    public void unheardNoticeIsCountedOnceItIsDue() {
        Instant later = clock.instant().plus(Duration.ofHours(1));
        var notice = new Notice("notice-" + ids.next(), "ping", "{}", later, 0);
        long before = waiting(Worker.NOTICES);

        unit(() -> ports().notices().keep(notice));

        assertThat(waiting(Worker.NOTICES)).isEqualTo(before);
        clock.advance(Duration.ofHours(2));
        assertThat(waiting(Worker.NOTICES)).isGreaterThanOrEqualTo(before + 1);
    }

    @Test
    public void eventsWithoutAPlaceWaitForTheRelay() {
        long before = waiting(Worker.RELAY);

        unit(() ->
                ports().outbox()
                        .publish(
                                List.of(
                                        new BountyExpired(
                                                new BountyId(ids.next()),
                                                new OperatorId(ids.next()))),
                                clock.instant()));

        assertThat(waiting(Worker.RELAY)).isGreaterThan(before);
        assertThat(backlog(Worker.RELAY).oldest()).isNotNull();
    }

    @Test
    public void allThatCanBeCountedIsInItsOrder() {
        assertThat(all())
                .extracting(Backlog::worker)
                .containsExactly(
                        Worker.PAYOUTS,
                        Worker.WEBHOOK_SENDER,
                        Worker.ORDERS,
                        Worker.RELAY,
                        Worker.NOTICES,
                        Worker.PAYMENTS);
    }

    @Test
    public void leasesAreListedWhileTheyRun() {
        Instant now = clock.instant();
        Instant until = now.plusSeconds(30);
        String reader = "reader-" + ids.next();
        SignerAccount account = signerAccount(ids.next());
        unit(() -> ports().streamCursors().take(reader, "one", now, until));
        unit(() -> ports().signerAccounts().take(account, "two", now, until));

        assertThat(leases(now))
                .contains(
                        new Lease(Worker.KAFKA, reader, "one", until),
                        new Lease(
                                Worker.ORDERS,
                                account.chainId() + "/" + account.wallet(),
                                "two",
                                until));
        assertThat(leases(until)).extracting(Lease::what).doesNotContain(reader);
    }

    private VaultOrder saved(VaultOrder order) {
        return unit(() -> ports().vaultOrders().save(order));
    }

    private List<Lease> leases(Instant now) {
        return unit(() -> ports().admin().workerBacklogs().leases(now));
    }

    private List<Backlog> all() {
        return unit(
                () -> ports().admin().workerBacklogs().backlogs(clock.instant(), clock.instant()));
    }

    private Backlog backlog(Worker worker) {
        return all().stream().filter(found -> found.worker() == worker).findFirst().orElseThrow();
    }

    private long waiting(Worker worker) {
        return backlog(worker).waiting();
    }
}
