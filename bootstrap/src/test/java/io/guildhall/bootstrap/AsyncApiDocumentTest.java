package io.guildhall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.npm.NpmPackages.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Somebody else's reading of the document over all channels of events. */
class AsyncApiDocumentTest {

    private static final Path COMMITTED = Path.of("..", "docs", "asyncapi.yaml");

    @Test
    void linterFindsNothing() throws IOException, InterruptedException {
        Run lint =
                NpmTools.node(
                        "@redocly/cli/bin/cli.js",
                        "lint",
                        "--extends=spec",
                        "--format=stylish",
                        COMMITTED.toString());

        assertThat(lint.output()).contains("is valid").doesNotContain("warning");
        assertThat(lint.exitCode()).isZero();
    }
}
