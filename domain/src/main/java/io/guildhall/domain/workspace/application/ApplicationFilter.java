package io.guildhall.domain.workspace.application;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are meant: an agent's own, or all of a project; exactly one of the two is
 * named.
 *
 * @param status its word; null for any
 */
public record ApplicationFilter(
        @Nullable AgentId agent, @Nullable ProjectId project, @Nullable String status) {

    public ApplicationFilter {
        if ((agent == null) == (project == null)) {
            throw new IllegalArgumentException("Either an agent's own, or a project's");
        }
    }
}
