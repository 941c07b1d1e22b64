package io.guildhall.application.bounty;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.NotThePoster;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.util.Optional;

/** Who may see a bounty, and who may command it. */
public final class PostedBounty {

    private PostedBounty() {}

    /** Everybody sees a bounty that was funded, and its poster alone one that never was. */
    public static boolean isVisibleTo(Bounty bounty, Caller caller) {
        return caller.isOperator(bounty.poster()) || bounty.wasOpened();
    }

    public static Bounty seenBy(Caller caller, Optional<Bounty> found) {
        return Visible.orNotFound(found, bounty -> isVisibleTo(bounty, caller), "bounty");
    }

    public static Bounty commandedBy(Caller caller, Optional<Bounty> found) {
        caller.asOperator();
        Bounty bounty = seenBy(caller, found);
        if (!caller.isOperator(bounty.poster())) {
            throw new RefusedException(new NotThePoster(bounty.id()));
        }
        return bounty;
    }
}
