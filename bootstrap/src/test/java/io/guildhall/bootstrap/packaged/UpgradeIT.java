package io.guildhall.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.demo.Demo;
import io.guildhall.persistence.PostgresForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Markets that lived on earlier schemas go on on the newest one. What stood in the tables of an
 * earlier one is on record, as the service of that time wrote it.
 */
class UpgradeIT {

    private static final Path RECORDS = Path.of("src", "test", "resources", "upgrade");
    private static final Path SAMPLES = Path.of("..", "examples", "bounties.jsonl");
    private static final String ADMIN = "the-admin-of-an-installation-that-grows";
    private static final String SECRET = "the-secret-of-an-installation-that-grows";

    @TempDir Path directory;

    static List<String> earlier() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files.map(file -> file.getFileName().toString().replaceAll("V|\\.copy", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "V{0}")
    @MethodSource("earlier")
    void aMarketOfAnEarlierSchemaGoesOn(String version) throws Exception {
        String database = PostgresForTests.freshDatabase();
        flyway(database).target(version).load().migrate();
        try (Connection connection = DriverManager.getConnection(database)) {
            Tables.read(connection, record(version));
        }

        try (Packaged service = start("upgrade", database)) {
            assertThat(flyway(database).load().info().pending()).isEmpty();
            Told admin = new Told(service.base(), ADMIN);
            assertThat(admin.get("/api/ledger/proof").toString()).contains("\"balances\":true");
            assertThat(admin.get("/api/bounties?status=paid").at("/items").size()).isPositive();
            assertThat(admin.get("/api/events?limit=5").toString()).contains("bounty.");
            assertThat(liveAMarket(service)).contains("debits equal credits");
            assertThat(service.stop()).isIn(0, 143);
        }
    }

    /** {@code -Dupgrade.record=true}: before a release, for the upgrades to later ones. */
    @Test
    @EnabledIfSystemProperty(named = "upgrade.record", matches = "true")
    void recordTheNewestSchema() throws Exception {
        String database = PostgresForTests.freshDatabase();
        try (Packaged service = start("upgrade-record", database)) {
            liveAMarket(service);
            assertThat(service.stop()).isIn(0, 143);
        }
        String newest = flyway(database).load().info().current().getVersion().getVersion();
        try (Connection connection = DriverManager.getConnection(database)) {
            Tables.write(connection, record(newest));
        }
    }

    private static Path record(String version) {
        return RECORDS.resolve("V" + version + ".copy");
    }

    private String liveAMarket(Packaged service) throws IOException {
        Path few = directory.resolve("bounties.jsonl");
        Files.write(few, Files.readAllLines(SAMPLES).subList(0, 8));
        var written = new ByteArrayOutputStream();
        try (var out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            assertThat(Demo.run(service.base(), few, out, false, ADMIN))
                    .as(written.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static FluentConfiguration flyway(String database) {
        return Flyway.configure().dataSource(database, null, null);
    }

    private Packaged start(String name, String database) {
        return Packaged.start(
                        name,
                        Map.of(
                                "GUILDHALL_JDBC_URL", database,
                                "GUILDHALL_DATA", directory.toString(),
                                "GUILDHALL_SECRET", SECRET,
                                "GUILDHALL_BOOTSTRAP_KEY", ADMIN))
                .onceReady();
    }
}
