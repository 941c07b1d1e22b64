package io.guildhall.bootstrap.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parts a line into its words and its options, {@code --name value} or {@code --name=value}. */
final class Options {

    private static final String DASHES = "--";

    private Options() {}

    /**
     * @param options where they are put, by their names with underscores
     * @return the words between them
     */
    static List<String> split(List<String> line, Map<String, Object> options) {
        List<String> words = new ArrayList<>();
        for (int place = 0; place < line.size(); place++) {
            String text = line.get(place);
            if (!text.startsWith(DASHES)) {
                words.add(text);
                continue;
            }
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (equals < 0 && place + 1 == line.size()) {
                throw new NotUnderstood("The option " + name + " needs a value");
            }
            String value = equals < 0 ? line.get(++place) : text.substring(equals + 1);
            options.put(name.substring(DASHES.length()).replace('-', '_'), value);
        }
        return words;
    }
}
