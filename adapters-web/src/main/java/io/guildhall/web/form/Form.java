package io.guildhall.web.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed and sent; nothing of it is lost when the form has to be drawn again. */
public final class Form {

    /** Proves that we drew the form, for this very visitor. */
    public static final String TOKEN = "form_token";

    /** Made when the form is drawn, so that sending it twice does it once. */
    public static final String ONCE = "once";

    private static final int FIELDS_MAX = 500;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    public static Form empty() {
        return new Form(Map.of());
    }

    public static Form of(Map<String, List<String>> fields) {
        return new Form(new LinkedHashMap<>(fields));
    }

    /**
     * @param encoded as browsers send forms
     * @throws IllegalArgumentException when it is no form
     */
    public static Form read(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > FIELDS_MAX) {
                throw new IllegalArgumentException("More than " + FIELDS_MAX + " fields");
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            // Browsers send line ends as CR LF, whatever the text had.
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.replace("\r\n", "\n"));
        }
        return new Form(fields);
    }

    /** As it was typed; empty when the field was not sent. */
    public String text(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.getFirst();
    }

    /** Without the space around it; null when nothing is left. */
    public @Nullable String given(String name) {
        String text = text(name).strip();
        return text.isEmpty() ? null : text;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** Each line that holds anything. */
    public List<String> lines(String name) {
        return text(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What it asks for, without what only says where it came from. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, values) -> {
            if (!name.equals(TOKEN)) {
                values.forEach(value ->
                        text.append(name.length())
                                .append(':')
                                .append(name)
                                .append(value.length())
                                .append('=')
                                .append(value));
            }
        });
        return text.toString();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
