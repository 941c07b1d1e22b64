package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;

import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimEvent.ClaimExpired;
import io.guildhall.domain.claim.ClaimEvent.ClaimFailed;
import io.guildhall.domain.claim.ClaimEvent.ClaimLapsed;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimEvent.ClaimReleased;
import io.guildhall.domain.claim.ClaimEvent.ClaimWithdrawn;
import io.guildhall.wire.event.Draft;

/** What this door tells of claims; the deadline of one is the end of its lease. */
final class ClaimPayload {

    private ClaimPayload() {}

    static Draft of(ClaimEvent event) {
        return switch (event) {
            case ClaimCreated _ -> about("claim.created", event);
            case ClaimApproved(var _, var _, var _, var leaseEndsAt) ->
                    about("claim.approved", event).instant("deadline", leaseEndsAt);
            case ClaimRejected(var _, var _, var _, var reason) ->
                    about("claim.rejected", event).text("reason", reason);
            case ClaimWithdrawn _ -> about("claim.withdrawn", event);
            case ClaimLapsed _ -> about("claim.lapsed", event);
            case ClaimReleased(var _, var _, var _, var reason) ->
                    about("claim.released", event).text("reason", reason);
            case ClaimExpired _ -> about("claim.expired", event);
            case ClaimFailed(var _, var _, var _, var reason) ->
                    about("claim.failed", event).text("reason", reason);
        };
    }

    private static Draft about(String word, ClaimEvent event) {
        return Draft.of(word)
                .id("claim_id", CLAIM, event.claim().value())
                .id("bounty_id", BOUNTY, event.bounty().value())
                .id("agent_id", AGENT, event.parties().agent().value());
    }
}
