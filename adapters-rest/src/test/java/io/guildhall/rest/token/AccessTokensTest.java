package io.guildhall.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.access.SecretBox;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.NamedSecretBox;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.token.AccessTokens.AccessToken;
import io.guildhall.rest.token.AccessTokens.Proof;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final CredentialId CREDENTIAL = new CredentialId(new UUID(1, 2));
    private static final Identity AGENT =
            new Identity(
                    CREDENTIAL,
                    Caller.agent(new AgentId(new UUID(3, 4)), new OperatorId(new UUID(5, 6))),
                    null);

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final KeyRing ring = ring(new NamedSecretBox("ours"));
    private final AccessTokens tokens = tokens(ring);

    @Test
    void aTokenProvesItsCredentialForAnHour() {
        AccessToken token = tokens.issue(AGENT);

        assertThat(token.expiresAt())
                .isEqualTo(guildhall.clock.instant().plus(Duration.ofHours(1)));
        assertThat(tokens.verify(token.text())).hasValue(new Proof(CREDENTIAL, token.expiresAt()));
        guildhall.clock.advance(Duration.ofMinutes(60).plusSeconds(4));
        assertThat(tokens.verify(token.text())).as("clocks may differ a little").isPresent();
        guildhall.clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(token.text())).isEmpty();
    }

    @Test
    void aTokenNamesItsHolderAndTheKeyThatSignedIt() {
        String token = tokens.issue(AGENT).text();

        assertThat(part(token, 0)).contains("\"alg\":\"ES256\"").contains("\"kid\":\"" + kid());
        assertThat(part(token, 1))
                .contains("\"iss\":\"guildhall\"")
                .contains("\"aud\":\"guildhall\"")
                .contains("\"sub\":\"agt_")
                .contains("\"cid\":\"key_")
                .contains("\"jti\":\"");
    }

    @Test
    void theNextKeySignsAtOnceAndTheOneBeforeStillProves() {
        String before = tokens.issue(AGENT).text();
        String old = kid();

        ring.rotate();
        String after = tokens.issue(AGENT).text();

        assertThat(part(after, 0)).doesNotContain(old).contains(kid());
        assertThat(ring.published()).extracting(KeyRing.Key::id).hasSize(2).contains(old);
        assertThat(tokens.verify(before)).isPresent();
        assertThat(tokens.verify(after)).isPresent();
    }

    @Test
    void aKeySignsForThirtyDaysAndIsForgottenAfterItsLastTokenHasExpired() {
        tokens.issue(AGENT);
        String first = kid();

        guildhall.clock.advance(Duration.ofDays(30).minusSeconds(1));
        tokens.issue(AGENT);
        assertThat(kid()).isEqualTo(first);

        guildhall.clock.advance(Duration.ofSeconds(1));
        tokens.issue(AGENT);
        assertThat(kid()).isNotEqualTo(first);
        assertThat(ring.published()).hasSize(2);

        guildhall.clock.advance(Duration.ofDays(1).plusHours(1).plusSeconds(1));
        assertThat(ring.published()).extracting(KeyRing.Key::id).doesNotContain(first);
        ring.rotate();
        assertThat(guildhall.signingKeys.all())
                .extracting(key -> key.keyId())
                .doesNotContain(first);
    }

    @Test
    void anotherReplicasNewKeyIsFoundWhenItsFirstTokenComes() {
        tokens.issue(AGENT);
        KeyRing otherRing = ring(new NamedSecretBox("ours"));
        AccessTokens other = tokens(otherRing);
        otherRing.rotate();
        String token = other.issue(AGENT).text();

        assertThat(tokens.verify(token)).as("looked a moment ago").isEmpty();
        guildhall.clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void aKeySealedWithAnotherSecretProvesButDoesNotSign() {
        String theirs = tokens(ring(new NamedSecretBox("theirs"))).issue(AGENT).text();
        guildhall.clock.advance(Duration.ofSeconds(1));

        String ours = tokens.issue(AGENT).text();

        assertThat(guildhall.signingKeys.all()).hasSize(2);
        assertThat(part(ours, 0)).isNotEqualTo(part(theirs, 0));
        assertThat(tokens.verify(theirs)).isPresent();
    }

    @Test
    void aTokenThatWasChangedProvesNothing() {
        String[] parts = tokens.issue(AGENT).text().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = encoded(claims.replace("agt_", "opr_"));

        assertThat(tokens.verify(parts[0] + "." + changed + "." + parts[2])).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + "." + "A".repeat(86))).isEmpty();
    }

    @Test
    void aTokenMayNotChooseHowItIsChecked() throws JoseException {
        tokens.issue(AGENT);
        KeyRing.Key key = ring.published().getFirst();
        String unsigned =
                signed(signature -> {
                    signature.setAlgorithmHeaderValue("none");
                    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                });
        String withPublicKeyAsSecret =
                signed(signature -> {
                    signature.setAlgorithmHeaderValue("HS256");
                    signature.setKey(new HmacKey(key.publicKey().getEncoded()));
                });

        assertThat(tokens.verify(unsigned)).isEmpty();
        assertThat(tokens.verify(withPublicKeyAsSecret)).isEmpty();
    }

    @Test
    void aKeyNobodyKnowsProvesNothing() throws JoseException {
        tokens.issue(AGENT);
        Key foreign = KeyPairs.make().getPrivate();
        String ofOurKeysName = signed(signature -> signature.setKey(foreign));
        String ofItsOwnName =
                signed(signature -> {
                    signature.setKey(foreign);
                    signature.setKeyIdHeaderValue("foreign");
                });
        String ofNoName =
                signed(signature -> {
                    signature.setKey(foreign);
                    signature.getHeaders().setObjectHeaderValue("kid", null);
                });

        assertThat(tokens.verify(ofOurKeysName)).isEmpty();
        assertThat(tokens.verify(ofItsOwnName)).isEmpty();
        assertThat(tokens.verify(ofNoName)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "cid", "iat", "exp"})
    void everyClaimIsNeeded(String claim) throws JoseException {
        tokens.issue(AGENT);
        Key ours = ring.signer().privateKey();

        assertThat(tokens.verify(signed(claims(), signature -> signature.setKey(ours))))
                .isPresent();
        JwtClaims without = claims();
        without.unsetClaim(claim);
        assertThat(tokens.verify(signed(without, signature -> signature.setKey(ours)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "cid"})
    void aTokenOfSomebodyElseProvesNothing(String claim) throws JoseException {
        tokens.issue(AGENT);
        Key ours = ring.signer().privateKey();
        JwtClaims other = claims();
        other.setStringClaim(claim, "other");

        assertThat(tokens.verify(signed(other, signature -> signature.setKey(ours)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJ.eyJ.eyJ", "eyJhbGciOiJub25lIn0.e30."})
    void nonsenseProvesNothing(String nonsense) {
        assertThat(tokens.verify(nonsense)).isEmpty();
    }

    @Test
    void publishedKeysHaveTheFormOfTheirStandard() {
        tokens.issue(AGENT);

        PublishedKey published = PublishedKey.of(ring.published().getFirst());

        assertThat(published.kid()).isEqualTo(kid());
        assertThat(published.kty()).isEqualTo("EC");
        assertThat(published.crv()).isEqualTo("P-256");
        assertThat(published.alg()).isEqualTo("ES256");
        assertThat(published.use()).isEqualTo("sig");
        assertThat(Base64.getUrlDecoder().decode(published.x())).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(published.y())).hasSize(32);
    }

    /** A good one. */
    static String tokenOf(AccessTokens tokens) {
        return tokens.issue(AGENT).text();
    }

    private KeyRing ring(SecretBox box) {
        return new KeyRing(
                guildhall.signingKeys, box, guildhall.transactions, guildhall.clock, guildhall.ids);
    }

    private AccessTokens tokens(KeyRing keys) {
        return new AccessTokens(keys, guildhall.clock, guildhall.ids);
    }

    private String kid() {
        return ring.signer().keyId();
    }

    private JwtClaims claims() {
        NumericDate now = NumericDate.fromMilliseconds(guildhall.clock.millis());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("guildhall");
        claims.setAudience("guildhall");
        claims.setSubject("agt_x");
        claims.setStringClaim("cid", "key_00000000040000000000000002");
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + 60));
        return claims;
    }

    private String signed(Consumer<JsonWebSignature> how) throws JoseException {
        return signed(claims(), how);
    }

    private String signed(JwtClaims claims, Consumer<JsonWebSignature> how) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(kid());
        signature.setPayload(claims.toJson());
        how.accept(signature);
        return signature.getCompactSerialization();
    }

    private static String part(String token, int index) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]),
                StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
