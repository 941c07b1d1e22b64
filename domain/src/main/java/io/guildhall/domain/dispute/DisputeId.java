package io.guildhall.domain.dispute;

import java.util.UUID;

public record DisputeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
