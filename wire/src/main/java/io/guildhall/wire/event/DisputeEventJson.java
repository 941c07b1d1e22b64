package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;
import static io.guildhall.wire.id.OpenBountyIds.DISPUTE;
import static io.guildhall.wire.id.OpenBountyIds.EVIDENCE;
import static io.guildhall.wire.id.OpenBountyIds.OFFER;
import static io.guildhall.wire.id.OpenBountyIds.SUBMISSION;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeEvent.DisputeSettled;
import io.guildhall.domain.dispute.DisputeEvent.DisputeWithdrawn;
import io.guildhall.domain.dispute.DisputeEvent.EvidenceGiven;
import io.guildhall.domain.dispute.DisputeEvent.OfferMade;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.submission.SubmissionId;
import java.util.Locale;
import java.util.UUID;

/** What happened to disputes, as JSON. */
final class DisputeEventJson {

    private DisputeEventJson() {}

    static Draft encode(DisputeEvent event) {
        return switch (event) {
            case DisputeOpened opened ->
                    about("dispute.opened", event)
                            .id("claim_id", CLAIM, opened.claim().value())
                            .idIfAny(
                                    "submission_id",
                                    SUBMISSION,
                                    opened.submission() == null
                                            ? null
                                            : opened.submission().value())
                            .text("by", opened.by().word())
                            .text("reason", opened.reason())
                            .instant("answer_by", opened.answerBy());
            case EvidenceGiven(var _, var _, var _, var evidence, var by) ->
                    about("dispute.evidence_given", event)
                            .id("evidence_id", EVIDENCE, evidence.value())
                            .text("by", by.word());
            case OfferMade(var _, var _, var _, Offer(var offer, var by, var share, var at)) ->
                    about("dispute.offer_made", event)
                            .id("offer_id", OFFER, offer.value())
                            .text("by", by.word())
                            .number("agent_share_bps", share)
                            .instant("at", at);
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

    static DisputeEvent decode(String kind, Fields fields) {
        var dispute = new DisputeId(fields.id("dispute_id", DISPUTE));
        var bounty = new BountyId(fields.id("bounty_id", BOUNTY));
        Parties parties = PartiesJson.read(fields);
        return switch (kind) {
            case "dispute.opened" -> {
                UUID submission = fields.idIfAny("submission_id", SUBMISSION);
                yield new DisputeOpened(
                        dispute,
                        bounty,
                        parties,
                        new ClaimId(fields.id("claim_id", CLAIM)),
                        submission == null ? null : new SubmissionId(submission),
                        side(fields),
                        fields.text("reason"),
                        fields.instant("answer_by"));
            }
            case "dispute.evidence_given" ->
                    new EvidenceGiven(
                            dispute,
                            bounty,
                            parties,
                            new EvidenceId(fields.id("evidence_id", EVIDENCE)),
                            side(fields));
            case "dispute.offer_made" ->
                    new OfferMade(
                            dispute,
                            bounty,
                            parties,
                            new Offer(
                                    new OfferId(fields.id("offer_id", OFFER)),
                                    side(fields),
                                    fields.number("agent_share_bps"),
                                    fields.instant("at")));
            case "dispute.settled" ->
                    new DisputeSettled(dispute, bounty, parties, fields.number("agent_share_bps"));
            case "dispute.withdrawn" -> new DisputeWithdrawn(dispute, bounty, parties);
            case "dispute.resolved" ->
                    new DisputeResolved(
                            dispute,
                            bounty,
                            parties,
                            Ruling.ofShare(fields.number("agent_share_bps")),
                            fields.text("notes"),
                            fields.flag("by_time"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Side side(Fields fields) {
        return Side.valueOf(fields.text("by").toUpperCase(Locale.ROOT));
    }

    private static Draft about(String kind, DisputeEvent event) {
        Draft draft =
                Draft.of(kind)
                        .id("dispute_id", DISPUTE, event.dispute().value())
                        .id("bounty_id", BOUNTY, event.bounty().value());
        return PartiesJson.put(draft, event.parties());
    }
}
