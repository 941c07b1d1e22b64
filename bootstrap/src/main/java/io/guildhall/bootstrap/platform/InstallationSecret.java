package io.guildhall.bootstrap.platform;

import io.guildhall.application.access.RandomSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret that is in no database: configured, or made on the first start and kept readable by
 * its owner only.
 */
public final class InstallationSecret {

    private static final int LENGTH_MIN = 32;
    private static final int RANDOM_BYTES = 48;

    private InstallationSecret() {}

    /**
     * @throws IllegalArgumentException when the configured one is too short to be safe
     */
    public static String of(Optional<String> configured, Path data, RandomSource random) {
        if (configured.isPresent()) {
            if (configured.get().length() < LENGTH_MIN) {
                throw new IllegalArgumentException(
                        "guildhall.secret must have at least " + LENGTH_MIN + " characters");
            }
            return configured.get();
        }
        Path file = data.resolve("secret");
        try {
            if (!Files.exists(file)) {
                make(file, Base64.getEncoder().encodeToString(random.bytes(RANDOM_BYTES)));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The secret in " + file + " can be neither read nor made", e);
        }
    }

    private static void make(Path file, String secret) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var onlyOwner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path unfinished =
                Files.createTempFile(file.toAbsolutePath().getParent(), "secret-", "", onlyOwner);
        try {
            Files.writeString(unfinished, secret);
            // Two that start at once must end with one secret: the link fails for the second.
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            // The other one's secret is as good as this.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
