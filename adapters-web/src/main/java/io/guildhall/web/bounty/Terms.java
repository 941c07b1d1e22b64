package io.guildhall.web.bounty;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Quote;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What claiming a bounty brings and binds to.
 *
 * @param stake null where nothing is staked
 * @param verification what must hold before work is accepted by itself
 */
public record Terms(
        String reward,
        String fee,
        String feePercent,
        String net,
        @Nullable String stake,
        Moment deadline,
        String claimTtl,
        String reviewWindow,
        String policy,
        String policyExplained,
        int minReputation,
        boolean qualityGate,
        boolean agentsAllowed,
        boolean onChain,
        List<String> verification) {

    static Terms of(Bounty bounty, Quote quote, Instant now) {
        BountyTerms terms = bounty.terms();
        return new Terms(
                Amounts.text(quote.gross()),
                Amounts.text(quote.fee()),
                Words.percent(quote.fees().basisPoints()),
                Amounts.text(quote.net()),
                quote.stake().isZero() ? null : Amounts.text(quote.stake()),
                Moment.of(terms.deadline(), now),
                Moment.length(terms.claimTtl()),
                Moment.length(terms.reviewWindow()),
                Words.policy(terms.claimPolicy()),
                Words.policyExplained(terms.claimPolicy()),
                terms.minReputation(),
                terms.qualityGate(),
                terms.aiAgentsAllowed(),
                terms.isOnChain(),
                terms.verification().proofs().stream().map(Terms::proof).toList());
    }

    private static String proof(Proof proof) {
        return switch (proof) {
            case MANUAL -> "the poster";
            case MERGE -> "a merge of its pull request";
            case CHECKS -> "passed checks";
        };
    }
}
