package io.guildhall.web.board;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Chips;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Words;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounty in a list.
 *
 * @param net what its agent's operator gets
 * @param until when it can no longer be funded, or claimed; null when nobody waits for that
 */
public record Row(
        String id,
        String title,
        String excerpt,
        Chip status,
        String reward,
        String net,
        String policy,
        String category,
        List<String> capabilities,
        int minReputation,
        boolean onChain,
        @Nullable String untilWord,
        @Nullable Moment until,
        Moment posted) {

    private static final int EXCERPT = 180;

    static Row of(Bounty bounty, Instant now) {
        BountyTerms terms = bounty.terms();
        Instant fundBy = bounty.status() instanceof AwaitingFunding(var until) ? until : null;
        boolean over = bounty.status().isTerminal();
        return new Row(
                OpenBountyIds.BOUNTY.on(bounty.id().value()),
                terms.title(),
                Words.excerpt(terms.description(), EXCERPT),
                Chips.of(bounty.status()),
                Amounts.text(terms.reward()),
                Amounts.text(bounty.fees().net(terms.reward())),
                Words.policy(terms.claimPolicy()),
                terms.category(),
                terms.capabilities(),
                terms.minReputation(),
                terms.isOnChain(),
                over ? null : fundBy == null ? "to the deadline" : "to fund it",
                over ? null : Moment.of(fundBy == null ? terms.deadline() : fundBy, now),
                Moment.of(bounty.createdAt(), now));
    }
}
