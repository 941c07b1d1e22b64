package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainReader.TooManyLogs;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.EscrowVault.Totals;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Worded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays the contract, the ledger and our bounties beside one another and names each difference. What
 * is only under way (facts that are not final yet, orders that are not in a block) is no difference
 * and is counted instead. It changes nothing.
 */
public final class Reconcile {

    /** So long after a bounty was posted money for it is looked for that we have not heard of. */
    private static final Duration MAY_BE_FUNDED_FOR = Duration.ofDays(28);

    private final Bounties bounties;
    private final Claims claims;
    private final EscrowHolds holds;
    private final VaultOrders orders;
    private final Ledger ledger;
    private final EscrowVault vault;
    private final ChainReader reader;
    private final ChainTrail trail;
    private final InstantSource clock;

    public Reconcile(
            Bounties bounties,
            Claims claims,
            EscrowHolds holds,
            VaultOrders orders,
            Ledger ledger,
            EscrowVault vault,
            ChainReader reader,
            ChainTrail trail,
            InstantSource clock) {
        this.bounties = bounties;
        this.claims = claims;
        this.holds = holds;
        this.orders = orders;
        this.ledger = ledger;
        this.vault = vault;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was laid side by side. */
    public enum Subject implements Worded {
        /** What the contract has of its token, and what it owes in all. */
        CONTRACT_BALANCE,
        /** How far the bounty is. */
        STATUS,
        /** The reward that lies there for it. */
        ESCROW,
        /** What lies there for its claim. */
        STAKE
    }

    /**
     * @param bounty null when it is about the contract as a whole
     */
    public record Difference(
            Subject subject, @Nullable BountyId bounty, String ours, String contract) {}

    /**
     * @param compared how many bounties were
     * @param underWay how many of them are not compared now, for something of them is under way
     */
    public record Report(
            Instant at, long block, int compared, int underWay, List<Difference> differences) {

        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    /**
     * @throws io.guildhall.domain.shared.RefusedException also with {@link
     *     io.guildhall.domain.chain.ChainUnavailable}
     */
    public Report handle(Caller caller) {
        caller.requireAdmin();
        return handle();
    }

    /** The same for a schedule. */
    public Report handle() {
        Block head = reader.head();
        Set<OnchainId> moving = moving(head);
        List<Difference> differences = new ArrayList<>();
        int compared = 0;
        int underWay = 0;
        for (EscrowHold hold : holds.funded()) {
            if (!EnsureVaultFits.isAt(vault, hold)) {
                // What an earlier contract had is over, and this one does not know it.
                continue;
            }
            if (moving.contains(hold.onchainId()) || isUnderWay(hold.bounty())) {
                underWay++;
            } else {
                compared++;
                compare(hold, differences);
            }
        }
        if (trail.last(vault.site()).isPresent()) {
            // Else nothing was heard of this contract yet, and all of it is still to come.
            for (EscrowHold hold : holds.unfunded(clock.instant().minus(MAY_BE_FUNDED_FOR))) {
                if (EnsureVaultFits.isAt(vault, hold) && !moving.contains(hold.onchainId())) {
                    compared++;
                    requireNoMoney(hold, differences);
                }
            }
        }
        balance(differences);
        return new Report(
                clock.instant(), head.number(), compared, underWay, List.copyOf(differences));
    }

    /** The contract has said something of them that is not recorded yet. */
    private Set<OnchainId> moving(Block head) {
        Set<OnchainId> moving = new HashSet<>();
        long from = trail.last(vault.site()).map(Block::number).orElse(head.number()) + 1;
        long size = Math.max(1, head.number() - from + 1);
        while (from <= head.number()) {
            long to = Math.min(head.number(), from + size - 1);
            try {
                reader.facts(from, to).forEach(fact -> moving.add(fact.event().bounty()));
                from = to + 1;
            } catch (TooManyLogs tooMany) {
                if (size == 1) {
                    throw new IllegalStateException("Not even one block's logs are told", tooMany);
                }
                size = size / 2;
            }
        }
        return moving;
    }

    private boolean isUnderWay(BountyId bounty) {
        return orders.of(bounty).stream()
                .map(VaultOrder::status)
                .anyMatch(status ->
                        switch (status) {
                            case Waiting _, Signed _, Mined _ -> true;
                            case Done _, Failed _, Withdrawn _ -> false;
                        });
    }

    /** A node may have left out that money came, and nobody here would ask for it any more. */
    private void requireNoMoney(EscrowHold hold, List<Difference> differences) {
        VaultStatus there = vault.state(hold.onchainId()).status();
        if (there != VaultStatus.NONE) {
            differences.add(
                    new Difference(
                            Subject.STATUS, hold.bounty(), VaultStatus.NONE.name(), there.name()));
        }
    }

    private void compare(EscrowHold hold, List<Difference> differences) {
        Bounty bounty = bounties.find(hold.bounty()).orElseThrow();
        EscrowVault.State there = vault.state(hold.onchainId());
        VaultStatus expected = expected(bounty);
        if (expected != there.status()
                && !hasEndedLater(bounty, there.status())
                && !isLate(bounty, hold, there.status())) {
            differences.add(
                    new Difference(
                            Subject.STATUS, bounty.id(), expected.name(), there.status().name()));
        }
        Money owed = isOver(there.status()) ? Money.zero(Currency.USDC) : there.amount();
        Money escrow =
                ledger.spendable(Account.escrow(bounty.id(), bounty.poster(), Currency.USDC));
        add(differences, Subject.ESCROW, bounty.id(), escrow, owed);
        add(differences, Subject.STAKE, bounty.id(), staked(bounty), there.stake());
    }

    private Money staked(Bounty bounty) {
        Money sum = Money.zero(Currency.USDC);
        for (HeldClaim held : holds.claimsOf(bounty.id())) {
            if (held.standing() == Standing.FINAL) {
                var claim = claims.find(held.claim()).orElseThrow();
                sum =
                        sum.plus(
                                ledger.spendable(
                                        Account.stake(
                                                claim.id(),
                                                claim.parties().operator(),
                                                Currency.USDC)));
            }
        }
        return sum;
    }

    /** What was over here before its money came ends there in a way of its own. */
    private static boolean hasEndedLater(Bounty bounty, VaultStatus there) {
        return bounty.status().isTerminal() && !bounty.wasOpened() && isOver(there);
    }

    /**
     * Money that came too late lies there until its poster takes it back or time is over: nobody
     * here can end that, and it must not cover what somebody can.
     */
    private static boolean isLate(Bounty bounty, EscrowHold hold, VaultStatus there) {
        return bounty.status().isTerminal()
                && !bounty.wasOpened()
                && hold.holdsMoney()
                && there == VaultStatus.OPEN;
    }

    /** Whatever wallets have sent to it besides, it must be able to pay what it owes. */
    private void balance(List<Difference> differences) {
        Totals totals = vault.totals();
        Money owed = totals.escrow().plus(totals.stakes()).plus(totals.held());
        if (totals.balance().isLessThan(owed)) {
            add(differences, Subject.CONTRACT_BALANCE, null, owed, totals.balance());
        }
    }

    private static void add(
            List<Difference> differences,
            Subject subject,
            @Nullable BountyId bounty,
            Money ours,
            Money contract) {
        if (!ours.equals(contract)) {
            differences.add(new Difference(subject, bounty, ours.toString(), contract.toString()));
        }
    }

    /** Where the contract should be with it. */
    private VaultStatus expected(Bounty bounty) {
        return switch (bounty.status()) {
            case AwaitingFunding _ -> VaultStatus.NONE;
            case Open _ -> VaultStatus.OPEN;
            case Claimed _ -> VaultStatus.CLAIMED;
            // After the last round was refused nothing lies with the poster there.
            case InReview(var claim, var _) ->
                    claims.find(claim).orElseThrow().status() instanceof Active(var _, Spent _)
                            ? VaultStatus.CLAIMED
                            : VaultStatus.IN_REVIEW;
            case Disputed _ -> VaultStatus.DISPUTED;
            case Completed _, Paid _ -> VaultStatus.PAID;
            case Cancelled _ -> VaultStatus.CANCELLED;
            case Expired _ -> VaultStatus.EXPIRED;
        };
    }

    private static boolean isOver(VaultStatus status) {
        return switch (status) {
            case NONE, PAID, CANCELLED, EXPIRED -> true;
            case OPEN, CLAIMED, IN_REVIEW, DISPUTED -> false;
        };
    }
}
