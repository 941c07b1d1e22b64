package io.guildhall.payments.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A text that nobody is to read: it is in no log, since its own text does not say it. */
public final class Secret {

    private static final int FILE_BYTES_MAX = 16_384;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        return new Secret(stripped);
    }

    /**
     * From whichever of the two is set; empty when neither is.
     *
     * @param file mounted, and holds nothing else
     */
    public static Optional<Secret> from(Optional<String> value, Optional<Path> file) {
        if (value.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException("is set by value or by file, and not by both");
        }
        return value.map(Secret::of).or(() -> file.map(Secret::in));
    }

    private static Secret in(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(new String(bytes.readNBytes(FILE_BYTES_MAX), StandardCharsets.UTF_8));
        } catch (IOException _) {
            throw new IllegalArgumentException("cannot be read from " + file);
        }
    }

    /** Several secrets in one text, separated by commas. */
    public List<Secret> parts() {
        return Arrays.stream(text.split(",", -1)).map(Secret::of).toList();
    }

    /** For the one place that sends or uses it. */
    String revealed() {
        return text;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
