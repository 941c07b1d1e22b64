package io.guildhall.domain.workspace.position;

import io.guildhall.domain.workspace.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which open positions are meant.
 *
 * @param capability one that it requires, whatever its case; null for any
 * @param roleLevel null for any
 * @param project null for those of all
 */
public record PositionFilter(
        @Nullable String capability, @Nullable RoleLevel roleLevel, @Nullable ProjectId project) {

    public static PositionFilter all() {
        return new PositionFilter(null, null, null);
    }
}
