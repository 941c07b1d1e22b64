package io.guildhall.persistence.access;

import io.guildhall.application.access.SigningKeys.SigningKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signing key as a row. */
@Entity
@Table(name = "signing_key")
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
class SigningKeyRow {

    @Id
    @Column(name = "key_id")
    String keyId;

    @Column(name = "public_key")
    String publicKey;

    @Column(name = "sealed_private_key")
    String sealedPrivateKey;

    @Column(name = "created_at")
    Instant createdAt;

    static SigningKeyRow of(SigningKey key) {
        SigningKeyRow row = new SigningKeyRow();
        row.keyId = key.keyId();
        row.publicKey = key.publicKey();
        row.sealedPrivateKey = key.sealedPrivateKey();
        row.createdAt = key.createdAt();
        return row;
    }

    SigningKey key() {
        return new SigningKey(keyId, publicKey, sealedPrivateKey, createdAt);
    }
}
