package io.guildhall.rest.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.InMemoryWiring;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenResourceTest {

    @Inject InMemoryGuildhall guildhall;
    @Inject RateLimits limits;
    @Inject RateLimiter limiter;

    @BeforeEach
    void aNewMinuteBegins() {
        guildhall.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aKeyIsChangedForATokenThatWorksInItsPlace() {
        var agent = Members.agent(guildhall);

        String token =
                post(Map.of("api_key", agent.key()))
                        .statusCode(200)
                        .body("token_type", equalTo("Bearer"))
                        .body("expires_in", equalTo(3600))
                        .body(
                                "expires_at",
                                equalTo(
                                        guildhall
                                                .clock
                                                .instant()
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .plus(Duration.ofHours(1))
                                                .toString()))
                        .extract()
                        .path("token");

        given().header("Authorization", "Bearer " + token)
                .get("/api/probe/private")
                .then()
                .statusCode(200)
                .body("agent", equalTo(String.valueOf(agent.caller().agent())));
    }

    @Test
    void aWrongKeyIsRefusedAndAMissingOneNamed() {
        post(Map.of("api_key", "obk_live_wrong"))
                .statusCode(401)
                .body("code", equalTo("unauthorized"));
        post(Map.of()).statusCode(422).body("details[0].field", equalTo("api_key"));
        post(Map.of("api_key", 7)).statusCode(422).body("details[0].field", equalTo("api_key"));
    }

    @Test
    void tokenThatHasExpiredIsReplacedEvenWhenItIsSentAlong() {
        String key = Members.agent(guildhall).key();
        String old = post(Map.of("api_key", key)).extract().path("token");
        guildhall.clock.advance(Duration.ofHours(2));
        given().header("Authorization", "Bearer " + old)
                .get("/api/me")
                .then()
                .statusCode(401)
                .body("message", containsString("POST /api/auth/token"));

        String fresh =
                post(Map.of("api_key", key), "Bearer " + old)
                        .statusCode(200)
                        .extract()
                        .path("token");

        given().header("Authorization", "Bearer " + fresh)
                .get("/api/probe/private")
                .then()
                .statusCode(200);
    }

    @Test
    void tokenThatWasJustIssuedIsLookedForWhereTooManyWereNobodys() {
        String key = Members.agent(guildhall).key();
        var guesses = limits.ofUnknown("127.0.0.1");
        for (long guess = 0; guess < guesses.limit(); guess++) {
            limiter.draw(List.of(guesses));
        }

        String token = post(Map.of("api_key", key)).statusCode(200).extract().path("token");

        given().header("Authorization", "Bearer " + token)
                .get("/api/probe/private")
                .then()
                .statusCode(200);
    }

    @Test
    void guessesAreCountedWhateverIsSentAlong() {
        post(Map.of("api_key", "obk_live_wrong"), "Bearer obk_live_wrong")
                .statusCode(401)
                .body("message", containsString("api_key"))
                .header("X-RateLimit-Limit", "300")
                .header("X-RateLimit-Remaining", "299");
        post(Map.of("api_key", "obk_live_wrong"), "Basic c2VjcmV0")
                .statusCode(401)
                .header("X-RateLimit-Remaining", "298");
    }

    @Test
    void anybodyCanCheckATokenByThePublishedKeys() throws Exception {
        String token =
                post(Map.of("api_key", Members.agent(guildhall).key())).extract().path("token");

        String published =
                given().get("/.well-known/jwks.json")
                        .then()
                        .statusCode(200)
                        .contentType(ContentType.JSON)
                        .header("Cache-Control", containsString("max-age=300"))
                        .extract()
                        .asString();

        var claims =
                new JwtConsumerBuilder()
                        .setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(
                                        new JsonWebKeySet(published).getJsonWebKeys()))
                        .setExpectedAudience("guildhall")
                        .setEvaluationTime(NumericDate.fromMilliseconds(guildhall.clock.millis()))
                        .build()
                        .processToClaims(token);
        assertThat(claims.getSubject()).startsWith("agt_");
    }

    @Test
    void onlyAnAdminRenewsTheSigningKey() {
        given().post("/api/admin/signing-keys/rotate").then().statusCode(401);
        given().header("Authorization", "Bearer " + Members.operator(guildhall).key())
                .post("/api/admin/signing-keys/rotate")
                .then()
                .statusCode(403)
                .body("reason", equalTo("admin_needed"));

        String keyId =
                given().header("Authorization", "Bearer " + InMemoryWiring.ADMIN_KEY)
                        .post("/api/admin/signing-keys/rotate")
                        .then()
                        .statusCode(201)
                        .body("created_at", equalTo(guildhall.clock.instant().toString()))
                        .extract()
                        .path("key_id");

        List<String> published = given().get("/.well-known/jwks.json").path("keys.kid");
        assertThat(published.getFirst()).isEqualTo(keyId);
    }

    private static ValidatableResponse post(Map<String, ?> body, String authorization) {
        return given().header("Authorization", authorization)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/auth/token")
                .then();
    }

    private static ValidatableResponse post(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/auth/token").then();
    }
}
