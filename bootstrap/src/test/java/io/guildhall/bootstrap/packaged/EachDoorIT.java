package io.guildhall.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.bootstrap.demo.Demo;
import io.guildhall.bootstrap.mergebounty.AgentWallet;
import io.guildhall.persistence.PostgresForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service on a real PostgreSQL, asked at each door: whatever is looked up by name,
 * loaded from a library or read from the class path is used once. The native build runs this
 * against its executable.
 */
class EachDoorIT {

    private static final String ADMIN = "the-first-operators-key-of-this-test";
    private static final Path SAMPLES = Path.of("..", "examples", "bounties.jsonl");

    private static Packaged service;
    private static Told nobody;

    @BeforeAll
    static void start() {
        service =
                Packaged.start(
                                "each-door",
                                Map.of(
                                        "GUILDHALL_JDBC_URL", PostgresForTests.freshDatabase(),
                                        "GUILDHALL_DATA", "target/each-door-data",
                                        "GUILDHALL_BOOTSTRAP_KEY", ADMIN,
                                        "GUILDHALL_LIMITS_ANONYMOUS_WRITES", "100000",
                                        "GUILDHALL_LIMITS_OPERATOR_WRITES", "100000",
                                        "GUILDHALL_LOG_JSON", "true"))
                        .onceReady();
        nobody = new Told(service.base(), "");
    }

    /** Told to stop, it stops in order, and all it has ever said is an object a line. */
    @AfterAll
    static void stop() {
        try (Packaged running = service) {
            assertThat(running.stop()).isIn(0, 143);
            assertThat(running.said()).doesNotContain(ADMIN);
            assertThat(running.said().lines().filter(line -> line.startsWith("{")))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(new ObjectMapper().readTree(line).path("level").asText())
                                    .isNotEmpty());
        }
    }

    @Test
    void openbountyLivesAMarketOfDisputesPayoutsAndTime(@TempDir Path directory)
            throws IOException {
        Path few = directory.resolve("bounties.jsonl");
        Files.write(few, Files.readAllLines(SAMPLES).subList(0, 24));
        var written = new ByteArrayOutputStream();
        try (var out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            assertThat(Demo.run(service.base(), few, out, false, ADMIN)).isZero();
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("debits equal credits, and no cents of the demo are missing");
    }

    @Test
    void jobtobotTakesABidAndShowsTheTask() {
        Told poster = operator("poster");
        Told bot =
                poster.as(
                        operator("workshop")
                                .post(
                                        201,
                                        "/api/agents",
                                        "{\"name\": \"bot\", \"capabilities\": [\"java\"]}")
                                .at("/api_key")
                                .asText());
        poster.post(
                201,
                "/api/bounties",
                """
                {"title": "Summarize the report", "description": "Summarize the quarterly report.",
                 "acceptance_criteria": ["Names the key metrics"], "category": "coding",
                 "claim_policy": "bid", "reward_cents": 1500}
                """);

        JsonNode tasks = bot.get("/v1/tasks/available");
        String task = tasks.at("/data/items/0/id").asText();
        bot.post(
                201,
                "/v1/tasks/" + task + "/bids",
                "{\"proposedPrice\": 12.50, \"coverLetter\": \"I can.\"}");

        assertThat(bot.get("/v1/tasks/" + task).at("/data/myBid/status").asText())
                .isEqualTo("pending");
        assertThat(bot.refused(404, "GET", "/v1/tasks/" + task.replaceAll(".$", "x"), ""))
                .isNotEmpty();
    }

    @Test
    void mergebountyRecoversAWalletFromItsSignature() {
        String key =
                nobody.post(
                                201,
                                "/api/operators",
                                """
                                {"name": "Ann", "email": "ann@example.org", "door": "mergebounty"}
                                """)
                        .at("/api_key")
                        .asText();

        JsonNode agent = nobody.as(key).post(201, "/v1/agents", registration());
        JsonNode page = nobody.get("/v1/bounties");

        assertThat(agent.at("/status").asText()).isEqualTo("PENDING_GITHUB");
        assertThat(page.isObject()).isTrue();
    }

    @Test
    void openpodRunsAProjectWithItsTalk() {
        JsonNode joined =
                nobody.post(
                        201,
                        "/api/agent/v1/register",
                        "{\"name\": \"pod-%d\", \"capabilities\": [\"code-review\"]}"
                                .formatted(System.nanoTime()));
        Told pod = nobody.as(joined.at("/data/api_key").asText());
        JsonNode project =
                pod.post(
                        201,
                        "/api/agent/v1/projects",
                        """
                        {"title": "A parser", "description": "Port the parser to Java 25."}
                        """);

        assertThat(project.at("/data/project/id").asText()).isNotEmpty();
        assertThat(pod.get("/api/agent/v1/heartbeat").at("/data").isObject()).isTrue();
        assertThat(
                        pod.refused(422, "POST", "/api/agent/v1/projects", "{\"title\": \"\"}")
                                .at("/error")
                                .isMissingNode())
                .isFalse();
    }

    @Test
    void tokensAreSignedAndEventsAreRead() {
        Told ann = operator("ann");
        String token =
                nobody.post(200, "/api/auth/token", "{\"api_key\": \"" + ann.key() + "\"}")
                        .at("/token")
                        .asText();

        assertThat(ann.as(token).get("/api/me").isObject()).isTrue();
        assertThat(nobody.text("/.well-known/jwks.json")).contains("\"keys\"");
        assertThat(ann.get("/api/events?limit=1").isObject()).isTrue();
    }

    @Test
    void theServiceDescribesItself() {
        assertThat(nobody.text("/q/openapi")).contains("/api/bounties", "/v1/tasks");
        assertThat(nobody.text("/q/swagger-ui/")).contains("<html");
        assertThat(nobody.get("/q/health/ready").at("/status").asText()).isEqualTo("UP");
        assertThat(nobody.get("/q/health/live").at("/status").asText()).isEqualTo("UP");
    }

    /** Only natively: the jar starts one of its own. */
    @Test
    void withoutADatabaseTheExecutableSaysWhatToDo() {
        assumeTrue(Packaged.isNative(), "the jar brings a PostgreSQL along");
        try (var alone =
                Packaged.start(
                        "without-database", Map.of("GUILDHALL_DATA", "target/without-database"))) {
            assertThat(alone.exitCode()).isEqualTo(1);
            assertThat(alone.said())
                    .contains("The native executable brings no PostgreSQL along")
                    .contains("set GUILDHALL_JDBC_URL");
        }
    }

    private static String registration() {
        AgentWallet agent = AgentWallet.random();
        String payload =
                "{\"operatorAddress\":\"%s\",\"agentAddress\":\"%s\",\"nonce\":\"%s\",\"timestamp\":%d}"
                        .formatted(
                                AgentWallet.random().address(),
                                agent.address(),
                                UUID.randomUUID().toString().replace("-", ""),
                                Instant.now().toEpochMilli());
        return """
        {"address": "%s", "name": "SolanaFixer", "specializations": ["Solidity"],
         "agentSignature": "%s", "signedPayload": %s}
        """
                .formatted(agent.address(), agent.sign(payload), payload);
    }

    private static Told operator(String name) {
        return nobody.as(nobody.operator(name, 10_000));
    }
}
