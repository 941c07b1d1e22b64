package io.guildhall.bootstrap.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of settings in a document. A row may name several, the later ones by their ends only
 * ({@code GUILDHALL_PORT}, {@code _HOST}), and then has a default for each, separated by commas.
 *
 * @param presets what stands in the last column, by the names of variables
 */
record SettingsTable(Map<String, String> presets) {

    private static final Pattern NAMED = Pattern.compile("`([A-Z_]+)`");
    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final String OURS = "GUILDHALL_";

    static SettingsTable of(String document) {
        Map<String, String> presets = new LinkedHashMap<>();
        document.lines()
                .filter(line -> line.startsWith("| `" + OURS))
                .map(line -> line.split("(?<!\\\\)\\|"))
                .forEach(cells -> {
                    List<String> names = names(cells[1]);
                    List<String> values = COMMA.splitAsStream(cells[3].strip()).toList();
                    for (int i = 0; i < names.size(); i++) {
                        presets.put(
                                names.get(i), plain(values.get(Math.min(i, values.size() - 1))));
                    }
                });
        return new SettingsTable(presets);
    }

    /** An end stands for what the first name of the row becomes with it. */
    private static List<String> names(String cell) {
        List<String> names = new ArrayList<>();
        Matcher named = NAMED.matcher(cell);
        while (named.find()) {
            String name = named.group(1);
            names.add(name.startsWith(OURS) ? name : beside(names.getFirst(), name));
        }
        return names;
    }

    /** As many words of the first name go as make another setting that is known. */
    private static String beside(String first, String end) {
        Set<String> known =
                Set.copyOf(
                        KnownSettings.withDefaults().keySet().stream().map(Variable::of).toList());
        for (String start = first; start.contains("_"); ) {
            start = start.substring(0, start.lastIndexOf('_'));
            if (known.contains(start + end)) {
                return start + end;
            }
        }
        return first + end;
    }

    /** Without its marks, and without an explanation in brackets. */
    private static String plain(String cell) {
        return cell.replace("`", "").replaceAll("\\s*\\(.*\\)", "").strip();
    }

    Set<String> variables() {
        return presets.keySet();
    }

    String presetOf(String variable) {
        return presets.getOrDefault(variable, "");
    }
}
