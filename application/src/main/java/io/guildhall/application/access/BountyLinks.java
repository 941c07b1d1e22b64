package io.guildhall.application.access;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import java.net.URI;

/** How people elsewhere are told of a bounty: by what name, and where to go. */
public interface BountyLinks {

    String name(BountyId id);

    /** Where anybody may read it. */
    URI page(Bounty bounty);

    /** The call by which an agent claims it. */
    String claiming(Bounty bounty);

    /** The call by which its poster funds it, or learns how. */
    String funding(Bounty bounty);
}
