package io.guildhall.rest.token;

import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.id.Ulid;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Signed tokens that prove for an hour which credential their holder had shown. A token says
 * nothing about what that credential may do now: ask for it by its id.
 */
@Singleton
public final class AccessTokens {

    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final String GUILDHALL = "guildhall";
    private static final String CREDENTIAL = "cid";
    private static final int LEEWAY_SECONDS = 5;

    private final KeyRing keys;
    private final InstantSource clock;
    private final IdGenerator ids;

    public AccessTokens(KeyRing keys, InstantSource clock, IdGenerator ids) {
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    public record AccessToken(String text, Instant expiresAt) {}

    /** What a good token proves, and until when. */
    public record Proof(CredentialId credential, Instant expiresAt) {}

    public AccessToken issue(Identity holder) {
        // Tokens know whole seconds only.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(LIFETIME);
        KeyRing.Signer signer = keys.signer();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(GUILDHALL);
        claims.setAudience(GUILDHALL);
        claims.setSubject(subject(holder.caller()));
        claims.setStringClaim(CREDENTIAL, OpenBountyIds.KEY.on(holder.credential().value()));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setJwtId(Ulid.encode(ids.next()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(signer.keyId());
        signature.setKey(signer.privateKey());
        signature.setPayload(claims.toJson());
        try {
            return new AccessToken(signature.getCompactSerialization(), expiresAt);
        } catch (JoseException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    /** Empty when it is not ours, was changed, or has expired. */
    public Optional<Proof> verify(String token) {
        try {
            JwtClaims claims = consumer().processToClaims(token);
            Instant expiresAt = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
            return Optional.ofNullable(claims.getStringClaimValue(CREDENTIAL))
                    .flatMap(OpenBountyIds.KEY::off)
                    .map(id -> new Proof(new CredentialId(id), expiresAt));
        } catch (InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                // The one algorithm: a token may not choose how it is checked.
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT,
                                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(this::verificationKey)
                .setExpectedIssuer(GUILDHALL)
                .setExpectedAudience(GUILDHALL)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private Key verificationKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String keyId = signature.getKeyIdHeaderValue();
        if (keyId == null) {
            throw new UnresolvableKeyException("The token names no key");
        }
        return keys.find(keyId)
                .map(KeyRing.Key::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("No such key"));
    }

    private static String subject(Caller holder) {
        AgentId agent = holder.agent();
        return agent == null
                ? OpenBountyIds.OPERATOR.on(holder.operator().value())
                : OpenBountyIds.AGENT.on(agent.value());
    }
}
