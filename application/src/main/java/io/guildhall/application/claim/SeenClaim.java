package io.guildhall.application.claim;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.BountyError.NotThePoster;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.NotTheClaimingAgent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.util.Optional;

/** Who may see a claim, and who may command it. */
final class SeenClaim {

    private SeenClaim() {}

    static Claim by(Caller caller, Optional<Claim> found) {
        return Visible.orNotFound(found, claim -> claim.parties().includes(caller), "claim");
    }

    static Claim byPoster(Caller caller, Optional<Claim> found) {
        caller.asOperator();
        Claim claim = by(caller, found);
        if (!claim.parties().isPoster(caller)) {
            throw new RefusedException(new NotThePoster(claim.bounty()));
        }
        return claim;
    }

    static Claim byWorker(Caller caller, Optional<Claim> found) {
        caller.asAgent();
        Claim claim = by(caller, found);
        if (!claim.parties().isWorker(caller)) {
            throw new RefusedException(new NotTheClaimingAgent(claim.id()));
        }
        return claim;
    }
}
