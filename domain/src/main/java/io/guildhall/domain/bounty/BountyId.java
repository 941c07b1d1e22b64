package io.guildhall.domain.bounty;

import java.util.UUID;

public record BountyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
