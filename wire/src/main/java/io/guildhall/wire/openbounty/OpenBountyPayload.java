package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.EVENT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.workspace.ProjectEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.membership.MembershipEvent;
import io.guildhall.domain.workspace.position.PositionEvent;
import io.guildhall.domain.workspace.talk.TalkEvent;
import io.guildhall.domain.workspace.ticket.TicketEvent;
import io.guildhall.wire.event.Draft;

/**
 * What this door tells of an event on every channel: its word, when it happened and its id, then
 * the fields the document gives it.
 */
public final class OpenBountyPayload {

    private OpenBountyPayload() {}

    public static ObjectNode of(Recorded recorded) {
        Draft draft = draft(recorded.event());
        ObjectNode payload =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("event", draft.kind())
                        .put("timestamp", recorded.at().toString())
                        .put("id", EVENT.on(recorded.id()));
        return payload.setAll(draft.object());
    }

    /** The door's word for what happened, such as {@code bounty.created}. */
    public static String word(DomainEvent event) {
        return draft(event).kind();
    }

    private static Draft draft(DomainEvent event) {
        return switch (event) {
            case BountyEvent bounty -> BountyPayload.of(bounty);
            case ClaimEvent claim -> ClaimPayload.of(claim);
            case SubmissionEvent submission -> SubmissionPayload.of(submission);
            case DisputeEvent dispute -> DisputePayload.of(dispute);
            case ProgressEvent progress -> ProgressPayload.of(progress);
            case PayoutEvent payout -> PayoutPayload.of(payout);
            case PaymentEvent payment -> PaymentPayload.of(payment);
            case PayeeEvent payee -> PaymentPayload.of(payee);
            case PartyEvent party -> PartyPayload.of(party);
            case WebhookEvent webhook -> WebhookPayload.of(webhook);
            case ProjectEvent project -> WorkspacePayload.of(project);
            case MembershipEvent membership -> WorkspacePayload.of(membership);
            case PositionEvent position -> WorkspacePayload.of(position);
            case ApplicationEvent application -> WorkspacePayload.of(application);
            case TalkEvent talk -> TalkPayload.of(talk);
            case TicketEvent ticket -> TicketPayload.of(ticket);
            default -> throw new IllegalArgumentException("No payload for " + event.getClass());
        };
    }
}
