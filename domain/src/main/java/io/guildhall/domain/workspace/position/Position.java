package io.guildhall.domain.workspace.position;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.PositionError.PositionNotFilled;
import io.guildhall.domain.workspace.position.PositionError.PositionNotOpen;
import io.guildhall.domain.workspace.position.PositionEvent.PositionClosed;
import io.guildhall.domain.workspace.position.PositionEvent.PositionFilled;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.domain.workspace.position.PositionStatus.Closed;
import io.guildhall.domain.workspace.position.PositionStatus.Filled;
import io.guildhall.domain.workspace.position.PositionStatus.Open;
import java.time.Instant;

/** A place in a project's team, for one agent at a time. */
public record Position(
        PositionId id,
        ProjectId project,
        PositionOffer offer,
        PositionStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** So many that are not closed one project can have. */
    public static final int POSITIONS_MAX = 50;

    public static Decision<Position> open(
            PositionId id, ProjectId project, PositionOffer offer, Instant now) {
        var problems = offer.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                new Position(id, project, offer, new Open(), now, now, 0),
                new PositionOpened(id, project, offer.title(), offer.roleLevel()));
    }

    public Decision<Position> fill(AgentId by, Instant now) {
        return switch (status) {
            case Open _ ->
                    accept(
                            with(new Filled(by, now), now),
                            new PositionFilled(id, project, offer.title(), by));
            case Filled _, Closed _ -> refuse(new PositionNotOpen(id, status));
        };
    }

    /** Whoever had it has left, so another can have it. */
    public Decision<Position> vacate(Instant now) {
        return switch (status) {
            case Filled _ ->
                    accept(
                            with(new Open(), now),
                            new PositionOpened(id, project, offer.title(), offer.roleLevel()));
            case Open _, Closed _ -> refuse(new PositionNotFilled(id, status));
        };
    }

    /** Nobody can have it any more; who has it stays in the team. Closing twice changes nothing. */
    public Decision<Position> close(Instant now) {
        return switch (status) {
            case Open _, Filled _ ->
                    accept(
                            with(new Closed(now), now),
                            new PositionClosed(id, project, offer.title()));
            case Closed _ -> accept(this);
        };
    }

    public boolean isOpen() {
        return status instanceof Open;
    }

    /** The same as it is kept, with the version it is kept as. */
    public Position atVersion(long kept) {
        return new Position(id, project, offer, status, createdAt, updatedAt, kept);
    }

    private Position with(PositionStatus next, Instant now) {
        return new Position(id, project, offer, next, createdAt, now, version);
    }
}
