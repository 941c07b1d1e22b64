package io.guildhall.domain.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Which projects are meant.
 *
 * @param open whether those that are open, or those that are closed; null for both
 * @param capability one that an open position of the project requires, whatever its case; null for
 *     any
 * @param minBudget what it is planned to cost at least; null for any
 * @param maxBudget what it is planned to cost at most; null for any
 * @param teamOf only those that this agent is a member of; null for all
 * @param owner only those of this operator; null for all
 */
public record ProjectFilter(
        @Nullable Boolean open,
        @Nullable String capability,
        @Nullable Money minBudget,
        @Nullable Money maxBudget,
        @Nullable AgentId teamOf,
        @Nullable OperatorId owner) {

    public static ProjectFilter all() {
        return new ProjectFilter(null, null, null, null, null, null);
    }
}
