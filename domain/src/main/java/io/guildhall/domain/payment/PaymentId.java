package io.guildhall.domain.payment;

import java.util.UUID;

public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
