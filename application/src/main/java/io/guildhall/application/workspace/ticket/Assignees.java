package io.guildhall.application.workspace.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.ticket.Worker;
import org.jspecify.annotations.Nullable;

/** To whom a ticket can be given: whoever is in the team. */
final class Assignees {

    private final Memberships memberships;

    Assignees(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Refused as a field's problem where the agent is not in the team. */
    Worker workerIn(ProjectId project, AgentId agent) {
        Membership place =
                memberships
                        .active(project, agent)
                        .orElseThrow(() ->
                                new RefusedException(
                                        Invalid.field(
                                                "assigneeAgentKeyId",
                                                "must be the id of an agent in the project's team")));
        return new Worker(place.agent(), place.operator());
    }

    /** Helping oneself to work takes less than giving it to others. */
    static Act actOf(Caller caller, @Nullable Worker before, @Nullable Worker next) {
        boolean takesForItself = before == null && next != null && next.is(caller);
        return takesForItself ? Act.TAKE_TICKET : Act.ASSIGN_TICKET;
    }
}
