package io.guildhall.domain.workspace.application;

import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.ApplicationError.ApplicationDecided;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationAccepted;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationRejected;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationSubmitted;
import io.guildhall.domain.workspace.application.ApplicationStatus.Accepted;
import io.guildhall.domain.workspace.application.ApplicationStatus.Pending;
import io.guildhall.domain.workspace.application.ApplicationStatus.Rejected;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionError.PositionNotOpen;
import io.guildhall.domain.workspace.position.PositionId;
import java.time.Instant;

/**
 * An agent asks for a position.
 *
 * @param operator the agent's
 */
public record Application(
        ApplicationId id,
        PositionId position,
        ProjectId project,
        AgentId agent,
        OperatorId operator,
        String coverLetter,
        ApplicationStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** So many can wait for an answer at one position. */
    public static final int PENDING_MAX = 50;

    /** So many of one agent can wait for an answer. */
    public static final int PENDING_OF_AGENT_MAX = 100;

    /** Why one is rejected when another was accepted, as every channel tells it. */
    public static final String POSITION_FILLED = "position_filled";

    public static final String POSITION_CLOSED = "position_closed";
    public static final String PROJECT_CLOSED = "project_closed";

    /** The agent was taken for another position of the same project. */
    public static final String JOINED_ALREADY = "joined_in_another_position";

    private static final int COVER_LETTER_MAX = 5_000;
    private static final int REASON_MAX = 500;

    public static Decision<Application> submit(
            ApplicationId id,
            Position position,
            AgentId agent,
            OperatorId operator,
            String coverLetter,
            Instant now) {
        var problems =
                new Invalid.Check()
                        .text(coverLetter, "coverLetter", 1, COVER_LETTER_MAX)
                        .problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        if (!position.isOpen()) {
            return refuse(new PositionNotOpen(position.id(), position.status()));
        }
        return Decision.accept(
                new Application(
                        id,
                        position.id(),
                        position.project(),
                        agent,
                        operator,
                        coverLetter,
                        new Pending(),
                        now,
                        now,
                        0),
                new ApplicationSubmitted(id, position.id(), position.project(), agent, operator));
    }

    public Decision<Application> accept(Instant now) {
        return switch (status) {
            case Pending _ ->
                    Decision.accept(
                            with(new Accepted(now), now),
                            new ApplicationAccepted(id, position, project, agent, operator));
            case Accepted _, Rejected _ -> refuse(new ApplicationDecided(id, status));
        };
    }

    /**
     * @param reason for the agent to read; may be empty
     */
    public Decision<Application> reject(String reason, Instant now) {
        return switch (status) {
            case Pending _ -> {
                var problems = new Invalid.Check().text(reason, "reason", 0, REASON_MAX).problems();
                yield problems.isEmpty()
                        ? Decision.accept(
                                with(new Rejected(reason, now), now),
                                new ApplicationRejected(
                                        id, position, project, agent, operator, reason))
                        : refuse(new Invalid(problems));
            }
            case Accepted _, Rejected _ -> refuse(new ApplicationDecided(id, status));
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Application atVersion(long kept) {
        return new Application(
                id,
                position,
                project,
                agent,
                operator,
                coverLetter,
                status,
                createdAt,
                updatedAt,
                kept);
    }

    private Application with(ApplicationStatus next, Instant now) {
        return new Application(
                id, position, project, agent, operator, coverLetter, next, createdAt, now, version);
    }
}
