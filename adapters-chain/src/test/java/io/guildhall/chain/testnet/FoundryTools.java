package io.guildhall.chain.testnet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Foundry's programs, the Solidity compiler and OpenZeppelin's contracts, pinned by hash. The
 * machine's npm fetches them, since it knows where from; where there is none the test is skipped
 * and says so, but in CI it fails. They lie in this module, whichever module's tests use them.
 */
public final class FoundryTools {

    private static final Path MODULE = module();
    private static final Path PINNED = MODULE.resolve(Path.of("src", "test", "npm"));
    private static final Path INSTALLED = MODULE.resolve(Path.of("target", "npm"));
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private FoundryTools() {}

    /** What a program wrote and how it ended. */
    public record Run(int exitCode, String output) {}

    /**
     * The program itself for this machine: the script that npm puts before it is not ended with it,
     * and says that all went well, always.
     */
    public static Path program(String name) throws IOException, InterruptedException {
        install();
        Path packages = INSTALLED.resolve(Path.of("node_modules", "@foundry-rs"));
        try (Stream<Path> platforms = Files.list(packages)) {
            return platforms
                    .filter(folder -> folder.getFileName().toString().startsWith(name + "-"))
                    .map(folder -> folder.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** In the folder of this module. */
    public static Run run(List<String> command) throws IOException, InterruptedException {
        return run(MODULE, command);
    }

    private static synchronized void install() throws IOException, InterruptedException {
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

    private static Path module() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("adapters-chain");
    }

    private static Run run(Path directory, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
