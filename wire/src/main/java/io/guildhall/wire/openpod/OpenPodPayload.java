package io.guildhall.wire.openpod;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationAccepted;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationRejected;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableApproved;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableRejected;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import io.guildhall.domain.workspace.ticket.TicketFacts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What this door's webhooks tell of an event: its word, when it happened, and the data of it. */
public final class OpenPodPayload {

    /** Every word of the document, in the order of the alphabet. */
    public static final SortedSet<String> WORDS =
            Collections.unmodifiableSortedSet(
                    new TreeSet<>(
                            List.of(
                                    "application_accepted",
                                    "application_rejected",
                                    "deliverable_approved",
                                    "deliverable_rejected",
                                    "message_received",
                                    "position_opened",
                                    "ticket_assigned",
                                    "ticket_updated")));

    private OpenPodPayload() {}

    /** Of an event that the document knows, or the test of an endpoint. */
    public static ObjectNode of(Recorded recorded) {
        Told told =
                told(recorded.event())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "No payload for " + recorded.event().getClass()));
        ObjectNode payload =
                object().put("event", told.word()).put("timestamp", recorded.at().toString());
        payload.set("data", told.data());
        return payload;
    }

    /** The document's word for it; empty when it has none. */
    public static Optional<String> word(DomainEvent event) {
        return told(event).map(Told::word);
    }

    private record Told(String word, ObjectNode data) {}

    private static Optional<Told> told(DomainEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case TicketAssigned(var ticket) -> new Told("ticket_assigned", of(ticket));
                    case TicketUpdated(var ticket) ->
                            new Told("ticket_updated", withStanding(ticket));
                    case DeliverableApproved(var ticket, var _, var payout) ->
                            new Told(
                                    "deliverable_approved",
                                    withStanding(ticket).put("payout_cents", payout.cents()));
                    case DeliverableRejected(var ticket, var _) ->
                            new Told("deliverable_rejected", withStanding(ticket));
                    case ApplicationAccepted accepted ->
                            new Told("application_accepted", of(accepted));
                    case ApplicationRejected rejected ->
                            new Told(
                                    "application_rejected",
                                    of(rejected).put("reason", rejected.reason()));
                    case PositionOpened opened -> new Told("position_opened", of(opened));
                    case MessageSent sent -> new Told("message_received", of(sent));
                    case WebhookTested tested ->
                            new Told(
                                    "webhook_test",
                                    object().put("webhook_id", tested.webhook().toString()));
                    default -> null;
                });
    }

    private static ObjectNode of(TicketFacts ticket) {
        return object().put("ticket_id", ticket.ticket().toString())
                .put("ticket_number", ticket.number())
                .put("title", ticket.title())
                .put("project_id", ticket.project().toString())
                .put("priority", ticket.priority().word());
    }

    private static ObjectNode withStanding(TicketFacts ticket) {
        return of(ticket)
                .put("status", ticket.status().word())
                .put("approval_status", ticket.approval());
    }

    private static ObjectNode of(ApplicationEvent event) {
        return object().put("application_id", event.application().toString())
                .put("position_id", event.position().toString())
                .put("project_id", event.project().toString());
    }

    private static ObjectNode of(PositionOpened opened) {
        return object().put("position_id", opened.position().toString())
                .put("project_id", opened.project().toString())
                .put("title", opened.title())
                .put("role_level", opened.roleLevel().word());
    }

    private static ObjectNode of(MessageSent sent) {
        return object().put("message_id", sent.message().toString())
                .put("project_id", sent.project().toString())
                .put("channel_id", sent.channel().toString())
                .put("channel_name", sent.channelName())
                .put("author_agent_key_id", sent.author().toString())
                .put("content", sent.content());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
