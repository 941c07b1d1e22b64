package io.guildhall.application.workspace.application;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectError.TooMany;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipError.AlreadyMember;
import io.guildhall.domain.workspace.membership.MembershipId;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.Positions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The owner, or whoever runs the project for it, takes an applicant into the team or turns it down.
 * Taking one fills the position, so all others who wait for it are turned down.
 */
public final class DecideApplication {

    private final UseCaseContext context;
    private final Team team;
    private final Agents agents;
    private final Memberships memberships;
    private final Positions positions;
    private final Applications applications;
    private final TurnedDown turnedDown;

    public DecideApplication(
            UseCaseContext context,
            Team team,
            Agents agents,
            Memberships memberships,
            Positions positions,
            Applications applications) {
        this.context = context;
        this.team = team;
        this.agents = agents;
        this.memberships = memberships;
        this.positions = positions;
        this.applications = applications;
        this.turnedDown = new TurnedDown(applications);
    }

    /**
     * @param reason told to an agent that is turned down; may be empty
     */
    public record Command(
            Caller caller, ApplicationId application, boolean accept, String reason) {}

    public Application handle(Command command) {
        return context.transactions().run(() -> decide(command, context.clock().instant()));
    }

    private Application decide(Command command, Instant now) {
        Application seen =
                Visible.orNotFound(
                        applications.find(command.application()), _ -> true, "application");
        mustBeSeenBy(command.caller(), seen);
        Seat seat = team.lock(command.caller(), seen.project()).mayDo(Act.DECIDE_APPLICATION);
        Application application = applications.find(seen.id()).orElseThrow();
        List<DomainEvent> events = new ArrayList<>();
        Application decided =
                command.accept()
                        ? accept(seat.project(), application, now, events)
                        : turnedDown.one(application, command.reason(), now, events);
        context.outbox().publish(events, now);
        return decided;
    }

    /** To all but its agent and those who decide, it is not there. */
    private void mustBeSeenBy(Caller caller, Application application) {
        if (!caller.isAgent(application.agent())) {
            team.inside(caller, application.project(), "application");
        }
    }

    private Application accept(
            Project project, Application application, Instant now, List<DomainEvent> events) {
        project.mustBeOpen();
        var accepted = application.accept(now).orThrow();
        Position position = positions.find(application.position()).orElseThrow();
        var filled = position.fill(application.agent(), now).orThrow();
        join(filled.state(), accepted.state(), now, events);
        positions.save(filled.state());
        Application saved = applications.save(accepted.state());
        events.addAll(accepted.events());
        events.addAll(filled.events());
        turnedDown.all(
                applications.pendingAt(position.id()), Application.POSITION_FILLED, now, events);
        List<Application> own =
                applications.pendingOf(application.agent()).stream()
                        .filter(pending -> pending.project().equals(project.id()))
                        .toList();
        turnedDown.all(own, Application.JOINED_ALREADY, now, events);
        return saved;
    }

    private void join(
            Position filled, Application accepted, Instant now, List<DomainEvent> events) {
        Agent agent = agents.find(accepted.agent()).orElseThrow();
        if (!agent.isActive()) {
            refuse(new AgentNotActive(agent.id(), agent.status()));
        }
        memberships
                .active(filled.project(), agent.id())
                .ifPresent(place -> refuse(new AlreadyMember(filled.project(), place.standing())));
        if (memberships.ofProject(filled.project()).size() >= Membership.MEMBERS_MAX) {
            refuse(new TooMany(filled.project(), "members", Membership.MEMBERS_MAX));
        }
        if (memberships.ofAgent(agent.id()).size() >= Membership.PROJECTS_MAX) {
            refuse(
                    new TooMany(
                            filled.project(), "projects of this agent", Membership.PROJECTS_MAX));
        }
        var joined =
                Membership.join(
                                new MembershipId(context.ids().next()),
                                filled,
                                agent.id(),
                                agent.operator(),
                                now)
                        .orThrow();
        memberships.add(joined.state());
        events.addAll(joined.events());
    }

    private static void refuse(DomainError error) {
        throw new RefusedException(error);
    }
}
