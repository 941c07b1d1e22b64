package io.guildhall.bootstrap.configuration;

import io.guildhall.application.access.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret that is set by its value or by the file that holds it. */
public final class SecretSetting {

    private static final int FILE_BYTES_MAX = 16_384;

    private SecretSetting() {}

    /**
     * From whichever of the two is set; empty when neither is.
     *
     * @param file mounted, and holds nothing else
     */
    public static Optional<Secret> read(Optional<String> value, Optional<Path> file) {
        if (value.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException("is set by value or by file, and not by both");
        }
        return value.map(Secret::of).or(() -> file.map(SecretSetting::in));
    }

    private static Secret in(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Secret.of(new String(bytes.readNBytes(FILE_BYTES_MAX), StandardCharsets.UTF_8));
        } catch (IOException _) {
            throw new IllegalArgumentException("cannot be read from " + file);
        }
    }
}
