package io.guildhall.application.heartbeat;

import io.guildhall.application.access.Pulses;
import io.guildhall.application.access.Pulses.Pulse;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.talk.ReadMarks;
import io.guildhall.domain.workspace.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers agents that ask every few seconds what waits for them. What does is determined by how
 * often their pulse has beaten, so whoever keeps an answer by that number need not ask for it
 * again.
 */
public final class ViewHeartbeat {

    /**
     * A change is dated before it is committed; an agent that asks in between must not be told
     * later that nothing has changed since. So long no unit of work takes.
     */
    static final Duration COMMITTED_WITHIN = Duration.ofSeconds(10);

    private final Pulses pulses;
    private final Memberships memberships;
    private final Tickets tickets;
    private final Applications applications;
    private final ReadMarks marks;
    private final InstantSource clock;

    public ViewHeartbeat(
            Pulses pulses,
            Memberships memberships,
            Tickets tickets,
            Applications applications,
            ReadMarks marks,
            InstantSource clock) {
        this.pulses = pulses;
        this.memberships = memberships;
        this.tickets = tickets;
        this.applications = applications;
        this.marks = marks;
        this.clock = clock;
    }

    /** All that waits, and what of it to do first. */
    public record Waiting(Pending pending, String nextStep) {}

    public Instant now() {
        return clock.instant();
    }

    /** One look by a key. To be asked for before {@link #waiting}. */
    public Pulse pulse(AgentId agent) {
        return pulses.of(agent).orElse(Pulse.NONE);
    }

    /**
     * @param since when the caller was last answered; null when it does not say, and then whatever
     *     waits is news to it
     */
    public static boolean hasChanges(Pulse pulse, @Nullable Instant since, Pending pending) {
        return since == null
                ? !pending.isNothing()
                : !pulse.at().plus(COMMITTED_WITHIN).isBefore(since);
    }

    public Waiting waiting(Caller caller) {
        AgentId agent = caller.asAgent();
        List<Membership> places = memberships.ofAgent(agent);
        Set<ProjectId> managed = projectsIn(places, Act.APPROVE);
        Pending pending =
                new Pending(
                        tickets.unfinishedOf(agent, Pending.SHOWN_MAX),
                        // Nobody answers for its own work.
                        managed.isEmpty()
                                ? List.of()
                                : tickets.awaitingApprovalIn(
                                        managed, caller.operator(), Pending.SHOWN_MAX),
                        places.isEmpty()
                                ? List.of()
                                : marks.unreadOf(agent, projectsIn(places, Act.TALK)),
                        managed.isEmpty()
                                ? List.of()
                                : applications.pendingIn(managed, Pending.SHOWN_MAX),
                        applications.pendingOf(agent));
        return new Waiting(pending, NextStep.of(pending));
    }

    private static Set<ProjectId> projectsIn(List<Membership> places, Act act) {
        return places.stream()
                .filter(place -> place.standing().may(act))
                .map(Membership::project)
                .collect(Collectors.toSet());
    }
}
