package io.guildhall.bootstrap.configuration;

import io.guildhall.bootstrap.GuildhallConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every setting that there is, as {@link GuildhallConfig} declares them. */
@RegisterForReflection(targets = GuildhallConfig.class)
public final class KnownSettings {

    /** With whose right {@code ./guildhall admin} asks the service. */
    public static final String ADMIN_KEY = "GUILDHALL_ADMIN_KEY";

    /** Not of the service: what {@code ./guildhall}, the demo and the admin's line look at. */
    public static final Set<String> OF_THE_SCRIPT =
            Set.of("GUILDHALL_JAVA_OPTIONS", "GUILDHALL_URL", ADMIN_KEY);

    private static final Pattern SECRET =
            Pattern.compile(".*[.-](?:secret|key|password)", Pattern.CASE_INSENSITIVE);

    /** What many a provider puts its key into: what follows a node's host, and who asks it. */
    private static final Pattern AROUND_HOST =
            Pattern.compile("(https?://)(?:[^/@,]*@)?([^/,?#]*)[^,]*");

    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile("(password=)[^&;]*", Pattern.CASE_INSENSITIVE);

    private static final int TYPING_ERRORS_MAX = 4;

    private KnownSettings() {}

    /**
     * @return the defaults by the names, in order; empty for those without
     */
    public static SortedMap<String, Optional<String>> withDefaults() {
        SortedMap<String, Optional<String>> settings = new TreeMap<>();
        ConfigMappings.getProperties(ConfigClass.configClass(GuildhallConfig.class))
                .forEach((name, property) ->
                        settings.put(
                                // A list is set as a whole, with commas in between.
                                name.replace("[*]", ""),
                                property.hasDefaultValue()
                                        ? Optional.of(property.getDefaultValue())
                                        : Optional.empty()));
        return settings;
    }

    /** Whether its value is shown to nobody; the file that holds one may be named. */
    public static boolean isSecret(String setting) {
        return SECRET.matcher(setting).matches();
    }

    /** The value as it may be shown: without what in it is secret. */
    public static String shown(String setting, String value) {
        if (isSecret(setting)) {
            return "(secret)";
        }
        return switch (setting) {
            case "guildhall.chain.rpc-url" -> AROUND_HOST.matcher(value).replaceAll("$1$2/…");
            case "guildhall.jdbc.url" -> PASSWORD_IN_URL.matcher(value).replaceAll("$1…");
            default -> value;
        };
    }

    /**
     * @param variables of the environment, ours or not
     * @return a sentence for each of ours that nobody reads
     */
    public static List<String> strangersAmong(Set<String> variables) {
        Set<String> known = new TreeSet<>(OF_THE_SCRIPT);
        withDefaults().keySet().forEach(setting -> known.add(Variable.of(setting)));
        return variables.stream()
                .filter(name -> name.startsWith("GUILDHALL_") && !known.contains(name))
                .sorted()
                .map(name ->
                        "Nobody reads %s%s"
                                .formatted(
                                        name,
                                        nearest(name, known)
                                                .map(": did you mean %s?"::formatted)
                                                .orElse("")))
                .toList();
    }

    private static Optional<String> nearest(String name, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= TYPING_ERRORS_MAX);
    }

    /** How many letters have to be put in, left out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                now[column] =
                        Math.min(
                                before[column - 1] + changed,
                                Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
