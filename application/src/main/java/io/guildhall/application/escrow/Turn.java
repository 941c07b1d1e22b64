package io.guildhall.application.escrow;

import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.escrow.OrderFailures;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.SignerAccounts.Lease;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one replica does for one wallet while it has it to itself. */
final class Turn {

    private final Transactions transactions;
    private final InstantSource clock;
    private final VaultOrders orders;
    private final SignerAccounts accounts;
    private final VaultSender sender;
    private final OrderFailures failures;
    private final SendingLimits limits;
    private final Lease lease;
    private int steps;

    Turn(
            Transactions transactions,
            InstantSource clock,
            VaultOrders orders,
            SignerAccounts accounts,
            VaultSender sender,
            OrderFailures failures,
            SendingLimits limits,
            Lease lease) {
        this.transactions = transactions;
        this.clock = clock;
        this.orders = orders;
        this.accounts = accounts;
        this.sender = sender;
        this.failures = failures;
        this.limits = limits;
        this.lease = lease;
    }

    Lease lease() {
        return lease;
    }

    int steps() {
        return steps;
    }

    /**
     * Makes one step with an order, unless it is not any more as it was seen.
     *
     * @throws LeaseLost if another replica has the wallet
     */
    Optional<VaultOrder> step(VaultOrder seen, Function<VaultOrder, Decision<VaultOrder>> command) {
        Optional<VaultOrder> saved =
                transactions.run(() -> {
                    if (!accounts.keep(lease, clock.instant().plus(limits.leaseFor()))) {
                        throw new LeaseLost();
                    }
                    return orders.find(seen.id())
                            .filter(current -> current.version() == seen.version())
                            .flatMap(current -> saved(command.apply(current)));
                });
        saved.ifPresent(_ -> steps++);
        return saved;
    }

    /**
     * Hands a signed order's newest text to the chain. Whether it arrived is not known when no node
     * answers: nothing is recorded then, and the next round hands over the very same text.
     */
    void send(VaultOrder signed) {
        SignedCall call = Objects.requireNonNull(signed.signed());
        try {
            Broadcast answer = sender.broadcast(call.newest());
            step(signed, order -> order.answer(answer, clock.instant()))
                    .ifPresent(answered -> tellWhatHoldsIt(signed, answered));
        } catch (RefusedException refused) {
            if (!(refused.error() instanceof ChainUnavailable)) {
                throw refused;
            }
        }
    }

    /** A price that is too low is raised, and needs nobody; the same again is no news. */
    private void tellWhatHoldsIt(VaultOrder before, VaultOrder answered) {
        String objection = objection(answered);
        if (objection != null
                && !objection.equals(Signed.UNDERPRICED)
                && !objection.equals(objection(before))) {
            failures.held(answered, objection);
        }
    }

    private static @Nullable String objection(VaultOrder order) {
        return order.status() instanceof Signed signed ? signed.objection() : null;
    }

    private Optional<VaultOrder> saved(Decision<VaultOrder> decision) {
        return switch (decision) {
            case Refused<VaultOrder> _ -> Optional.empty();
            case Accepted<VaultOrder>(var next, var _) -> {
                VaultOrder saved = orders.save(next);
                if (saved.status() instanceof Failed(var reason, var _)) {
                    failures.failed(saved, reason);
                }
                if (saved.status() instanceof Waiting) {
                    failures.refused(saved);
                }
                yield Optional.of(saved);
            }
        };
    }
}
