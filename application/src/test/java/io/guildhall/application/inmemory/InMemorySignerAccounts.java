package io.guildhall.application.inmemory;

import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.VaultOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Leases of wallets in memory. */
public final class InMemorySignerAccounts implements SignerAccounts {

    private record Held(@Nullable String holder, Instant until, long fence) {}

    private static final Held NEW = new Held(null, Instant.MIN, 0);

    private final Rows<SignerAccount, Held> leases;
    private final InMemoryVaultOrders orders;

    public InMemorySignerAccounts(InMemoryTransactions transactions, InMemoryVaultOrders orders) {
        this.leases = new Rows<>(transactions);
        this.orders = orders;
    }

    @Override
    public Optional<Lease> take(SignerAccount account, String holder, Instant now, Instant until) {
        Held held = leases.keep(account).orElse(NEW);
        boolean free = held.holder() == null || !now.isBefore(held.until());
        if (!free && !holder.equals(held.holder())) {
            return Optional.empty();
        }
        leases.put(account, new Held(holder, until, held.fence() + 1));
        return Optional.of(new Lease(account, held.fence() + 1));
    }

    @Override
    public boolean keep(Lease lease, Instant until) {
        Held held = leases.keep(lease.account()).orElseThrow();
        if (held.fence() != lease.fence()) {
            return false;
        }
        leases.put(lease.account(), new Held(held.holder(), until, held.fence()));
        return true;
    }

    @Override
    public OptionalLong reserve(Lease lease, long free) {
        if (leases.keep(lease.account()).orElseThrow().fence() != lease.fence()) {
            return OptionalLong.empty();
        }
        Set<Long> taken =
                orders.inFlight(lease.account()).stream()
                        .map(InMemorySignerAccounts::nonce)
                        .collect(Collectors.toSet());
        return LongStream.iterate(free, nonce -> nonce + 1)
                .filter(nonce -> !taken.contains(nonce))
                .findFirst();
    }

    @Override
    public void release(Lease lease) {
        Held held = leases.keep(lease.account()).orElseThrow();
        if (held.fence() == lease.fence()) {
            leases.put(lease.account(), new Held(null, Instant.MIN, held.fence() + 1));
        }
    }

    private static long nonce(VaultOrder order) {
        return Objects.requireNonNull(order.signed()).nonce();
    }

    List<WorkerBacklogs.Lease> leases(Instant now) {
        List<WorkerBacklogs.Lease> found = new ArrayList<>();
        for (SignerAccount account : leases.keysWhere((_, held) -> held.until().isAfter(now))) {
            Held held = leases.find(account).orElseThrow();
            if (held.holder() != null) {
                found.add(
                        new WorkerBacklogs.Lease(
                                Worker.ORDERS,
                                account.chainId() + "/" + account.wallet(),
                                held.holder(),
                                held.until()));
            }
        }
        return found;
    }
}
