package io.guildhall.application.bounty;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * What a reward would cost its poster and bring an agent, told before anything is posted or
 * changed: with the fee that would be frozen, and what the poster would have to add.
 */
public final class QuotePosting {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Ledger ledger;
    private final Escrow escrow;
    private final FeeTerms fees;

    public QuotePosting(
            UseCaseContext context,
            Bounties bounties,
            Ledger ledger,
            Escrow escrow,
            FeeTerms fees) {
        this.context = context;
        this.bounties = bounties;
        this.ledger = ledger;
        this.escrow = escrow;
        this.fees = fees;
    }

    /**
     * @param present the bounty whose reward is to change; null for a new one
     */
    public record Command(Caller caller, Money reward, @Nullable BountyId present) {}

    /**
     * @param held what lies in escrow for it already
     * @param toHold what would be taken from the balance now; below zero where some comes back
     * @param missing by how much the balance falls short of that; zero where it suffices
     */
    public record Costs(
            Money reward,
            FeeTerms fees,
            Money fee,
            Money net,
            Money held,
            Money toHold,
            Money available,
            Money missing) {}

    public Costs handle(Command command) {
        OperatorId poster = command.caller().asOperator();
        Money reward = command.reward();
        return context.transactions()
                .run(() -> {
                    Bounty present = present(command);
                    FeeTerms frozen = present == null ? fees : present.fees();
                    Money none = Money.zero(reward.currency());
                    Money held = present == null ? none : held(present);
                    escrow.mustOweNothing(poster, reward.currency(), context.clock().instant());
                    Money available =
                            ledger.spendable(Account.available(poster, reward.currency()));
                    Money toHold = reward.minus(held);
                    return new Costs(
                            reward,
                            frozen,
                            frozen.fee(reward),
                            frozen.net(reward),
                            held,
                            toHold,
                            available,
                            available.isLessThan(toHold) ? toHold.minus(available) : none);
                });
    }

    private @Nullable Bounty present(Command command) {
        BountyId id = command.present();
        return id == null ? null : PostedBounty.commandedBy(command.caller(), bounties.find(id));
    }

    private static Money held(Bounty present) {
        Money reward = present.terms().reward();
        return present.status().holdsEscrow() ? reward : Money.zero(reward.currency());
    }
}
