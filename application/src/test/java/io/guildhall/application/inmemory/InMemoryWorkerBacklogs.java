package io.guildhall.application.inmemory;

import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.Payout;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What waits for workers, counted from what the others hold in memory. */
public final class InMemoryWorkerBacklogs implements WorkerBacklogs {

    private final InMemoryGuildhall guildhall;

    public InMemoryWorkerBacklogs(InMemoryGuildhall guildhall) {
        this.guildhall = guildhall;
    }

    @Override
    public List<Backlog> backlogs(Instant marketNow, Instant worldNow) {
        return List.of(
                backlog(
                        Worker.PAYOUTS,
                        due(guildhall.payouts.all().stream().map(Payout::dueAt), marketNow)),
                backlog(
                        Worker.WEBHOOK_SENDER,
                        due(guildhall.deliveries.all().stream().map(Delivery::dueAt), worldNow)),
                backlog(
                        Worker.ORDERS,
                        due(
                                guildhall.vaultOrders.all().stream()
                                        .map(InMemoryWorkerBacklogs::waitsSince),
                                marketNow)),
                backlog(
                        Worker.RELAY,
                        guildhall.outbox.kept().stream()
                                .skip(guildhall.eventStream.extent().last())
                                .map(InMemoryOutbox.Kept::at)
                                .toList()),
                backlog(
                        Worker.NOTICES,
                        due(
                                guildhall.notices.dueAt().stream().<@Nullable Instant>map(at -> at),
                                worldNow)),
                backlog(
                        Worker.PAYMENTS,
                        due(guildhall.payments.all().stream().map(Payment::lookAt), marketNow)));
    }

    @Override
    public List<Lease> leases(Instant now) {
        return Stream.concat(
                        guildhall.streamCursors.leases(now).stream(),
                        guildhall.signerAccounts.leases(now).stream())
                .sorted(Comparator.comparing(Lease::what))
                .toList();
    }

    private static @Nullable Instant waitsSince(VaultOrder order) {
        return switch (order.status()) {
            case Waiting(var tryAt, var _) -> tryAt;
            case Signed _ -> order.notBefore();
            case Mined _, Done _, Failed _, Withdrawn _ -> null;
        };
    }

    private static List<Instant> due(Stream<@Nullable Instant> times, Instant now) {
        return times.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(time -> !time.isAfter(now))
                .toList();
    }

    private static Backlog backlog(Worker worker, List<Instant> due) {
        return new Backlog(
                worker, due.size(), due.stream().min(Comparator.naturalOrder()).orElse(null));
    }
}
