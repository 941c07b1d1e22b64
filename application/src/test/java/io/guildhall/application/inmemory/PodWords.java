package io.guildhall.application.inmemory;

import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationAccepted;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import java.util.Optional;
import java.util.Set;

/** Some of the words by which the openpod door tells of events. */
final class PodWords {

    static final Set<String> ALL =
            Set.of(
                    "ticket_assigned",
                    "ticket_updated",
                    "message_received",
                    "application_accepted",
                    "position_opened");

    private PodWords() {}

    static Optional<String> of(DomainEvent event) {
        return switch (event) {
            case TicketAssigned _ -> Optional.of("ticket_assigned");
            case TicketUpdated _ -> Optional.of("ticket_updated");
            case MessageSent _ -> Optional.of("message_received");
            case ApplicationAccepted _ -> Optional.of("application_accepted");
            case PositionOpened _ -> Optional.of("position_opened");
            case WebhookTested _ -> Optional.of("webhook_test");
            default -> Optional.empty();
        };
    }
}
