package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.guildhall.web.visit.WebPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** API9: what is served is what the document says, and nothing besides. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class InventoryTest {

    /** Said elsewhere: a standard's own address, and the streaming form of a list. */
    private static final Set<String> BESIDES =
            Set.of("GET /.well-known/jwks.json", "GET /api/bounties/{}/progress (a stream)");

    @Test
    void everyRouteIsInTheDocumentAndTheOtherWayRound() throws Exception {
        Set<String> documented = new TreeSet<>();
        Operations.all()
                .forEach(operation ->
                        documented.add(operation.method() + " " + plain(operation.path())));

        Set<String> served = new TreeSet<>(routes());
        BESIDES.forEach(besides -> served.remove(besides.replaceAll(" \\(.*", "")));
        documented.removeIf(
                operation -> BESIDES.stream().anyMatch(b -> b.startsWith(operation + " (")));

        assertThat(served).isEqualTo(documented);
        assertThat(served).hasSizeGreaterThan(100);
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Operations.document()
                .path("paths")
                .forEach(path ->
                        path.properties()
                                .forEach(operation -> {
                                    if (operation.getValue().has("operationId")) {
                                        assertThat(operation.getValue().path("summary").asText())
                                                .as(
                                                        operation
                                                                .getValue()
                                                                .path("operationId")
                                                                .asText())
                                                .isNotBlank();
                                        assertThat(operation.getValue().has("tags")).isTrue();
                                    }
                                }));
    }

    /** From the classes of all modules, as they were compiled. */
    private static List<String> routes() throws IOException, ClassNotFoundException {
        List<String> routes = new ArrayList<>();
        for (Class<?> type : classes()) {
            Path base = type.getAnnotation(Path.class);
            // The console's pages are for people, and tried by its own tests.
            if (base == null || type.isInterface() || type.isAnnotationPresent(WebPage.class)) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    Path more = method.getAnnotation(Path.class);
                    routes.add(
                            verb
                                    + " "
                                    + plain(
                                            joined(
                                                    base.value(),
                                                    more == null ? "" : more.value())));
                }
            }
        }
        return routes;
    }

    private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        List<java.nio.file.Path> roots;
        try (Stream<java.nio.file.Path> modules = Files.list(java.nio.file.Path.of(".."))) {
            roots =
                    modules.map(module -> module.resolve("target/classes"))
                            .filter(Files::isDirectory)
                            .toList();
        }
        for (java.nio.file.Path root : roots) {
            List<java.nio.file.Path> files;
            try (Stream<java.nio.file.Path> walk = Files.walk(root)) {
                files = walk.filter(file -> file.toString().endsWith("Resource.class")).toList();
            }
            for (java.nio.file.Path file : files) {
                String name =
                        root.relativize(file)
                                .toString()
                                .replace('/', '.')
                                .replaceAll("\\.class$", "");
                found.add(
                        Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
            }
        }
        return found;
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static String joined(String base, String more) {
        String path =
                (base.startsWith("/") ? base : "/" + base)
                        + (more.isEmpty() || more.startsWith("/") ? more : "/" + more);
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
