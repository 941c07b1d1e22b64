package io.guildhall.bootstrap.configuration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.AdminKnown;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The key that signs tokens is renewed while callers come and go: none of them notices. */
@QuarkusTest
@TestProfile(AdminKnown.class)
@QuarkusTestResource(PostgresForTests.class)
class RotationUnderLoadTest {

    private static final int CALLERS = 8;
    private static final int ROTATIONS = 10;
    private static final int REQUESTS_BETWEEN = 100;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

    @Test
    void nobodyIsRefusedWhileTheKeyIsRenewed() throws Exception {
        String key =
                given().contentType(ContentType.JSON)
                        .body(Map.of("name", "Ann", "email", "ann@example.org"))
                        .post("/api/operators")
                        .path("api_key");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient http = HttpClient.newHttpClient()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(caller(http, key)));
            }
            for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
                int seen = requests.get();
                while (requests.get() < seen + REQUESTS_BETWEEN && refusals.isEmpty()) {
                    Thread.onSpinWait();
                }
                String renewed =
                        given().header("Authorization", "Bearer " + AdminKnown.KEY)
                                .contentType(ContentType.JSON)
                                .body("{}")
                                .post("/api/admin/signing-keys/rotate")
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("key_id");
                assertThat(published()).as("as soon as it is answered").contains(renewed);
            }
            over.set(true);
            for (Future<?> call : calls) {
                call.get();
            }

            assertThat(refusals).isEmpty();
            assertThat(requests.get()).isGreaterThan(ROTATIONS * REQUESTS_BETWEEN);
            for (String token : tokens) {
                assertThat(status(http, token)).isEqualTo(200);
            }
            assertThat(published()).hasSizeGreaterThan(ROTATIONS);
        }
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").path("keys.kid");
    }

    /** Has a new token now and then, and goes on with it. */
    private Callable<Void> caller(HttpClient http, String key) {
        return () -> {
            while (!over.get()) {
                String token =
                        given().contentType(ContentType.JSON)
                                .body(Map.of("api_key", key))
                                .post("/api/auth/token")
                                .path("token");
                tokens.add(token);
                for (int i = 0; i < 10; i++) {
                    int status = status(http, token);
                    requests.incrementAndGet();
                    if (status != 200) {
                        refusals.add(status);
                    }
                }
            }
            return null;
        };
    }

    private static int status(HttpClient http, String token)
            throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:%d/api/me"
                                                        .formatted(RestAssured.port)))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
