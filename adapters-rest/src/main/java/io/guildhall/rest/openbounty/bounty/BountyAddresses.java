package io.guildhall.rest.openbounty.bounty;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.application.access.PublicAddress;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.wire.id.MergeBountyIds;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Where bounties are found at our doors: at the one that asks nobody who it is when their money
 * lies in a contract.
 */
@Singleton
public final class BountyAddresses implements BountyLinks {

    private final String base;

    public BountyAddresses(PublicAddress address) {
        this.base = address.base();
    }

    @Override
    public String name(BountyId id) {
        return OpenBountyIds.BOUNTY.on(id.value());
    }

    @Override
    public URI page(Bounty bounty) {
        return URI.create(
                bounty.terms().isOnChain()
                        ? base + "/v1/bounties/" + merge(bounty)
                        : ownDoor(bounty));
    }

    @Override
    public String claiming(Bounty bounty) {
        return bounty.terms().isOnChain()
                ? "POST " + base + "/v1/agents/{id}/bounties/" + merge(bounty) + "/prepare-claim"
                : "POST " + ownDoor(bounty) + "/claims";
    }

    @Override
    public String funding(Bounty bounty) {
        return bounty.terms().isOnChain()
                ? "GET " + ownDoor(bounty) + "/escrow"
                : "POST " + ownDoor(bounty) + "/fund";
    }

    private String ownDoor(Bounty bounty) {
        return base + "/api/bounties/" + name(bounty.id());
    }

    private static String merge(Bounty bounty) {
        return MergeBountyIds.BOUNTY.on(bounty.id().value());
    }
}
