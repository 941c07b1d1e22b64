package io.guildhall.application.ledger;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The movements of a bounty's reward: into its escrow, back to its poster, out to the payee and the
 * platform.
 */
public final class Escrow {

    private final Ledger ledger;
    private final IdGenerator ids;

    public Escrow(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    public boolean canBeFundedFor(Bounty bounty) {
        Money reward = bounty.terms().reward();
        return !ledger.spendable(Account.available(bounty.poster(), reward.currency()))
                .isLessThan(reward);
    }

    public void take(Bounty bounty, Money amount, Instant now) {
        ledger.post(
                List.of(
                        move(
                                available(bounty),
                                escrow(bounty),
                                amount,
                                Purpose.ESCROW,
                                of(bounty),
                                now)));
    }

    /** No fee is taken of what goes back. */
    public void giveBack(Bounty bounty, Money amount, Instant now) {
        ledger.post(
                List.of(
                        move(
                                escrow(bounty),
                                available(bounty),
                                amount,
                                Purpose.REFUND,
                                of(bounty),
                                now)));
    }

    public void payOut(Bounty bounty, Payout payout, Instant now) {
        Subject cause = new Subject(Subject.Kind.PAYOUT, payout.id().value());
        List<Transfer> transfers = new ArrayList<>();
        if (payout.net().isPositive()) {
            Account payee = Account.available(payout.payee(), payout.gross().currency());
            transfers.add(move(escrow(bounty), payee, payout.net(), Purpose.PAYOUT, cause, now));
        }
        if (payout.fee().isPositive()) {
            Account fees = Account.platformFees(payout.gross().currency());
            transfers.add(move(escrow(bounty), fees, payout.fee(), Purpose.FEE, cause, now));
        }
        ledger.post(transfers);
    }

    private Transfer move(
            Account debit,
            Account credit,
            Money amount,
            Purpose purpose,
            Subject cause,
            Instant now) {
        return new Transfer(
                new TransferId(ids.next()),
                debit,
                credit,
                amount,
                TransferStatus.POSTED,
                purpose,
                cause,
                now);
    }

    private static Account available(Bounty bounty) {
        return Account.available(bounty.poster(), bounty.terms().currency());
    }

    private static Account escrow(Bounty bounty) {
        return Account.escrow(bounty.id(), bounty.poster(), bounty.terms().currency());
    }

    private static Subject of(Bounty bounty) {
        return new Subject(Subject.Kind.BOUNTY, bounty.id().value());
    }
}
