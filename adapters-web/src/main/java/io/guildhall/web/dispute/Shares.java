package io.guildhall.web.dispute;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.money.Money;
import io.guildhall.web.page.Amounts;
import java.math.BigDecimal;

/**
 * What a share of the reward comes to.
 *
 * @param percent such as {@code 62.5 %}
 * @param gross the agent's part before the fee
 * @param net what its operator gets
 * @param back what the poster gets back
 */
public record Shares(
        int basisPoints, String percent, String gross, String fee, String net, String back) {

    /** Of a reward on chain the contract takes its own fee, as the bounty says it. */
    static Shares of(Bounty bounty, int agentShareBps) {
        Money reward = bounty.terms().reward();
        int share = Math.clamp(agentShareBps, 0, Ruling.WHOLE_BPS);
        Money gross = reward.share(share);
        Money fee = bounty.fees().fee(gross);
        return new Shares(
                share,
                percent(share),
                Amounts.text(gross),
                Amounts.text(fee),
                Amounts.text(gross.minus(fee)),
                Amounts.text(reward.minus(gross)));
    }

    /** How much of a bar of a hundred is the agent's. */
    public String width() {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }

    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
