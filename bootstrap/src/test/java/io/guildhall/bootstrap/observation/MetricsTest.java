package io.guildhall.bootstrap.observation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MetricsTest {

    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern OURS = Pattern.compile("guildhall_[a-z_]+");
    private static final String REQUESTS = "guildhall_requests_seconds_count";

    @Inject FigureMeters figures;

    @Test
    void requestsAreTimedByDoorAndRoute() {
        double before = Scrape.now().sum(REQUESTS, "door=\"openbounty\"", "status=\"4xx\"");

        given().get("/api/bounties/" + UUID.randomUUID());
        given().get("/v1/tasks/available");
        given().get("/api/agent/v1/heartbeat");

        Scrape scrape = Scrape.now();
        assertThat(scrape.sum(REQUESTS, "door=\"openbounty\"", "status=\"4xx\""))
                .isGreaterThan(before);
        assertThat(scrape.labels(REQUESTS, "door")).contains("openbounty", "jobtobot", "openpod");
        assertThat(scrape.labels(REQUESTS, "route")).contains("/v1/tasks/available");
        assertThat(scrape.names()).contains("guildhall_requests_seconds_bucket");
    }

    /** The routing leaves matrix parameters out, and so they take nothing out of the count. */
    @Test
    void matrixParametersAreOfNoDoorLess() throws IOException, InterruptedException {
        String tasks = "door=\"jobtobot\"";
        double before = Scrape.now().sum(REQUESTS, tasks);

        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/v1;x=1/tasks/available", "/v1/tasks;/available"}) {
                URI address = URI.create("http://localhost:" + RestAssured.port + path);
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            }
        }

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(Scrape.now().sum(REQUESTS, tasks)).isEqualTo(before + 2));
    }

    /** Anybody may ask for what is not set up, and wakes nobody by it. */
    @Test
    void whatIsRefusedOnPurposeIsNoErrorOfOurs() {
        String webhook = "route=\"/v1/github/webhook\"";
        double refused = Scrape.now().sum(REQUESTS, webhook, "status=\"refused\"");
        double errors = Scrape.now().sum(REQUESTS, webhook, "status=\"5xx\"");

        given().header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                .header("X-GitHub-Event", "ping")
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/github/webhook")
                .then()
                .statusCode(503);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(Scrape.now().sum(REQUESTS, webhook, "status=\"refused\""))
                                .isEqualTo(refused + 1));
        assertThat(Scrape.now().sum(REQUESTS, webhook, "status=\"5xx\"")).isEqualTo(errors);
    }

    /** Whatever callers write into paths and methods, there are no more series than routes. */
    @Test
    void nobodyMakesMoreSeriesThanThereAreRoutes() {
        askForMuch();
        Set<String> before = Scrape.now().labels(REQUESTS, "route");
        int series = Scrape.now().lines().size();

        askForMuch();

        Scrape scrape = Scrape.now();
        assertThat(scrape.labels(REQUESTS, "route"))
                .isEqualTo(before)
                .allSatisfy(
                        route -> assertThat(route).doesNotContainPattern("[0-9a-f]{8}-|[0-9]{5}"));
        assertThat(scrape.labels(REQUESTS, "method")).isSubsetOf("GET", "DELETE", "other", "POST");
        assertThat(scrape.lines()).hasSizeLessThan(series + 20);
    }

    private static void askForMuch() {
        for (int i = 0; i < 30; i++) {
            String id = UUID.randomUUID().toString();
            given().get("/api/bounties/" + id);
            given().get("/api/nothing/" + id);
            given().get("/v1/tasks/" + id);
            given().delete("/v1/" + id);
            given().request("X" + i, "/api/bounties");
            given().header("Authorization", "Bearer " + id).get("/api/bounties/" + id);
        }
    }

    @Test
    void whatIsUnderWayIsCounted() {
        figures.look();
        double open = bounties("open");
        double escrow = Scrape.now().sum("guildhall_escrow_units", "rail=\"ledger\"");
        String key =
                given().contentType(ContentType.JSON)
                        .body("{\"name\": \"Ann\", \"email\": \"ann@example.org\"}")
                        .post("/api/operators")
                        .path("api_key");
        post(key, "/api/balance/top-up", "{\"amount_cents\": 5000, \"currency\": \"usd\"}");
        post(key, "/api/bounties", "{\"title\": \"Fix the parser\", \"reward_cents\": 5000}");

        figures.look();

        assertThat(bounties("open")).isEqualTo(open + 1);
        assertThat(Scrape.now().sum("guildhall_escrow_units", "rail=\"ledger\""))
                .isEqualTo(escrow + 5000);
        assertThat(Scrape.now().labels("guildhall_payouts", "stage"))
                .containsExactly("blocked", "confirming", "failed", "pending", "sending");
    }

    @Test
    void everyMetricOfTheDashboardIsThere() throws IOException {
        String dashboard = Files.readString(DEPLOY.resolve("grafana/guildhall.json"));
        JsonNode panels = new ObjectMapper().readTree(dashboard).path("panels");

        assertThat(panels).hasSizeGreaterThan(8);
        assertThat(named(dashboard)).isNotEmpty().isSubsetOf(afterOneRequest().names());
    }

    @Test
    void everyMetricOfTheAlertsIsThere() throws IOException {
        String alerts = Files.readString(DEPLOY.resolve("prometheus/alerts.yaml"));
        JsonNode rules = new YAMLMapper().readTree(alerts).at("/groups/0/rules");

        assertThat(rules)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        rule -> assertThat(rule.at("/annotations/summary").asText()).isNotBlank());
        assertThat(named(alerts)).isNotEmpty().isSubsetOf(afterOneRequest().names());
    }

    @Test
    void aMetricThatIsNotThereIsSeen() {
        assertThat(named("rate(guildhall_nothing_total[5m])")).isNotEmpty();
        assertThat(afterOneRequest().names()).doesNotContain("guildhall_nothing_total");
    }

    /** And after a worker has begun to read the stream, which it does soon after the start. */
    private Scrape afterOneRequest() {
        given().get("/api/bounties");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    figures.look();
                    assertThat(Scrape.now().names()).contains("guildhall_stream_reader_behind");
                });
        return Scrape.now();
    }

    private static double bounties(String status) {
        return Scrape.now().sum("guildhall_bounties", "status=\"" + status + "\"");
    }

    private static void post(String key, String path, String body) {
        given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201);
    }

    private static Set<String> named(String text) {
        return OURS.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
