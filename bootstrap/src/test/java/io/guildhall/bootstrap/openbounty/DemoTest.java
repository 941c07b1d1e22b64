package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.demo.Demo;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The demo as {@code ./guildhall demo} runs it, but for the service it is pointed at. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithAdmin.class)
class DemoTest {

    private static final Path SAMPLES = Path.of("..", "examples", "bounties.jsonl");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void demoLivesItsMarketAndShowsWhereEveryCentWent() {
        int exitCode = demo(Visitor.service(), SAMPLES);

        assertThat(output())
                .contains("160 sample bounties", "[160/160]", "posted 160")
                .contains("Where every cent went (usd)")
                .contains("14 days pass")
                .containsPattern("the treasury, of forfeited stakes +[1-9][0-9,]*\\.[0-9]{2}\n")
                .containsPattern("topped up by everybody +[0-9,]+\\.[0-9]{2}\n")
                .containsPattern("withdrawn by the workshops +[0-9,]+\\.[0-9]{2}\n")
                .containsPattern("the platform's fees +[0-9,]+\\.[0-9]{2}\n")
                .containsPattern(
                        "Proof: [0-9,]+ transfers counted again, debits equal credits, and no cents"
                                + " of the demo are missing\\.");
        assertThat(rowOf("sum")).isEqualTo(rowOf("topped up by everybody"));
        assertThat(rowOf("on its way out")).isEqualTo("0.00");
        assertThat(rowOf("in escrow and staked on open work")).isEqualTo("0.00");
        assertThat(exitCode).isZero();
    }

    @Test
    void demoWithoutAServiceSaysHowToStartOne() {
        int exitCode = demo(URI.create("http://127.0.0.1:1"), SAMPLES);

        assertThat(exitCode).isEqualTo(1);
        assertThat(output()).contains("Start it with ./guildhall up");
    }

    private int demo(URI base, Path samples) {
        try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            return Demo.run(base, samples, out, false, WithAdmin.KEY);
        }
    }

    private String rowOf(String what) {
        return output().lines()
                .map(String::strip)
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.substring(what.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
