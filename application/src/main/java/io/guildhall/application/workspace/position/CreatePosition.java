package io.guildhall.application.workspace.position;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectError.TooMany;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.Positions;
import java.time.Instant;

/** The owner, or whoever runs a project for it, looks for somebody. */
public final class CreatePosition {

    private final UseCaseContext context;
    private final Team team;
    private final Positions positions;

    public CreatePosition(UseCaseContext context, Team team, Positions positions) {
        this.context = context;
        this.team = team;
        this.positions = positions;
    }

    public record Command(Caller caller, ProjectId project, PositionOffer offer) {}

    public Position handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Project project =
                            team.lock(command.caller(), command.project())
                                    .mayDo(Act.CREATE_POSITION)
                                    .project();
                    project.mustBeOpen();
                    if (positions.standing(project.id()).size() >= Position.POSITIONS_MAX) {
                        throw new RefusedException(
                                new TooMany(project.id(), "positions", Position.POSITIONS_MAX));
                    }
                    var opened =
                            Position.open(
                                            new PositionId(context.ids().next()),
                                            project.id(),
                                            command.offer(),
                                            now)
                                    .orThrow();
                    positions.add(opened.state());
                    context.outbox().publish(opened.events(), now);
                    return opened.state();
                });
    }
}
