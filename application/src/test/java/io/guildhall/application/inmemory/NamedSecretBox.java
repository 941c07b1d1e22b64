package io.guildhall.application.inmemory;

import io.guildhall.application.access.SecretBox;
import java.util.Base64;
import java.util.Optional;

/** Opens what a box of the same name has sealed, and hides nothing. */
public record NamedSecretBox(String name) implements SecretBox {

    @Override
    public String seal(byte[] secret) {
        return name + ":" + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public Optional<byte[]> open(String sealed) {
        return sealed.startsWith(name + ":")
                ? Optional.of(Base64.getDecoder().decode(sealed.substring(name.length() + 1)))
                : Optional.empty();
    }
}
