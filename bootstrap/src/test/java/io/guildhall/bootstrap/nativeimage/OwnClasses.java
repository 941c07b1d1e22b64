package io.guildhall.bootstrap.nativeimage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every class of Guildhall on the class path, but those of its tests. */
final class OwnClasses {

    private static final String ENDING = ".class";

    private OwnClasses() {}

    static List<Class<?>> loaded() {
        List<String> names = new ArrayList<>();
        for (Path place : places()) {
            try {
                if (Files.isDirectory(place)) {
                    collect(place, names);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(place)) {
                        collect(jar.getPath("/"), names);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names.stream().<Class<?>>map(OwnClasses::load).toList();
    }

    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OwnClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> places() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.endsWith("test-classes") && !place.endsWith("-tests.jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private static void collect(Path root, List<String> names) throws IOException {
        Path ours = root.resolve("io").resolve("guildhall");
        if (!Files.isDirectory(ours)) {
            return;
        }
        try (Stream<Path> below = Files.walk(ours)) {
            below.map(path -> root.relativize(path).toString())
                    .filter(OwnClasses::isClass)
                    .map(path -> path.substring(0, path.length() - ENDING.length()))
                    .map(path -> path.replace('/', '.'))
                    .forEach(names::add);
        }
    }

    private static boolean isClass(String path) {
        return path.endsWith(ENDING) && !path.endsWith("package-info.class");
    }
}
