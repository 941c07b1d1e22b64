package io.guildhall.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The backup that docs/operations.md describes for an installation with a PostgreSQL of its own.
 */
class BackupIT {

    private static final String ADMIN = "the-admin-of-an-installation-that-is-saved";

    @TempDir Path directory;

    @BeforeEach
    void onlyTheJarBringsPostgreSqlAlong() {
        assumeFalse(Packaged.isNative(), "the executable brings no PostgreSQL along");
    }

    @Test
    void aCopyOfTheDataIsTheWholeInstallation() throws IOException {
        Path data = directory.resolve("data");
        Path copy = directory.resolve("copy");
        String key;
        String bounty;
        String token;
        try (Packaged service = start("backup", data)) {
            Told nobody = new Told(service.base(), "");
            key = nobody.operator("ann", 10_000);
            Told ann = nobody.as(key);
            bounty = post(ann);
            token =
                    nobody.post(200, "/api/auth/token", "{\"api_key\": \"" + key + "\"}")
                            .at("/token")
                            .asText();
            assertThat(service.stop()).isIn(0, 143);
        }

        copy(data, copy);
        try (Packaged service = start("backup-goes-on", data)) {
            post(new Told(service.base(), key));
            assertThat(service.stop()).isIn(0, 143);
        }

        try (Packaged restored = start("restored", copy)) {
            Told ann = new Told(restored.base(), key);
            assertThat(ann.get("/api/bounties/" + bounty).at("/status").asText()).isEqualTo("open");
            assertThat(ann.get("/api/balance").toString()).contains("6000");
            // What the installation's secret sealed can be opened: the old token is good.
            assertThat(ann.as(token).get("/api/me").isObject()).isTrue();
            JsonNode proof = ann.as(ADMIN).get("/api/ledger/proof");
            assertThat(proof.toString()).contains("\"balances\":true");
            post(ann);
            assertThat(restored.stop()).isIn(0, 143);
        }
    }

    private static Packaged start(String name, Path data) {
        return Packaged.start(
                        name,
                        Map.of("GUILDHALL_DATA", data.toString(), "GUILDHALL_BOOTSTRAP_KEY", ADMIN))
                .onceReady();
    }

    private static String post(Told ann) {
        return ann.post(
                        201,
                        "/api/bounties",
                        "{\"title\": \"Fix the parser\", \"reward_cents\": 4000}")
                .at("/id")
                .asText();
    }

    /** As {@code cp --archive} does. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source));
                if (Files.isSymbolicLink(source)) {
                    Path aim = Files.readSymbolicLink(source);
                    Files.createSymbolicLink(/* link= */ target, /* target= */ aim);
                    continue;
                }
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
                Files.getFileAttributeView(target, PosixFileAttributeView.class)
                        .setPermissions(Files.getPosixFilePermissions(source));
            }
        }
    }
}
