package io.guildhall.domain.workspace.position;

import java.util.UUID;

public record PositionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
