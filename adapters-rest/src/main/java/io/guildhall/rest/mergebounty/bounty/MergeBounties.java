package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.escrow.ViewEscrow.Listed;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.mergebounty.PathIds;
import jakarta.inject.Singleton;

/** Knows which bounties this door shows, by either of their ids. */
@Singleton
public final class MergeBounties {

    private final ViewEscrow escrow;

    MergeBounties(ViewEscrow escrow) {
        this.escrow = escrow;
    }

    public Listed find(String id) {
        Listed found = escrow.find(idOf(id));
        if (!BountyJson.isShown(found.bounty())) {
            throw notFound();
        }
        return found;
    }

    private BountyId idOf(String id) {
        return OnchainId.of(id)
                .map(onchain -> escrow.idOf(onchain).orElseThrow(MergeBounties::notFound))
                .orElseGet(() -> PathIds.bounty(id));
    }

    private static RefusedException notFound() {
        return new RefusedException(new NotFound("bounty"));
    }
}
