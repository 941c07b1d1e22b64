package io.guildhall.bootstrap.postgres;

import io.quarkus.runtime.ImageMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, unpacked once for each version from the class path. */
record PostgresPrograms(Path directory) {

    static PostgresPrograms unpackedUnder(Path home) throws IOException {
        var archive = archive();
        var directory = home.resolve("programs-" + digest(archive));
        if (!Files.isDirectory(directory)) {
            // Renamed into place when complete: a crash half way leaves nothing that looks usable.
            var unfinished = Files.createTempDirectory(home, "unpacking-");
            unpack(archive, unfinished);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(directory);
    }

    /**
     * Runs one program to its end.
     *
     * @return whether it succeeded; what it said is added to the log
     */
    boolean run(Path log, String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot() || isNameless()) {
            // PostgreSQL refuses to run as root, and as a user without a name. In a user namespace
            // of its own it is nobody, and still owns the files that we made.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The service's secrets come in by its environment; the server has no use for them.
        builder.environment().keySet().retainAll(List.of("PATH"));
        var process = builder.start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /** Containers like to run under a bare number; Java then says this. */
    private static boolean isNameless() {
        return "?".equals(System.getProperty("user.name"));
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    case String other -> other;
                };
        var name = "/postgres-%s-%s.txz".formatted(system, processor);
        try (InputStream resource = PostgresPrograms.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new PostgreSqlUnavailable(
                        "%s: set GUILDHALL_JDBC_URL to a server of yours."
                                .formatted(
                                        ImageMode.current() == ImageMode.NATIVE_RUN
                                                ? "The native executable brings no PostgreSQL along"
                                                : "No PostgreSQL for %s on %s comes with Guildhall"
                                                        .formatted(system, processor)));
            }
            return resource.readAllBytes();
        }
    }

    private static String digest(byte[] archive) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha256, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var entries =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new ByteArrayInputStream(archive)),
                        StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry; (entry = entries.getNextEntry()) != null; ) {
                unpack(entry, entries, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        var path = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
}
