package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.Contradiction.differs;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultEvent.ClaimEnded;
import io.guildhall.domain.escrow.VaultEvent.Claimed;
import io.guildhall.domain.escrow.VaultEvent.DisputeAnswered;
import io.guildhall.domain.escrow.VaultEvent.DisputeOpened;
import io.guildhall.domain.escrow.VaultEvent.DisputeWithdrawn;
import io.guildhall.domain.escrow.VaultEvent.Ended;
import io.guildhall.domain.escrow.VaultEvent.Funded;
import io.guildhall.domain.escrow.VaultEvent.PaymentHeld;
import io.guildhall.domain.escrow.VaultEvent.SentBack;
import io.guildhall.domain.escrow.VaultEvent.SplitOffered;
import io.guildhall.domain.escrow.VaultEvent.Submitted;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps our ledger as the contract's: what it took from wallets lies in the bounty's escrow and the
 * claim's stake, and what it paid is in the world again. Only final facts are written down.
 */
final class ContractBooks {

    private static final Set<Purpose> ENDS_OF_A_STAKE =
            EnumSet.of(Purpose.STAKE_RETURN, Purpose.STAKE_FORFEIT);

    /** More than a bounty and a claim of it ever have. */
    private static final int TRANSFERS_MAX = 100;

    private final Ledger ledger;
    private final IdGenerator ids;

    ContractBooks(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /** The movements of one fact. */
    private final class Page {

        private static final Account WORLD = Account.externalChain(Currency.USDC);

        private final Account escrow;
        private final @Nullable Account stake;
        private final Subject ofBounty;
        private final Subject ofClaim;
        private final Instant now;
        private final List<Transfer> transfers = new ArrayList<>();

        Page(Bounty bounty, @Nullable Claim claim, Instant now) {
            this.escrow = Account.escrow(bounty.id(), bounty.poster(), Currency.USDC);
            this.ofBounty = new Subject(Subject.Kind.BOUNTY, bounty.id().value());
            this.stake =
                    claim == null
                            ? null
                            : Account.stake(claim.id(), claim.parties().operator(), Currency.USDC);
            this.ofClaim =
                    claim == null ? ofBounty : new Subject(Subject.Kind.CLAIM, claim.id().value());
            this.now = now;
        }

        Page in(Money amount) {
            return move(WORLD, escrow, amount, Purpose.ESCROW, ofBounty);
        }

        Page out(Money amount, Purpose purpose) {
            return move(escrow, WORLD, amount, purpose, ofBounty);
        }

        Page staked(Money amount) {
            return stake == null ? this : move(WORLD, stake, amount, Purpose.STAKE, ofClaim);
        }

        Page unstaked(Money returned, Money forfeited) {
            return stake == null
                    ? this
                    : move(stake, WORLD, returned, Purpose.STAKE_RETURN, ofClaim)
                            .move(stake, WORLD, forfeited, Purpose.STAKE_FORFEIT, ofClaim);
        }

        private Page move(
                Account debit, Account credit, Money amount, Purpose purpose, Subject cause) {
            if (amount.isPositive()) {
                transfers.add(
                        new Transfer(
                                new TransferId(ids.next()),
                                debit,
                                credit,
                                amount,
                                TransferStatus.POSTED,
                                purpose,
                                cause,
                                now));
            }
            return this;
        }
    }

    /**
     * @param claim the claim that the event is about; null when it is about none, or about one of
     *     nobody we know, whose stake is then not in our books
     * @throws RefusedException when the same has moved before, or there is nothing to move
     */
    void write(Bounty bounty, @Nullable Claim claim, VaultEvent event, Instant now) {
        Page page = new Page(bounty, claim, now);
        switch (event) {
            case Funded funded -> page.in(funded.terms().amount());
            case Claimed claimed -> page.staked(claimed.stake());
            case Submitted submitted ->
                    page.unstaked(submitted.stakeReturned(), Money.zero(Currency.USDC));
            case ClaimEnded ended -> page.unstaked(ended.stakeReturned(), ended.stakeForfeited());
            case Ended ended ->
                    page.out(ended.agentGross().minus(ended.fee()), Purpose.PAYOUT)
                            .out(ended.fee(), Purpose.FEE)
                            .out(ended.refund(), Purpose.REFUND)
                            .unstaked(ended.stakeReturned(), ended.stakeForfeited());
            case SentBack _,
                    DisputeOpened _,
                    DisputeAnswered _,
                    SplitOffered _,
                    DisputeWithdrawn _,
                    PaymentHeld _ -> {
                // Moves nothing that the contract does not owe to the same bounty afterwards; what
                // it holds for a wallet was paid as far as the bounty is concerned.
            }
        }
        if (!page.transfers.isEmpty()) {
            requireFirst(bounty, page.transfers);
            ledger.post(page.transfers);
        }
    }

    /**
     * Each moves once for its bounty or claim. That the chain took back what was final leaves it
     * here as it was, and what is said in its place in another branch is not added to it.
     */
    private void requireFirst(Bounty bounty, List<Transfer> transfers) {
        Set<Subject> causes = transfers.stream().map(Transfer::cause).collect(Collectors.toSet());
        for (Transfer before : ledger.causedBy(causes, TRANSFERS_MAX)) {
            if (transfers.stream().anyMatch(transfer -> isSameMove(transfer, before))) {
                throw differs(bounty, "its money has moved before");
            }
        }
    }

    private static boolean isSameMove(Transfer one, Transfer other) {
        return one.cause().equals(other.cause())
                && (one.purpose() == other.purpose()
                        || (ENDS_OF_A_STAKE.contains(one.purpose())
                                && ENDS_OF_A_STAKE.contains(other.purpose())));
    }
}
