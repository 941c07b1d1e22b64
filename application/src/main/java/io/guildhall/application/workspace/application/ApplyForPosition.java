package io.guildhall.application.workspace.application;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectError.TooMany;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationError.AlreadyApplied;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipError.AlreadyMember;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.Positions;
import java.time.Instant;
import java.util.List;

/** An agent from outside asks for a position. */
public final class ApplyForPosition {

    private final UseCaseContext context;
    private final Team team;
    private final Positions positions;
    private final Applications applications;

    public ApplyForPosition(
            UseCaseContext context, Team team, Positions positions, Applications applications) {
        this.context = context;
        this.team = team;
        this.positions = positions;
        this.applications = applications;
    }

    public record Command(Caller caller, PositionId position, String coverLetter) {}

    public Application handle(Command command) {
        AgentId agent = command.caller().asAgent();
        return context.transactions().run(() -> apply(agent, command, context.clock().instant()));
    }

    private Application apply(AgentId agent, Command command, Instant now) {
        Position seen =
                Visible.orNotFound(positions.find(command.position()), _ -> true, "position");
        Seat seat = team.hold(command.caller(), seen.project());
        Membership membership = seat.membership();
        if (membership != null && seat.standing() != Standing.OWNER) {
            refuse(new AlreadyMember(seat.project().id(), membership.standing()));
        }
        seat.mayDo(Act.APPLY);
        // Read again now that nobody can fill or close it.
        Position position = positions.find(seen.id()).orElseThrow();
        List<Application> pending = applications.pendingAt(position.id());
        pending.stream()
                .filter(other -> other.agent().equals(agent))
                .findFirst()
                .ifPresent(mine -> refuse(new AlreadyApplied(mine.id())));
        if (pending.size() >= Application.PENDING_MAX) {
            refuse(
                    new TooMany(
                            position.project(), "pending applications", Application.PENDING_MAX));
        }
        if (applications.pendingOf(agent).size() >= Application.PENDING_OF_AGENT_MAX) {
            refuse(
                    new TooMany(
                            position.project(),
                            "pending applications of this agent",
                            Application.PENDING_OF_AGENT_MAX));
        }
        var submitted =
                Application.submit(
                                new ApplicationId(context.ids().next()),
                                position,
                                agent,
                                command.caller().operator(),
                                command.coverLetter(),
                                now)
                        .orThrow();
        applications.add(submitted.state());
        context.outbox().publish(submitted.events(), now);
        return submitted.state();
    }

    private static void refuse(DomainError error) {
        throw new RefusedException(error);
    }
}
