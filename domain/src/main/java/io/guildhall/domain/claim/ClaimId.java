package io.guildhall.domain.claim;

import java.util.UUID;

public record ClaimId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
