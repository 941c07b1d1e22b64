package io.guildhall.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs that are kept to be tried again. */
final class Kept {

    private Kept() {}

    /**
     * @return by the names of their files
     */
    static Map<String, String> of(Class<?> test, String method) throws IOException {
        Path inputs =
                Path.of(
                        "src/test/resources",
                        test.getPackageName().replace('.', '/'),
                        test.getSimpleName() + "Inputs",
                        method);
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(inputs)) {
            for (Path file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return kept;
    }
}
