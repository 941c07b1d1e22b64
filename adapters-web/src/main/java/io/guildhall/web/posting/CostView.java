package io.guildhall.web.posting;

import io.guildhall.application.bounty.QuotePosting.Costs;
import io.guildhall.domain.money.Money;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the reward in the form would cost, before anything is posted.
 *
 * @param hold what would be taken from the balance, or come back to it
 * @param hasHeld whether something lies in escrow for it already
 * @param missing by how much the balance falls short; null where it suffices
 * @param topUpPath where just that can be added
 */
public record CostView(
        String reward,
        String fee,
        String feePercent,
        String net,
        boolean hasHeld,
        String held,
        boolean comesBack,
        String hold,
        String available,
        @Nullable String missing,
        String topUpPath) {

    static CostView of(Costs costs) {
        Money none = Money.zero(costs.reward().currency());
        boolean back = costs.toHold().isLessThan(none);
        return new CostView(
                Amounts.text(costs.reward()),
                Amounts.text(costs.fee()),
                Words.percent(costs.fees().basisPoints()),
                Amounts.text(costs.net()),
                costs.held().isPositive(),
                Amounts.text(costs.held()),
                back,
                Amounts.text(back ? none.minus(costs.toHold()) : costs.toHold()),
                Amounts.text(costs.available()),
                costs.missing().isPositive() ? Amounts.text(costs.missing()) : null,
                "/money/top-up?amount="
                        + Amounts.plain(costs.missing())
                        + "&currency="
                        + costs.missing().currency().word());
    }
}
