package io.guildhall.application.ledger;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentError.BountyOnHold;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The movements of a bounty's reward (into its escrow, back to its poster, out to the payee and the
 * platform) and of the stakes on its claims. Where a contract holds the reward nothing moves here:
 * the ledger follows what that says.
 *
 * <p>Movements of one unit of work that belong together are posted together, so that everybody
 * takes accounts in the same order.
 */
public final class Escrow {

    private final Ledger ledger;
    private final Movements movements;
    private final Debts debts;
    private final Rail rail;

    /**
     * @param rail by which money comes to this installation: where nothing is ever taken back
     *     nobody owes, and no claim has to wait for the question
     */
    public Escrow(Ledger ledger, IdGenerator ids, Rail rail) {
        this.ledger = ledger;
        this.movements = new Movements(ids);
        this.debts = new Debts(ledger, ids);
        this.rail = rail;
    }

    /** Who owes for a chargeback posts nothing new. */
    public void mustOweNothing(OperatorId poster, Currency currency, Instant now) {
        if (rail.canTakeBack()) {
            debts.mustBeClear(poster, currency, now);
        }
    }

    /**
     * What was funded by a payment that its bank has taken back is not given to work, until its
     * poster owes nothing.
     */
    public void mustNotBeOnHold(Bounty bounty) {
        if (rail.canTakeBack()
                && !bounty.terms().isOnChain()
                && debts.owes(bounty.poster(), bounty.terms().currency())) {
            throw new RefusedException(new BountyOnHold(bounty.id()));
        }
    }

    public boolean canBeFundedFor(Bounty bounty) {
        Money reward = bounty.terms().reward();
        return !ledger.spendable(Account.available(bounty.poster(), reward.currency()))
                .isLessThan(reward);
    }

    public boolean coversStake(Claim approved) {
        return approved.stake().isZero()
                || !ledger.spendable(available(approved)).isLessThan(approved.stake());
    }

    public void take(Bounty bounty, Money amount, Instant now) {
        post(funding(bounty, amount, now));
    }

    /** No fee is taken of what goes back. */
    public void giveBack(Bounty bounty, Money amount, Instant now) {
        post(refund(bounty, amount, now));
    }

    public void post(List<Transfer> movements) {
        if (!movements.isEmpty()) {
            ledger.post(movements);
        }
    }

    /** Posts all of these movements, or none of them. */
    public void post(List<Transfer> some, List<Transfer> others) {
        post(Stream.of(some, others).flatMap(List::stream).toList());
    }

    /** What is missing for a reward that has grown, or is left over of one that has shrunk. */
    public List<Transfer> repricing(Bounty before, Bounty after, Instant now) {
        Money was = before.terms().reward();
        Money is = after.terms().reward();
        return was.isLessThan(is)
                ? funding(after, is.minus(was), now)
                : refund(after, was.minus(is), now);
    }

    public List<Transfer> refund(Bounty bounty, Money amount, Instant now) {
        return bounty.terms().isOnChain()
                ? List.of()
                : movements.of(
                        escrow(bounty), available(bounty), amount, Purpose.REFUND, of(bounty), now);
    }

    /**
     * Empties the bounty's escrow: to the payee, to the platform, and to the poster what the payout
     * leaves of the reward.
     */
    public List<Transfer> payment(Bounty bounty, Payout payout, Instant now) {
        if (bounty.terms().isOnChain()) {
            return List.of();
        }
        Subject cause = new Subject(Subject.Kind.PAYOUT, payout.id().value());
        Currency currency = payout.gross().currency();
        Account payee = Account.available(payout.payee(), currency);
        Account fees = Account.platformFees(currency);
        List<Transfer> transfers = new ArrayList<>();
        transfers.addAll(
                movements.of(escrow(bounty), payee, payout.net(), Purpose.PAYOUT, cause, now));
        transfers.addAll(movements.of(escrow(bounty), fees, payout.fee(), Purpose.FEE, cause, now));
        transfers.addAll(refund(bounty, bounty.terms().reward().minus(payout.gross()), now));
        return transfers;
    }

    /** From the balance of the agent's operator. */
    public List<Transfer> stakeLock(Claim approved, Instant now) {
        return movements.of(
                available(approved),
                stake(approved),
                approved.stake(),
                Purpose.STAKE,
                of(approved),
                now);
    }

    /**
     * @param staked the claim as it was while the stake still lay there
     */
    public List<Transfer> stakeReturn(Claim staked, Instant now) {
        return movements.of(
                stake(staked),
                available(staked),
                staked.stake(),
                Purpose.STAKE_RETURN,
                of(staked),
                now);
    }

    /**
     * To the treasury, and never to a party, which could profit from causing it.
     *
     * @param staked the claim as it was while the stake still lay there
     */
    public List<Transfer> forfeitOf(Claim staked, Instant now) {
        return movements.of(
                stake(staked),
                Account.platformTreasury(staked.stake().currency()),
                staked.stake(),
                Purpose.STAKE_FORFEIT,
                of(staked),
                now);
    }

    private List<Transfer> funding(Bounty bounty, Money amount, Instant now) {
        return bounty.terms().isOnChain()
                ? List.of()
                : movements.of(
                        available(bounty), escrow(bounty), amount, Purpose.ESCROW, of(bounty), now);
    }

    private static Account available(Bounty bounty) {
        return Account.available(bounty.poster(), bounty.terms().currency());
    }

    private static Account escrow(Bounty bounty) {
        return Account.escrow(bounty.id(), bounty.poster(), bounty.terms().currency());
    }

    private static Account available(Claim claim) {
        return Account.available(claim.parties().operator(), claim.stake().currency());
    }

    private static Account stake(Claim claim) {
        return Account.stake(claim.id(), claim.parties().operator(), claim.stake().currency());
    }

    private static Subject of(Claim claim) {
        return new Subject(Subject.Kind.CLAIM, claim.id().value());
    }

    private static Subject of(Bounty bounty) {
        return new Subject(Subject.Kind.BOUNTY, bounty.id().value());
    }
}
