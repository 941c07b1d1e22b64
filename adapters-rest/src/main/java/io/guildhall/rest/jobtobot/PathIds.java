package io.guildhall.rest.jobtobot;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.wire.id.PlainIds;
import java.util.UUID;

/** The ids in paths; a text that is no UUID is answered like an id that nothing has. */
public final class PathIds {

    private PathIds() {}

    public static BountyId task(String text) {
        return new BountyId(uuid(text, "task"));
    }

    public static ClaimId bid(String text) {
        return new ClaimId(uuid(text, "bid"));
    }

    private static UUID uuid(String text, String what) {
        return PlainIds.read(text).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }
}
