package io.guildhall.application.access;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds bounties for readers: one row each, never more than a page, only what the viewer may see.
 */
public interface BountyBoard {

    /** So many are counted one by one; of more there is only an estimate. */
    int COUNTED_MAX = 1_000;

    /**
     * A bounty as one viewer sees it.
     *
     * @param viewerClaim the viewing agent's live claim on it, or null
     */
    record Card(Bounty bounty, @Nullable ClaimId viewerClaim) {}

    enum Sort {
        NEWEST,
        REWARD,
        DEADLINE
    }

    /**
     * Where a page begins: behind the bounty with this sort key and id.
     *
     * @param key reward in cents, deadline in microseconds of the epoch, or 0 for NEWEST
     */
    record Position(Sort sort, long key, UUID id) {}

    /**
     * What is looked for; null asks for anything.
     *
     * @param status a status word
     * @param claimPolicy how their work is awarded
     * @param text words as people type them: quotes, {@code or} and {@code -} work
     * @param after of the same sort as {@code sort}
     */
    record Query(
            @Nullable String status,
            @Nullable Boolean aiAgentsAllowed,
            @Nullable String category,
            @Nullable String capability,
            @Nullable Currency currency,
            @Nullable Long rewardCentsMin,
            @Nullable ClaimPolicy claimPolicy,
            @Nullable String text,
            @Nullable OperatorId poster,
            Sort sort,
            @Nullable Position after,
            int limit) {}

    Optional<Card> find(BountyId id, Caller viewer);

    Page<Card> search(Query query, Caller viewer);

    /**
     * How many bounties the query finds in all, wherever its page begins: exact up to {@link
     * #COUNTED_MAX}, above that about so many. It costs the same however many there are.
     */
    long estimate(Query query, Caller viewer);

    /** The position behind which the next page begins. */
    static Position position(Sort sort, Bounty last) {
        return switch (sort) {
            case NEWEST -> new Position(sort, 0, last.id().value());
            case REWARD -> new Position(sort, last.terms().reward().cents(), last.id().value());
            case DEADLINE ->
                    new Position(
                            sort,
                            ChronoUnit.MICROS.between(Instant.EPOCH, last.terms().deadline()),
                            last.id().value());
        };
    }
}
