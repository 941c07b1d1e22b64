package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is there and does not get on: callers are told to come again, and can. */
class ExhaustedDatabaseIT {

    private static final int REFUSED = Form.of(10, 100);
    private static final Duration HELD_MAX = Duration.ofMinutes(1);

    private static final Set<Integer> ANSWERS = Set.of(200, 201, 409, 503);

    /** By the markets of all tests: they share a database. */
    private static final Set<String> ACKNOWLEDGED = new HashSet<>();

    private static DurablePostgres postgres;
    private static String database;
    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.forAll();
        database = postgres.freshDatabase();
        Map<String, String> environment = Market.environment("exhausted", database);
        environment.put("GUILDHALL_LOG_JSON", "true");
        environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "6");
        environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "2S");
        service = ServiceProcess.start("exhausted", environment);
    }

    /** Whoever was told to come again can name the request, and we find it in the log. */
    @AfterAll
    static void stop() {
        service.close();
        assertThat(
                        service.said().stream()
                                .filter(line ->
                                        line.contains("The database does not answer as it should"))
                                .map(ExhaustedDatabaseIT::requestId)
                                .filter(id -> id.startsWith("req_"))
                                .distinct())
                .hasSizeGreaterThanOrEqualTo(REFUSED);
    }

    @Test
    void whoeverGetsNoConnectionIsToldToComeAgain() throws SQLException {
        try (Market market = Market.open(service.base())) {
            holdUntilRefused(market);
            market.load().liveOn(10);

            finish("F13 pool", "a lock holds up every connection of the pool", market);
        }
    }

    @Test
    void whoseStatementTakesTooLongIsToldToComeAgain() throws SQLException {
        try (Market market = Market.open(service.base())) {
            postgres.command("ALTER ROLE " + postgres.role() + " SET statement_timeout = '500ms'");
            postgres.endSessions();
            try {
                market.load().liveOn(5);
                holdUntilRefused(market);
            } finally {
                postgres.command("ALTER ROLE " + postgres.role() + " RESET statement_timeout");
            }
            market.load().liveOn(10);

            finish("F13 slow", "all sessions ended, then statement_timeout at a lock", market);
        }
    }

    /** Nobody can read or write a bounty until enough have been told so. */
    private static void holdUntilRefused(Market market) throws SQLException {
        int before = market.witness().unavailable();
        try (Connection connection = postgres.superuserIn(database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE bounty IN ACCESS EXCLUSIVE MODE");
            Awaitility.await("that callers are refused")
                    .atMost(HELD_MAX)
                    .until(() -> market.witness().unavailable() >= before + REFUSED);
            connection.rollback();
        }
    }

    private static void finish(String fault, String done, Market market) {
        market.load().finish();
        ACKNOWLEDGED.addAll(market.load().acknowledged());
        List<String> faults = Books.faults(database, ACKNOWLEDGED);
        Map<Integer, Integer> statuses = market.witness().statuses();
        new Row(
                        fault,
                        done,
                        "answers %s, all 503 with Retry-After, went on by itself, %d lost or wrong"
                                .formatted(statuses, faults.size()),
                        "503 + Retry-After, no partial writes, recovers alone",
                        faults.isEmpty() && ANSWERS.containsAll(statuses.keySet()))
                .tell();
        assertThat(faults).isEmpty();
        assertThat(statuses.keySet()).isSubsetOf(ANSWERS);
    }

    private static String requestId(String line) {
        try {
            return new ObjectMapper().readTree(line).at("/mdc/requestId").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
