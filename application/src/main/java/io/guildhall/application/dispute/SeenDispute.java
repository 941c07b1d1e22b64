package io.guildhall.application.dispute;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeError.NotAParty;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.util.Optional;

/** Who may see a dispute, and who may do something about it. */
final class SeenDispute {

    private SeenDispute() {}

    /** Kept for a command until the unit of work ends. */
    record Taken(Bounty bounty, Dispute dispute) {

        Side side(Caller caller) {
            return Side.of(caller, dispute.parties())
                    .orElseThrow(() -> new RefusedException(new NotAParty()));
        }
    }

    static Dispute by(Caller caller, Optional<Dispute> found) {
        return Visible.orNotFound(
                found,
                dispute -> dispute.parties().includes(caller) || caller.watchesDisputes(),
                "dispute");
    }

    static Taken taken(Caller caller, DisputeId id, Bounties bounties, Disputes disputes) {
        Dispute seen = by(caller, disputes.find(id));
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        return new Taken(bounty, disputes.find(id).orElseThrow());
    }
}
