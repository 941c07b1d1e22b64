package io.guildhall.bootstrap.observation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.observation.WithCanaries.Canaries;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Every secret that is set is a canary, and so is each that is made here: none of them sings in the
 * log, in a metric, in the documents, in a health check or in an error.
 */
@QuarkusTest
@TestProfile(WithCanaries.class)
@QuarkusTestResource(PostgresForTests.class)
class NoSecretIsToldTest {

    private static final List<String> OPEN_TO_ALL =
            List.of(
                    "/q/metrics",
                    "/q/openapi",
                    "/q/health",
                    "/q/health/well",
                    "/.well-known/jwks.json",
                    "/api");

    private final List<String> secrets = new ArrayList<>(Canaries.all());

    @Test
    void nothingTellsASecret() {
        try (var ear = new WholeLog()) {
            String key = made(signUp(), "api_key");
            String token =
                    made(as("").body(Map.of("api_key", key)).post("/api/auth/token"), "token");
            made(
                    as(key).body(
                                    Map.of(
                                            "url",
                                            "https://example.org/hook",
                                            "events",
                                            List.of("bounty.*")))
                            .post("/api/webhooks"),
                    "secret");
            StringBuilder told = new StringBuilder();
            for (String shown : List.of(key, token, key + "x", token + "x", Canaries.BOOTSTRAP)) {
                wrongRequests(shown).forEach(answer -> told.append(answer.asString()));
            }
            as(Canaries.BOOTSTRAP).body("{").post("/api/admin/signing-keys/rotate");
            as("").header("X-Hub-Signature-256", "sha256=00").body("{}").post("/v1/github/webhook");
            OPEN_TO_ALL.forEach(path -> told.append(given().get(path).asString()));
            told.append(as(key).get("/api/webhooks").asString());
            told.append(as(key).get("/api/me").asString());

            String everything = told + ear.heard();

            assertThat(secrets)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
            assertThat(ear.heard()).as("something was logged at all").isNotBlank();
        }
    }

    /** The ear hears what it is there for. */
    @Test
    void aSecretThatIsLoggedIsHeard() {
        try (var ear = new WholeLog()) {
            Logger.getLogger("test").errorf(new IllegalStateException(Canaries.QUALITY), "Failed");

            assertThat(ear.heard()).contains(Canaries.QUALITY);
        }
    }

    private static List<Response> wrongRequests(String key) {
        return List.of(
                as(key).get("/api/bounties/nothing"),
                as(key).body("{\"title\": 7}").post("/api/bounties"),
                as(key).body("not json").post("/api/bounties"),
                as(key).get("/v1/tasks/nothing"),
                as(key).get("/api/agent/v1/projects/nothing"),
                as(key).get("/v1/agents/nothing"),
                as(key).body(Map.of("api_key", key + "y")).post("/api/auth/token"));
    }

    private static Response signUp() {
        return as("").body(Map.of("name", "Ann", "email", "ann@example.org"))
                .post("/api/operators");
    }

    /** Whoever asked for it is shown it, this once. */
    private String made(Response answer, String field) {
        String secret = answer.path(field);
        assertThat(secret).as(answer.asString()).isNotBlank();
        secrets.add(secret);
        return secret;
    }

    private static RequestSpecification as(String key) {
        var request = given().contentType(ContentType.JSON);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }
}
