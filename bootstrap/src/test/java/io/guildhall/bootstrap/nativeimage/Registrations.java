package io.guildhall.bootstrap.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What the build for a native executable registered, read from what it hands to the tool.
 *
 * @param classes what may be looked up, by the names of classes
 */
record Registrations(Map<String, JsonNode> classes) {

    private static final Path SOURCES = Path.of("target", "native-sources");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Registrations ofThisBuild() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            Path jar =
                    files.filter(file -> file.toString().endsWith("-runner.jar"))
                            .findFirst()
                            .orElseThrow();
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                return of(
                        JSON.readTree(
                                Files.readString(
                                        content.getPath(
                                                "META-INF/native-image/reflect-config.json"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Registrations of(JsonNode list) {
        Map<String, JsonNode> classes = new HashMap<>();
        list.forEach(entry -> classes.put(entry.path("name").asText(), entry));
        return new Registrations(classes);
    }

    Registrations without(String name) {
        Map<String, JsonNode> fewer = new HashMap<>(classes);
        fewer.remove(name);
        return new Registrations(fewer);
    }

    /**
     * @param needed reasons by the names of classes
     * @return a line for each that is not registered, with its reason
     */
    List<String> missing(SortedMap<String, String> needed) {
        return needed.entrySet().stream()
                .filter(entry -> !isRegistered(entry.getKey()))
                .map(entry -> entry.getKey() + ", for " + entry.getValue())
                .toList();
    }

    /** Records are made by their constructor and asked by their methods. */
    private boolean isRegistered(String name) {
        JsonNode entry = classes.get(name);
        if (entry == null || !entry.path("allDeclaredConstructors").asBoolean()) {
            return false;
        }
        return !OwnClasses.load(name).isRecord() || entry.path("allDeclaredMethods").asBoolean();
    }
}
