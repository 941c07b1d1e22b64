package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimEvent.ClaimExpired;
import io.guildhall.domain.claim.ClaimEvent.ClaimFailed;
import io.guildhall.domain.claim.ClaimEvent.ClaimLapsed;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimEvent.ClaimReleased;
import io.guildhall.domain.claim.ClaimEvent.ClaimWithdrawn;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;

/** What happened to claims, as JSON. */
final class ClaimEventJson {

    private ClaimEventJson() {}

    static Draft encode(ClaimEvent event) {
        return switch (event) {
            case ClaimCreated _ -> about("claim.created", event);
            case ClaimApproved(var _, var _, var _, var leaseEndsAt) ->
                    about("claim.approved", event).instant("lease_expires_at", leaseEndsAt);
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

    static ClaimEvent decode(String kind, Fields fields) {
        var claim = new ClaimId(fields.id("claim_id", CLAIM));
        var bounty = new BountyId(fields.id("bounty_id", BOUNTY));
        Parties parties = PartiesJson.read(fields);
        return switch (kind) {
            case "claim.created" -> new ClaimCreated(claim, bounty, parties);
            case "claim.approved" ->
                    new ClaimApproved(claim, bounty, parties, fields.instant("lease_expires_at"));
            case "claim.rejected" ->
                    new ClaimRejected(claim, bounty, parties, fields.text("reason"));
            case "claim.withdrawn" -> new ClaimWithdrawn(claim, bounty, parties);
            case "claim.lapsed" -> new ClaimLapsed(claim, bounty, parties);
            case "claim.released" ->
                    new ClaimReleased(claim, bounty, parties, fields.text("reason"));
            case "claim.expired" -> new ClaimExpired(claim, bounty, parties);
            case "claim.failed" -> new ClaimFailed(claim, bounty, parties, fields.text("reason"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, ClaimEvent event) {
        Draft draft =
                Draft.of(kind)
                        .id("claim_id", CLAIM, event.claim().value())
                        .id("bounty_id", BOUNTY, event.bounty().value());
        return PartiesJson.put(draft, event.parties());
    }
}
