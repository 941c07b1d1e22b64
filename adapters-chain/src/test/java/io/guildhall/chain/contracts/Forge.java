package io.guildhall.chain.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Foundry's forge, the Solidity compiler and OpenZeppelin's contracts, pinned by hash. The
 * machine's npm fetches them, since it knows where from; where there is none the test is skipped
 * and says so, but in CI it fails.
 */
final class Forge {

    private static final Path PINNED = Path.of("src", "test", "npm");
    private static final Path INSTALLED = Path.of("target", "npm");
    private static final Path OUT = Path.of("target", "forge", "out");
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private Forge() {}

    /** What a program wrote and how it ended. */
    record Run(int exitCode, String output) {}

    /** Compiles and tests the contracts, or does with them what else is said. */
    static Run run(String... arguments) throws IOException, InterruptedException {
        install();
        List<String> command = new ArrayList<>();
        command.add(INSTALLED.resolve("node_modules").resolve(".bin").resolve("forge").toString());
        command.addAll(Arrays.asList(arguments));
        return run(Path.of(""), command);
    }

    /** What the compiler made of a contract when it ran last. */
    static JsonNode compiled(String contract) throws IOException {
        return new ObjectMapper()
                .readTree(OUT.resolve(contract + ".sol").resolve(contract + ".json").toFile());
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
                    "npm is not on the path: install it (Debian: apt-get install npm) to test the contracts";
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
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
