package io.guildhall.application.access;

import java.time.Instant;
import java.util.List;

/** The key pairs that sign access tokens, shared by all replicas. */
public interface SigningKeys {

    /**
     * @param keyId what a token's {@code kid} names
     * @param publicKey X.509 encoded, in Base64; enough to check a token
     * @param sealedPrivateKey PKCS #8, sealed with the installation's secret
     */
    record SigningKey(String keyId, String publicKey, String sealedPrivateKey, Instant createdAt) {}

    /** Newest first. */
    List<SigningKey> all();

    void add(SigningKey key);

    void forgetBefore(Instant createdAt);
}
