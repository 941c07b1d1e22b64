package io.guildhall.rest.mergebounty;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.MergeBountyIds;
import java.util.UUID;

/** The ids in paths; a text that is no such id is answered like an id that nothing has. */
public final class PathIds {

    private PathIds() {}

    public static AgentId agent(String text) {
        return new AgentId(undressed(MergeBountyIds.AGENT, text, "agent"));
    }

    public static BountyId bounty(String text) {
        return new BountyId(undressed(MergeBountyIds.BOUNTY, text, "bounty"));
    }

    private static UUID undressed(Dress dress, String text, String what) {
        return dress.off(text).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }
}
