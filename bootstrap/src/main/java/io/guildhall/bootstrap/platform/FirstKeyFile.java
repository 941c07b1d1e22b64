package io.guildhall.bootstrap.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The key that was made for the installation's admin, beside the secret and readable by its owner
 * only, so that programs of the same owner (the demo) need not be told it.
 */
public final class FirstKeyFile {

    private static final String NAME = "first-key";

    private FirstKeyFile() {}

    public static void keep(Path data, String key) {
        Path file = data.resolve(NAME);
        var onlyOwner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(file);
            Files.createFile(file, onlyOwner);
            Files.writeString(file, key + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The first key cannot be kept in " + file, e);
        }
    }

    /** Empty when there is none, or it is not ours to read. */
    public static Optional<String> read(Path data) {
        Path file = data.resolve(NAME);
        try {
            return Files.isReadable(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
