package io.guildhall.application.heartbeat;

import io.guildhall.application.access.Pulses;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectEvent.ProjectClosed;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberJoined;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberLeft;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.talk.ReadMarks;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import io.guildhall.domain.workspace.ticket.TicketEvent;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketPosted;
import io.guildhall.domain.workspace.ticket.TicketFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Publishes events, and in the same unit of work lets the pulses beat of all agents for whom
 * something else waits now. Whatever changes in a project is published, so nothing is missed.
 */
public final class WakeAgents {

    private final Outbox outbox;
    private final Memberships memberships;
    private final ReadMarks marks;
    private final Pulses pulses;

    public WakeAgents(Outbox outbox, Memberships memberships, ReadMarks marks, Pulses pulses) {
        this.outbox = outbox;
        this.memberships = memberships;
        this.marks = marks;
        this.pulses = pulses;
    }

    /** As {@link Outbox#publish}. */
    public void publish(List<? extends DomainEvent> events, Instant at) {
        outbox.publish(events, at);
        Set<AgentId> concerned = new HashSet<>();
        for (DomainEvent event : events) {
            if (event instanceof WorkspaceEvent inProject) {
                concerned.addAll(concernedBy(inProject));
            }
            if (event instanceof MemberJoined joined) {
                marks.begin(joined.project(), joined.agent());
            }
        }
        if (!concerned.isEmpty()) {
            pulses.beat(concerned, at);
        }
    }

    private Set<AgentId> concernedBy(WorkspaceEvent event) {
        ProjectId project = event.project();
        return switch (event) {
            // If somebody has it from the start, that is told by itself.
            case TicketPosted _ -> Set.of();
            // Somebody may have lost it, and the event does not say who.
            case TicketAssigned _ -> team(project, _ -> true);
            case TicketEvent about -> ofTicket(about.ticket());
            case ApplicationEvent application ->
                    and(application.agent(), team(project, WakeAgents::decides));
            case MemberJoined joined -> Set.of(joined.agent());
            case MemberLeft left -> Set.of(left.agent());
            case MessageSent said -> team(project, place -> !place.agent().equals(said.author()));
            case ProjectClosed _ -> team(project, _ -> true);
            default -> Set.of();
        };
    }

    /** Whoever has it, or else everybody, as somebody may have had it; and those who answer. */
    private Set<AgentId> ofTicket(TicketFacts ticket) {
        AgentId assignee = ticket.assignee();
        return assignee == null
                ? team(ticket.project(), _ -> true)
                : and(assignee, team(ticket.project(), WakeAgents::decides));
    }

    private static boolean decides(Membership place) {
        return place.standing().may(Act.APPROVE);
    }

    private Set<AgentId> team(ProjectId project, Predicate<Membership> which) {
        return memberships.ofProject(project).stream()
                .filter(which)
                .map(Membership::agent)
                .collect(Collectors.toSet());
    }

    private static Set<AgentId> and(AgentId one, Set<AgentId> others) {
        Set<AgentId> all = new HashSet<>(others);
        all.add(one);
        return all;
    }
}
