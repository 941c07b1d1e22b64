package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;
import static io.guildhall.wire.id.OpenBountyIds.DISPUTE;
import static io.guildhall.wire.id.OpenBountyIds.EVIDENCE;
import static io.guildhall.wire.id.OpenBountyIds.OFFER;
import static io.guildhall.wire.id.OpenBountyIds.SUBMISSION;

import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeEvent.DisputeSettled;
import io.guildhall.domain.dispute.DisputeEvent.DisputeWithdrawn;
import io.guildhall.domain.dispute.DisputeEvent.EvidenceGiven;
import io.guildhall.domain.dispute.DisputeEvent.OfferMade;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.wire.event.Draft;

/** What this door tells of disputes. */
final class DisputePayload {

    private DisputePayload() {}

    static Draft of(DisputeEvent event) {
        return switch (event) {
            case DisputeOpened opened ->
                    about("dispute.opened", event)
                            .text("reason", opened.reason())
                            .id("claim_id", CLAIM, opened.claim().value())
                            .idIfAny(
                                    "submission_id",
                                    SUBMISSION,
                                    opened.submission() == null
                                            ? null
                                            : opened.submission().value())
                            .text("opened_by", opened.by().word())
                            .instant("answer_by", opened.answerBy());
            case EvidenceGiven(var _, var _, var _, var evidence, var by) ->
                    about("dispute.evidence_given", event)
                            .id("evidence_id", EVIDENCE, evidence.value())
                            .text("by", by.word());
            case OfferMade(var _, var _, var _, Offer(var offer, var by, var share, var _)) ->
                    about("dispute.offer_made", event)
                            .id("offer_id", OFFER, offer.value())
                            .text("by", by.word())
                            .number("agent_share_bps", share);
            case DisputeSettled(var _, var _, var _, var share) ->
                    about("dispute.settled", event).number("agent_share_bps", share);
            case DisputeWithdrawn _ -> about("dispute.withdrawn", event);
            case DisputeResolved(var _, var _, var _, var ruling, var notes, var byTime) ->
                    about("dispute.resolved", event)
                            .text("ruling", ruling.word())
                            .number("agent_share_bps", ruling.agentShare())
                            .text("notes", notes)
                            .flag("by_time", byTime);
        };
    }

    private static Draft about(String word, DisputeEvent event) {
        return Draft.of(word)
                .id("dispute_id", DISPUTE, event.dispute().value())
                .id("bounty_id", BOUNTY, event.bounty().value());
    }
}
