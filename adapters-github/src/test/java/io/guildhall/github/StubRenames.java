package io.guildhall.github;

import io.guildhall.domain.codehost.RepositoryName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Repositories of the stub that have another name now, and how it sends on to them. */
final class StubRenames {

    private final Map<String, RepositoryName> renamed = new ConcurrentHashMap<>();

    void rename(RepositoryName repository, RepositoryName now) {
        renamed.put(repository.toString(), now);
    }

    /** By its number, as GitHub sends on; its description does not say so. */
    String whereItIs(String path) {
        for (var known : renamed.entrySet()) {
            String number =
                    "/repositories/" + StubGithub.idOf(known.getKey().replaceFirst("^.*/", ""));
            if (path.equals(number) || path.startsWith(number + "/")) {
                return "/repos/" + known.getValue() + path.substring(number.length());
            }
        }
        return path;
    }

    /** Where to ask instead of at the path; empty when the repository has that name still. */
    Optional<String> movedTo(String path) {
        String[] parts = path.split("/", -1);
        String before = parts[2] + "/" + parts[3];
        return renamed.containsKey(before)
                ? Optional.of(
                        "/repositories/"
                                + StubGithub.idOf(parts[3])
                                + path.substring(("/repos/" + before).length()))
                : Optional.empty();
    }

    /** Whether that is its name, or what has become of it. */
    boolean isOrBecame(@Nullable String name, String asked) {
        return asked.equals(name)
                || renamed.entrySet().stream()
                        .anyMatch(known ->
                                known.getValue().name().equals(asked)
                                        && known.getKey().endsWith("/" + name));
    }
}
