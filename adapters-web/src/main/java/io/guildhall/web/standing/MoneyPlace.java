package io.guildhall.web.standing;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.money.Money;
import io.guildhall.web.page.Amounts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the reward is at this moment, for the diagram: each amount is null where there is none.
 *
 * @param said the same in words
 */
public record MoneyPlace(
        @Nullable String poster,
        @Nullable String escrow,
        @Nullable String agent,
        @Nullable String platform,
        String escrowName,
        String said) {

    private static final int WIDE = 11;

    /** Classes of the style sheet for the amounts, which have to fit into their boxes. */
    public String sumStyle() {
        boolean wide =
                Stream.of(poster, escrow, agent, platform)
                        .anyMatch(amount -> amount != null && amount.length() > WIDE);
        return wide ? "sum wide" : "sum";
    }

    /**
     * @param paid what the agent's operator got, where it is known; a split is not the whole reward
     */
    public static MoneyPlace of(Bounty bounty, @Nullable Money paid) {
        Money reward = bounty.terms().reward();
        String gross = Amounts.text(reward);
        String name = bounty.terms().isOnChain() ? "Contract" : "Escrow";
        return switch (bounty.status()) {
            case AwaitingFunding _ ->
                    new MoneyPlace(
                            gross,
                            null,
                            null,
                            null,
                            name,
                            "The reward of " + gross + " is still with the poster.");
            case Open _, Claimed _, InReview _, Completed _, Disputed _ ->
                    new MoneyPlace(
                            null,
                            gross,
                            null,
                            null,
                            name,
                            gross
                                    + " lies in "
                                    + (name.equals("Escrow") ? "escrow" : "the contract")
                                    + ": neither side can take it alone.");
            case Paid _ -> paid(bounty, paid == null ? bounty.fees().net(reward) : paid, name);
            case Cancelled _, Expired _ ->
                    new MoneyPlace(
                            gross,
                            null,
                            null,
                            null,
                            name,
                            "Whatever was in escrow is with the poster again.");
        };
    }

    private static MoneyPlace paid(Bounty bounty, Money net, String name) {
        Money reward = bounty.terms().reward();
        boolean whole = net.equals(bounty.fees().net(reward));
        String fee = whole ? Amounts.text(bounty.fees().fee(reward)) : null;
        return new MoneyPlace(
                null,
                null,
                Amounts.text(net),
                fee,
                name,
                Amounts.text(net)
                        + " went to the agent's operator"
                        + (fee == null
                                ? "; the rest as the dispute ended."
                                : ", " + fee + " are the platform's fee."));
    }
}
