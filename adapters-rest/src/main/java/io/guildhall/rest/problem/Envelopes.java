package io.guildhall.rest.problem;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows which door a path belongs to; one door's base may lie inside another's. */
@Singleton
public final class Envelopes {

    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

    private final List<Based> longestBaseFirst;
    private final OpenBountyEnvelope platform;

    @Inject
    public Envelopes(@All List<Envelope> doors, OpenBountyEnvelope platform) {
        this.longestBaseFirst =
                doors.stream()
                        .flatMap(door -> door.bases().stream().map(base -> new Based(base, door)))
                        .sorted(
                                Comparator.comparingInt((Based based) -> based.base().length())
                                        .reversed())
                        .toList();
        this.platform = platform;
    }

    /** Empty when the path belongs to no door. */
    public Optional<Envelope> at(String path) {
        String plain = withoutMatrixParameters(path);
        return longestBaseFirst.stream()
                .filter(based -> based.holds(plain))
                .map(Based::door)
                .findFirst();
    }

    /** What belongs to no door is the platform's own. */
    public Envelope of(String path) {
        return at(path).orElse(platform);
    }

    /** The routing leaves them out too: with them, {@code /api;a=b/me} would pass for no door's. */
    private static String withoutMatrixParameters(String path) {
        return path.indexOf(';') < 0 ? path : MATRIX_PARAMETERS.matcher(path).replaceAll("");
    }

    private record Based(String base, Envelope door) {
        boolean holds(String path) {
            return path.equals(base) || path.startsWith(base + "/");
        }
    }
}
