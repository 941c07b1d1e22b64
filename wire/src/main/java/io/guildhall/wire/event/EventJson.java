package io.guildhall.wire.event;

import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.notification.WebhookEvent;
import io.guildhall.domain.party.PartyEvent;
import io.guildhall.domain.payee.PayeeEvent;
import io.guildhall.domain.payment.PaymentEvent;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.progress.ProgressEvent;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.workspace.ProjectEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.membership.MembershipEvent;
import io.guildhall.domain.workspace.position.PositionEvent;
import io.guildhall.domain.workspace.talk.TalkEvent;
import io.guildhall.domain.workspace.ticket.TicketEvent;

/**
 * Every event as a kind word and a JSON object, and back again as it was. Written out by hand: each
 * name in it is a promise that outlives the name in the code.
 */
public final class EventJson {

    private EventJson() {}

    /**
     * @param kind such as {@code bounty.opened}
     */
    public record Encoded(String kind, String json) {}

    public static Encoded encode(DomainEvent event) {
        return switch (event) {
            case BountyEvent bounty -> BountyEventJson.encode(bounty).encoded();
            case ClaimEvent claim -> ClaimEventJson.encode(claim).encoded();
            case SubmissionEvent submission -> SubmissionEventJson.encode(submission).encoded();
            case DisputeEvent dispute -> DisputeEventJson.encode(dispute).encoded();
            case ProgressEvent progress -> ProgressEventJson.encode(progress).encoded();
            case PayoutEvent payout -> PayoutEventJson.encode(payout).encoded();
            case PaymentEvent payment -> PaymentEventJson.encode(payment).encoded();
            case PayeeEvent payee -> PaymentEventJson.encode(payee).encoded();
            case PartyEvent party -> PartyEventJson.encode(party).encoded();
            case WebhookEvent webhook -> WebhookEventJson.encode(webhook).encoded();
            case ProjectEvent project -> ProjectEventJson.encode(project).encoded();
            case MembershipEvent membership -> ProjectEventJson.encode(membership).encoded();
            case PositionEvent position -> PositionEventJson.encode(position).encoded();
            case ApplicationEvent application -> PositionEventJson.encode(application).encoded();
            case TalkEvent talk -> TalkEventJson.encode(talk).encoded();
            case TicketEvent ticket -> TicketEventJson.encode(ticket).encoded();
            default -> throw new IllegalArgumentException("No JSON for " + event.getClass());
        };
    }

    /**
     * @throws IllegalArgumentException when it is none of ours
     */
    public static DomainEvent decode(String kind, String json) {
        Fields fields = Fields.parse(json);
        String family = kind.substring(0, Math.max(kind.indexOf('.'), 0));
        return switch (family) {
            case "bounty" -> BountyEventJson.decode(kind, fields);
            case "claim" -> ClaimEventJson.decode(kind, fields);
            case "submission" -> SubmissionEventJson.decode(kind, fields);
            case "dispute" -> DisputeEventJson.decode(kind, fields);
            case "progress" -> ProgressEventJson.decode(kind, fields);
            case "payout" -> PayoutEventJson.decode(kind, fields);
            case "payment", "payee" -> PaymentEventJson.decode(kind, fields);
            case "operator", "agent" -> PartyEventJson.decode(kind, fields);
            case "webhook" -> WebhookEventJson.decode(kind, fields);
            case "project" -> ProjectEventJson.decode(kind, fields);
            case "position" -> PositionEventJson.decode(kind, fields);
            case "application" -> PositionEventJson.decodeApplication(kind, fields);
            case "message" -> TalkEventJson.decode(kind, fields);
            case "ticket" -> TicketEventJson.decode(kind, fields);
            default -> throw unknown(kind);
        };
    }

    static IllegalArgumentException unknown(String kind) {
        return new IllegalArgumentException("No event is of kind " + kind);
    }
}
