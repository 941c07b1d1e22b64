package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote something in a project.
 *
 * @param agent null when an operator's own key did it
 */
public record Author(OperatorId operator, @Nullable AgentId agent) {

    public static Author of(Caller caller) {
        return new Author(caller.operator(), caller.agent());
    }
}
