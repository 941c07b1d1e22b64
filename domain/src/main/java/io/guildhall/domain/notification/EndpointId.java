package io.guildhall.domain.notification;

import java.util.UUID;

public record EndpointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
