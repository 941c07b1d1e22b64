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
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A market that lived on an earlier schema goes on on the newest one. The earlier one's content is
 * on record; {@code -Dapprove=true} writes that of a schema of which none is.
 */
class UpgradeIT {

    private static final String EARLIER = "18";
    private static final Path CONTENT =
            Path.of("src", "test", "resources", "upgrade", "V" + EARLIER + ".copy");
    private static final Path SAMPLES = Path.of("..", "examples", "bounties.jsonl");
    private static final String ADMIN = "the-admin-of-an-installation-that-grows";
    private static final String SECRET = "the-secret-of-an-installation-that-grows";

    @TempDir Path directory;

    @Test
    void aMarketOfAnEarlierSchemaGoesOnOnTheNewest() throws Exception {
        if (Boolean.getBoolean("approve") && !Files.exists(CONTENT)) {
            record();
        }
        String database = PostgresForTests.freshDatabase();
        flyway(database).target(EARLIER).load().migrate();
        try (Connection connection = DriverManager.getConnection(database)) {
            Tables.read(connection, CONTENT);
        }

        try (Packaged service = start("upgrade", database)) {
            assertThat(flyway(database).load().info().pending()).isEmpty();
            Told admin = new Told(service.base(), ADMIN);
            assertThat(admin.get("/api/ledger/proof").toString()).contains("\"balances\":true");
            assertThat(admin.get("/api/bounties").at("/items").size()).isPositive();
            assertThat(admin.get("/api/events?limit=5").toString()).contains("bounty.");
            assertThat(liveAMarket(service, 8)).contains("debits equal credits");
            assertThat(service.stop()).isIn(0, 143);
        }
    }

    private void record() throws Exception {
        String database = PostgresForTests.freshDatabase();
        flyway(database).target(EARLIER).load().migrate();
        try (Packaged service = start("upgrade-record", database)) {
            liveAMarket(service, 8);
            assertThat(service.stop()).isIn(0, 143);
        }
        try (Connection connection = DriverManager.getConnection(database)) {
            Tables.write(connection, CONTENT);
        }
    }

    private String liveAMarket(Packaged service, int bounties) throws IOException {
        Path few = directory.resolve("bounties.jsonl");
        Files.write(few, Files.readAllLines(SAMPLES).subList(0, bounties));
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
