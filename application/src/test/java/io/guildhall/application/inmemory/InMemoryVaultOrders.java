package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultCall.RuleDispute;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultCall.TimeOutDispute;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.shared.LostRace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Orders in memory, with the uniqueness that a database would enforce. */
public final class InMemoryVaultOrders implements VaultOrders {

    private final Rows<OrderId, VaultOrder> rows;

    public InMemoryVaultOrders(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public boolean add(VaultOrder order) {
        if (of(order.bounty()).stream().anyMatch(other -> other.key().equals(order.key()))) {
            return false;
        }
        rows.add(order.id(), order);
        return true;
    }

    @Override
    public int withdrawWaiting(BountyId bounty, Instant now) {
        List<VaultOrder> waiting =
                of(bounty).stream().filter(order -> order.status() instanceof Waiting).toList();
        waiting.forEach(order -> save(order.withdraw(now).orThrow().state()));
        return waiting.size();
    }

    @Override
    public Optional<VaultOrder> find(OrderId id) {
        return rows.find(id);
    }

    @Override
    public List<VaultOrder> of(BountyId bounty) {
        return rows.where(order -> order.bounty().equals(bounty));
    }

    @Override
    public List<VaultOrder> due(Signer signer, Instant now, int limit) {
        return rows.where(order -> order.call().signer() == signer && isDue(order, now)).stream()
                .filter(this::isFirstOfItsBounty)
                .sorted(Comparator.comparing(InMemoryVaultOrders::tryAt))
                .limit(limit)
                .toList();
    }

    @Override
    public List<SignerAccount> accountsInFlight(long chainId) {
        return rows.where(order -> order.signed() != null).stream()
                .map(order -> Objects.requireNonNull(order.signed()).account())
                .filter(account -> account.chainId() == chainId)
                .distinct()
                .sorted(Comparator.comparing(account -> account.wallet().hex()))
                .toList();
    }

    @Override
    public List<VaultOrder> inFlight(SignerAccount account) {
        return rows.where(order -> holdsNonceOf(order, account)).stream()
                .sorted(Comparator.comparingLong(InMemoryVaultOrders::nonce))
                .toList();
    }

    @Override
    public VaultOrder save(VaultOrder order) {
        if (rows.find(order.id()).orElseThrow().version() != order.version()) {
            throw new LostRace("order " + order.id());
        }
        SignedCall signed = order.signed();
        if (signed != null && isTaken(signed, order.id())) {
            throw new IllegalStateException("Nonce %d is taken".formatted(signed.nonce()));
        }
        VaultOrder saved = order.atVersion(order.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check them all. */
    public List<VaultOrder> all() {
        return rows.where(_ -> true);
    }

    private boolean isTaken(SignedCall signed, OrderId by) {
        return inFlight(signed.account()).stream()
                .anyMatch(other -> !other.id().equals(by) && nonce(other) == signed.nonce());
    }

    private boolean isFirstOfItsBounty(VaultOrder order) {
        return of(order.bounty()).stream()
                .filter(other ->
                        other.status() instanceof Waiting || other.status() instanceof Signed)
                .filter(other ->
                        !(order.call() instanceof TimeOutDispute
                                && other.call() instanceof RuleDispute))
                .findFirst()
                .filter(order::equals)
                .isPresent();
    }

    private static boolean isDue(VaultOrder order, Instant now) {
        return order.status() instanceof Waiting(var tryAt, var _) && !tryAt.isAfter(now);
    }

    private static boolean holdsNonceOf(VaultOrder order, SignerAccount account) {
        SignedCall signed = order.signed();
        return signed != null && signed.account().equals(account);
    }

    private static Instant tryAt(VaultOrder order) {
        return ((Waiting) order.status()).tryAt();
    }

    private static long nonce(VaultOrder order) {
        return Objects.requireNonNull(order.signed()).nonce();
    }
}
