package io.guildhall.bootstrap.security;

import io.guildhall.rest.gate.Idempotent;
import io.guildhall.web.visit.WebPage;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every route of the doors, from the classes of all modules as they were compiled. The console's
 * pages are for people, and tried by its own tests.
 */
final class Routes {

    private Routes() {}

    /**
     * @param home the package of its resource
     * @param isDoneOnce whether it is a write that is done once for its caller's key
     */
    record Route(String verb, String path, String home, boolean isDoneOnce) {

        @Override
        public String toString() {
            return named(verb, path);
        }
    }

    /** The same whatever the parameters of the path are called. */
    static String named(String verb, String path) {
        return verb + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    static List<Route> all() throws IOException, ClassNotFoundException {
        List<Route> routes = new ArrayList<>();
        for (Class<?> type : classes()) {
            Path base = type.getAnnotation(Path.class);
            if (base == null || type.isInterface() || type.isAnnotationPresent(WebPage.class)) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    Path more = method.getAnnotation(Path.class);
                    routes.add(
                            new Route(
                                    verb,
                                    joined(base.value(), more == null ? "" : more.value()),
                                    type.getPackageName(),
                                    method.isAnnotationPresent(Idempotent.class)
                                            || type.isAnnotationPresent(Idempotent.class)));
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
}
