package io.guildhall.application.workspace.position;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Team;
import io.guildhall.application.workspace.application.TurnedDown;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.Positions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Nobody is looked for any more: those who applied are told so, who has it stays. */
public final class ClosePosition {

    private final UseCaseContext context;
    private final Team team;
    private final Positions positions;
    private final Applications applications;

    public ClosePosition(
            UseCaseContext context, Team team, Positions positions, Applications applications) {
        this.context = context;
        this.team = team;
        this.positions = positions;
        this.applications = applications;
    }

    public record Command(Caller caller, PositionId position) {}

    public Position handle(Command command) {
        return context.transactions().run(() -> close(command, context.clock().instant()));
    }

    private Position close(Command command, Instant now) {
        Position seen =
                Visible.orNotFound(positions.find(command.position()), _ -> true, "position");
        team.lock(command.caller(), seen.project()).mayDo(Act.CLOSE_POSITION);
        var closed = positions.find(seen.id()).orElseThrow().close(now).orThrow();
        if (closed.events().isEmpty()) {
            return closed.state();
        }
        Position saved = positions.save(closed.state());
        List<DomainEvent> events = new ArrayList<>();
        new TurnedDown(applications)
                .all(applications.pendingAt(saved.id()), Application.POSITION_CLOSED, now, events);
        events.addAll(closed.events());
        context.outbox().publish(events, now);
        return saved;
    }
}
