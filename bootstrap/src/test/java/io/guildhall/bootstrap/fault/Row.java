package io.guildhall.bootstrap.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A line of the table that {@code benchmarks/faults} prints. */
public record Row(String fault, String done, String figure, String goal, boolean isReached) {

    private static final Path ROWS = Path.of("target", "faults");

    /** Left where the command looks for it, whatever becomes of the test. */
    @SuppressWarnings("SystemOut")
    public void tell() {
        String line =
                "| %s | %s | %s | %s | %s |%n"
                        .formatted(fault, done, figure, goal, isReached ? "yes" : "no");
        System.out.print(line);
        try {
            Files.createDirectories(ROWS);
            Files.writeString(ROWS.resolve(fault.replaceAll("[^A-Za-z0-9]+", "-") + ".md"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
