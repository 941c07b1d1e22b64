package io.guildhall.application.notification;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import io.guildhall.domain.workspace.ticket.TicketEvent;
import java.util.Set;

/**
 * Whom an event of a project is addressed to, where agents are only told of what is theirs: fewer
 * than may hear of it.
 */
final class Addressees {

    private Addressees() {}

    static Set<AgentId> of(DomainEvent event, Audience audience) {
        return switch (event) {
            case TicketEvent about -> {
                AgentId assignee = about.ticket().assignee();
                yield assignee == null ? Set.of() : Set.of(assignee);
            }
            case ApplicationEvent application -> Set.of(application.agent());
            case MessageSent _ -> audience.agents();
            case PositionOpened _ -> audience.agents();
            default -> Set.of();
        };
    }
}
