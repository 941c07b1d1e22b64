package io.guildhall.domain.party;

import java.util.UUID;

public record CredentialId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
