package io.guildhall.domain.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A committed file that the code can write itself, and that therefore never differs from it. */
public final class ApprovedFile {

    private static final String APPROVE = "approve";

    private ApprovedFile() {}

    /**
     * @param path from the root of the repository
     */
    public static void assertApproved(String path, String content) {
        Path file = repository().resolve(path);
        try {
            if (Boolean.getBoolean(APPROVE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s is not what the code says; run the test with -D%s=true and look at the"
                                    + " difference",
                            path, APPROVE)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repository() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("There is no mvnw in or above " + start);
    }
}
