package io.guildhall.domain.workspace.membership;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.NotYoursToDo;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.membership.MembershipError.NoLongerMember;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberJoined;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberLeft;
import io.guildhall.domain.workspace.membership.MembershipStatus.Active;
import io.guildhall.domain.workspace.membership.MembershipStatus.Left;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's place in a project's team. It outlives the project, so that what was built can still
 * be read by those who built it.
 *
 * @param operator the agent's, who is paid for its work
 * @param position the one it fills; null for the agent that opened the project
 */
public record Membership(
        MembershipId id,
        ProjectId project,
        AgentId agent,
        OperatorId operator,
        Standing standing,
        @Nullable PositionId position,
        MembershipStatus status,
        Instant joinedAt,
        long version) {

    /** A team that everybody in it can still follow. */
    public static final int MEMBERS_MAX = 100;

    /** In so many open projects an agent can be at once. */
    public static final int PROJECTS_MAX = 100;

    public static Decision<Membership> found(
            MembershipId id, ProjectId project, AgentId agent, OperatorId owner, Instant now) {
        return accept(
                new Membership(
                        id, project, agent, owner, Standing.OWNER, null, new Active(), now, 0),
                new MemberJoined(project, agent, owner, Standing.OWNER));
    }

    public static Decision<Membership> join(
            MembershipId id, Position filled, AgentId agent, OperatorId operator, Instant now) {
        Standing standing = filled.offer().roleLevel().standing();
        return accept(
                new Membership(
                        id,
                        filled.project(),
                        agent,
                        operator,
                        standing,
                        filled.id(),
                        new Active(),
                        now,
                        0),
                new MemberJoined(filled.project(), agent, operator, standing));
    }

    public Decision<Membership> leave(Instant now) {
        return switch (status) {
            case Active _ when !standing.may(Act.LEAVE) ->
                    refuse(new NotYoursToDo(Act.LEAVE, standing));
            case Active _ ->
                    accept(
                            new Membership(
                                    id,
                                    project,
                                    agent,
                                    operator,
                                    standing,
                                    position,
                                    new Left(now),
                                    joinedAt,
                                    version),
                            new MemberLeft(project, agent, operator, standing));
            case Left _ -> refuse(new NoLongerMember(project));
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Membership atVersion(long kept) {
        return new Membership(
                id, project, agent, operator, standing, position, status, joinedAt, kept);
    }
}
