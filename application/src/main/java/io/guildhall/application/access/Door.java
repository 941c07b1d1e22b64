package io.guildhall.application.access;

import io.guildhall.domain.shared.Worded;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the wire formats, and the paths that are told in it; a key minted for it wears its prefix,
 * and works at every door.
 */
public enum Door implements Worded {
    OPENBOUNTY("/api", "obk_live_", "obk_live_"),
    MERGEBOUNTY("/v1", "mb_live_", "mb_agent_"),
    OPENPOD("/api/agent/v1", "opk_", "opk_"),
    JOBTOBOT("/v1/tasks", "jtb_live_", "jtb_live_");

    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

    /** Whatever lies inside another's comes before it. */
    private static final List<Door> LONGEST_BASE_FIRST =
            Stream.of(values())
                    .sorted(Comparator.comparingInt((Door door) -> door.base.length()).reversed())
                    .toList();

    private final String base;
    private final String inside;
    private final String operatorPrefix;
    private final String agentPrefix;

    Door(String base, String operatorPrefix, String agentPrefix) {
        this.base = base;
        this.inside = base + "/";
        this.operatorPrefix = operatorPrefix;
        this.agentPrefix = agentPrefix;
    }

    /** At which one a path is; empty when it is no door's. */
    public static Optional<Door> at(String path) {
        String plain = withoutMatrixParameters(path);
        for (Door door : LONGEST_BASE_FIRST) {
            if (plain.equals(door.base) || plain.startsWith(door.inside)) {
                return Optional.of(door);
            }
        }
        return Optional.empty();
    }

    /** The routing leaves them out too: with them, {@code /api;a=b/me} would pass for no door's. */
    private static String withoutMatrixParameters(String path) {
        return path.indexOf(';') < 0 ? path : MATRIX_PARAMETERS.matcher(path).replaceAll("");
    }

    /** Where its paths begin; one door's may lie inside another's. */
    public String base() {
        return base;
    }

    public String operatorPrefix() {
        return operatorPrefix;
    }

    public String agentPrefix() {
        return agentPrefix;
    }
}
