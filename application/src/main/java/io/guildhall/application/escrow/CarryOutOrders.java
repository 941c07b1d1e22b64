package io.guildhall.application.escrow;

import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.OrderFailures;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.SignerAccounts.Lease;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries orders to the contract. Each step is kept in a unit of work of its own, and the chain is
 * asked between them: what is signed is kept before it is sent, so a crash at any point repeats the
 * very same text under its nonce, and never the effect.
 */
public final class CarryOutOrders {

    private final Transactions transactions;
    private final InstantSource clock;
    private final VaultOrders orders;
    private final SignerAccounts accounts;
    private final VaultSender sender;
    private final ChainReader chain;
    private final OrderFailures failures;
    private final SendingLimits limits;
    private final String holder;

    /**
     * @param systemClock by which leases, waits and the chain itself go
     * @param holder a name that no other replica has
     */
    public CarryOutOrders(
            Transactions transactions,
            InstantSource systemClock,
            VaultOrders orders,
            SignerAccounts accounts,
            VaultSender sender,
            ChainReader chain,
            OrderFailures failures,
            SendingLimits limits,
            String holder) {
        this.transactions = transactions;
        this.clock = systemClock;
        this.orders = orders;
        this.accounts = accounts;
        this.sender = sender;
        this.chain = chain;
        this.failures = failures;
        this.limits = limits;
        this.holder = holder;
    }

    /**
     * One round: looks after what is on its way, then sends what is due. Orders of a key that is
     * not set wait; what such a key has signed before is looked after even so.
     *
     * @return how many steps were made; 0 means that there is nothing to do now, or that another
     *     replica is at it
     * @throws RefusedException with {@link io.guildhall.domain.chain.ChainUnavailable} when no node
     *     answers; what was done until then is kept
     */
    public int handle() {
        int steps = 0;
        Set<SignerAccount> ours = new HashSet<>();
        for (Signer signer : Signer.values()) {
            Optional<SignerAccount> account = account(signer);
            account.ifPresent(ours::add);
            steps +=
                    account.filter(one -> isAnythingToDo(signer, one))
                            .flatMap(this::take)
                            .map(lease -> round(signer, lease))
                            .orElse(0);
        }
        for (SignerAccount account : orders.accountsInFlight(sender.chainId())) {
            if (!ours.contains(account)) {
                steps += take(account).map(lease -> round(null, lease)).orElse(0);
            }
        }
        return steps;
    }

    private Optional<SignerAccount> account(Signer signer) {
        return sender.wallet(signer).map(wallet -> new SignerAccount(sender.chainId(), wallet));
    }

    /** Most rounds find nothing, and need not write a lease to see that. */
    private boolean isAnythingToDo(Signer signer, SignerAccount account) {
        return !orders.due(signer, clock.instant(), 1).isEmpty()
                || !orders.inFlight(account).isEmpty();
    }

    private Optional<Lease> take(SignerAccount account) {
        return transactions.run(() -> {
            Instant now = clock.instant();
            return accounts.take(account, holder, now, now.plus(limits.leaseFor()));
        });
    }

    /**
     * @param signer whose key the wallet's is; null when we do not have it, and can sign nothing
     */
    private int round(@Nullable Signer signer, Lease lease) {
        var turn = new Turn(transactions, clock, orders, accounts, sender, failures, limits, lease);
        try {
            long free = sender.transactionCount(lease.account().wallet());
            new OrdersInFlight(turn, orders, sender, chain, limits, clock).lookAfter(free);
            if (signer != null) {
                new DueOrders(turn, orders, accounts, sender, limits, clock).send(signer, free);
            }
            release(lease);
        } catch (RefusedException refused) {
            release(lease);
            throw refused;
        } catch (LeaseLost _) {
            // Whoever has the wallet now goes on from what is kept.
        }
        return turn.steps();
    }

    private void release(Lease lease) {
        transactions.run(() -> accounts.release(lease));
    }
}
