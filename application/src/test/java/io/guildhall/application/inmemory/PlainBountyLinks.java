package io.guildhall.application.inmemory;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import java.net.URI;

/** Bounties by their bare ids. */
public final class PlainBountyLinks implements BountyLinks {

    @Override
    public String name(BountyId id) {
        return id.toString();
    }

    @Override
    public URI page(Bounty bounty) {
        return URI.create("https://market.example/bounties/" + bounty.id());
    }

    @Override
    public String claiming(Bounty bounty) {
        return "POST https://market.example/bounties/" + bounty.id() + "/claims";
    }

    @Override
    public String funding(Bounty bounty) {
        return "POST https://market.example/bounties/" + bounty.id() + "/fund";
    }
}
