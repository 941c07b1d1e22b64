package io.guildhall.rest.token;

import io.guildhall.application.access.CommentSeals;
import io.guildhall.domain.codehost.RepositoryName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Seals that are JWS of what was said, by the keys that also sign our access tokens and are
 * published with them. Their type, and that they have no audience, keep the one from being taken
 * for the other.
 */
@Singleton
public final class SignedCommentSeals implements CommentSeals {

    private static final String TYPE = "guildhall-comment";
    private static final String REPOSITORY = "repository";
    private static final String NUMBER = "number";
    private static final String TEXT_HASH = "text_sha256";

    private final KeyRing keys;

    public SignedCommentSeals(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String seal(Said said) {
        KeyRing.Signer signer = keys.signer();
        JwtClaims claims = new JwtClaims();
        claims.setStringClaim(REPOSITORY, said.repository().toString());
        claims.setClaim(NUMBER, said.number());
        claims.setStringClaim(TEXT_HASH, said.textHash());
        claims.setIssuedAt(NumericDate.fromSeconds(said.at().getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", TYPE);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(signer.keyId());
        signature.setKey(signer.privateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A comment could not be signed", e);
        }
    }

    @Override
    public Optional<Said> open(String seal) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(
                            ConstraintType.PERMIT,
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
            signature.setCompactSerialization(seal);
            String keyId = signature.getKeyIdHeaderValue();
            Optional<KeyRing.Key> key = keyId == null ? Optional.empty() : keys.find(keyId);
            if (key.isEmpty() || !TYPE.equals(signature.getHeader("typ"))) {
                return Optional.empty();
            }
            signature.setKey(key.get().publicKey());
            return signature.verifySignature()
                    ? Optional.of(said(JwtClaims.parse(signature.getPayload())))
                    : Optional.empty();
        } catch (JoseException | InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }

    private static Said said(JwtClaims claims) throws MalformedClaimException {
        return new Said(
                RepositoryName.of(claims.getStringClaimValue(REPOSITORY)).orElseThrow(),
                claims.getClaimValue(NUMBER, Long.class).intValue(),
                claims.getStringClaimValue(TEXT_HASH),
                Instant.ofEpochSecond(claims.getIssuedAt().getValue()));
    }
}
