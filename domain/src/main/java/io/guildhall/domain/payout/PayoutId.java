package io.guildhall.domain.payout;

import java.util.UUID;

public record PayoutId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
