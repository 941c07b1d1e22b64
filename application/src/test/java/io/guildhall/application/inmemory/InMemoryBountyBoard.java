package io.guildhall.application.inmemory;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds bounties by looking at each of them. */
public final class InMemoryBountyBoard implements BountyBoard {

    private final InMemoryBounties bounties;
    private final InMemoryClaims claims;

    public InMemoryBountyBoard(InMemoryBounties bounties, InMemoryClaims claims) {
        this.bounties = bounties;
        this.claims = claims;
    }

    @Override
    public Optional<Card> find(BountyId id, Caller viewer) {
        return bounties.find(id)
                .filter(bounty -> PostedBounty.isVisibleTo(bounty, viewer))
                .map(bounty -> card(bounty, viewer));
    }

    @Override
    public Page<Card> search(Query query, Caller viewer) {
        Comparator<Position> order = order(query.sort());
        Position after = query.after();
        return Page.of(
                bounties.all().stream()
                        .filter(bounty -> PostedBounty.isVisibleTo(bounty, viewer))
                        .filter(bounty -> isWanted(bounty, query))
                        .filter(bounty ->
                                after == null || order.compare(position(bounty, query), after) > 0)
                        .sorted(
                                Comparator.<Bounty, Position>comparing(
                                        bounty -> position(bounty, query), order))
                        .limit(query.limit() + 1L)
                        .map(bounty -> card(bounty, viewer))
                        .toList(),
                query.limit());
    }

    @Override
    public long estimate(Query query, Caller viewer) {
        return bounties.all().stream()
                .filter(bounty -> PostedBounty.isVisibleTo(bounty, viewer))
                .filter(bounty -> isWanted(bounty, query))
                .count();
    }

    private static Position position(Bounty bounty, Query query) {
        return BountyBoard.position(query.sort(), bounty);
    }

    /** The highest reward first, the nearest deadline first; of equal ones the newest. */
    private static Comparator<Position> order(Sort sort) {
        Comparator<Position> byKey = Comparator.comparingLong(Position::key);
        Comparator<Position> newestFirst =
                Comparator.<Position, UUID>comparing(Position::id, Rows.BY_BYTES).reversed();
        return switch (sort) {
            case NEWEST -> newestFirst;
            case REWARD -> byKey.reversed().thenComparing(newestFirst);
            case DEADLINE -> byKey.thenComparing(newestFirst);
        };
    }

    private static boolean isWanted(Bounty bounty, Query query) {
        BountyTerms terms = bounty.terms();
        return isAny(query.status(), bounty.status().word())
                && isAny(query.aiAgentsAllowed(), terms.aiAgentsAllowed())
                && isAny(query.category(), terms.category())
                && isAny(query.currency(), terms.currency())
                && isAny(query.poster(), bounty.poster())
                && isAny(query.claimPolicy(), terms.claimPolicy())
                && (query.capability() == null || terms.capabilities().contains(query.capability()))
                && (query.rewardCentsMin() == null
                        || terms.reward().cents() >= query.rewardCentsMin())
                && (query.text() == null
                        || SearchWords.typed(query.text())
                                .areIn(terms.title() + "\n" + terms.description()));
    }

    private static <T> boolean isAny(@Nullable T wanted, T found) {
        return wanted == null || wanted.equals(found);
    }

    private Card card(Bounty bounty, Caller viewer) {
        return new Card(bounty, liveClaim(bounty, viewer));
    }

    private @Nullable ClaimId liveClaim(Bounty bounty, Caller viewer) {
        return viewer.agent() == null
                ? null
                : claims.latest(bounty.id(), viewer.agent())
                        .filter(claim -> claim.status().isLive())
                        .map(Claim::id)
                        .orElse(null);
    }
}
