package io.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The picture in docs/architecture.md shows the arrows that the bytecode has, each of them and no
 * other.
 */
class DiagramTest {

    /** A solid arrow of the picture; dotted ones are no class's own dependencies. */
    private static final Pattern ARROW = Pattern.compile("(?m)^\\s*([a-z-]+) --> ([a-z-]+)\\s*$");

    @Test
    void pictureShowsTheArrowsOfTheBytecode() throws IOException {
        assertThat(drawn()).isEqualTo(compiled());
    }

    @Test
    void everyModuleIsInThePicture() throws IOException {
        String picture = picture();

        assertThat(Arrays.stream(Module.values()).map(Module::folder)).allMatch(picture::contains);
    }

    @Test
    void everyModuleOfTheBuildHasItsRule() throws IOException {
        Set<String> built =
                Pattern.compile("<module>([^<]+)</module>")
                        .matcher(Files.readString(root().resolve("pom.xml")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ruled =
                Arrays.stream(Module.values())
                        .map(Module::folder)
                        .collect(Collectors.toCollection(TreeSet::new));
        // They have tests only.
        ruled.addAll(Set.of("architecture-tests", "fuzzing"));

        assertThat(ruled).isEqualTo(built);
    }

    private static Set<String> drawn() throws IOException {
        return ARROW.matcher(picture())
                .results()
                .map((MatchResult arrow) -> arrow.group(1) + " --> " + arrow.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> compiled() {
        JavaClasses house =
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.guildhall");
        Set<String> arrows = new TreeSet<>();
        for (JavaClass type : house) {
            Module from = module(type).orElseThrow();
            type.getDirectDependenciesFromSelf().stream()
                    .flatMap(dependency ->
                            module(dependency.getTargetClass().getBaseComponentType()).stream())
                    .filter(to -> to != from)
                    .forEach(to -> arrows.add(from.folder() + " --> " + to.folder()));
        }
        return arrows;
    }

    private static Optional<Module> module(JavaClass type) {
        return Arrays.stream(Module.values())
                .filter(module -> module.holds(type.getPackageName()))
                .findFirst();
    }

    private static String picture() throws IOException {
        String page = Files.readString(root().resolve("docs").resolve("architecture.md"));
        int start = page.indexOf("```mermaid");
        return page.substring(start, page.indexOf("```", start + 3));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
