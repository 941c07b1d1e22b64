package io.guildhall.domain.progress;

import java.util.UUID;

public record TraceId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
