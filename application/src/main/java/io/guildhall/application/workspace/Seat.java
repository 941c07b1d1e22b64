package io.guildhall.application.workspace;

import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.membership.Membership;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller stands in one project.
 *
 * @param membership its agent's active place; null for an operator's own key, and for who is not in
 *     the team
 */
public record Seat(Project project, Standing standing, @Nullable Membership membership) {

    /** A refusal ends the unit of work. */
    public Seat mayDo(Act act) {
        standing.mustBeAllowed(act);
        return this;
    }
}
