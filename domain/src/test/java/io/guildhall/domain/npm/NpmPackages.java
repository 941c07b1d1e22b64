package io.guildhall.domain.npm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of a module's tests that come from npm, pinned by hash. The machine's npm fetches them,
 * since it knows where from; where there is none the test is skipped and says so, but in CI it
 * fails.
 */
public final class NpmPackages {

    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private final Path pinned;
    private final Path installed;

    /**
     * @param module the module's folder: its {@code src/test/npm} says which packages
     */
    public NpmPackages(Path module) {
        this.pinned = module.resolve(Path.of("src", "test", "npm"));
        this.installed = module.resolve(Path.of("target", "npm"));
    }

    /** What a program wrote and how it ended. */
    public record Run(int exitCode, String output) {}

    public Path pinned() {
        return pinned;
    }

    /** Where the packages are, once they are fetched. */
    public synchronized Path installed() throws IOException, InterruptedException {
        if (!isInstalled()) {
            install();
        }
        return installed;
    }

    public static Run run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private void install() throws IOException, InterruptedException {
        Files.createDirectories(installed);
        for (String file : FILES) {
            Files.copy(
                    pinned.resolve(file),
                    installed.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Run fetched;
        try {
            fetched =
                    run(
                            installed,
                            Map.of(),
                            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        } catch (IOException noSuchProgram) {
            String message =
                    "npm is not on the path: install it (Debian: apt-get install npm) to run this test";
            Assertions.assertNull(System.getenv("CI"), message);
            Assumptions.abort(message);
            return;
        }
        Assertions.assertEquals(0, fetched.exitCode(), fetched.output());
        Files.writeString(installed.resolve("done"), "");
    }

    private boolean isInstalled() throws IOException {
        if (!Files.exists(installed.resolve("done"))) {
            return false;
        }
        for (String file : FILES) {
            if (Files.mismatch(pinned.resolve(file), installed.resolve(file)) != -1) {
                return false;
            }
        }
        return true;
    }
}
