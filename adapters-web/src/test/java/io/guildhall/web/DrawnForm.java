package io.guildhall.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a browser sends of a form that nobody touched, by the rules that browsers have for it. */
public final class DrawnForm {

    private static final Pattern FIELD =
            Pattern.compile(
                    "<input\\b(?<input>[^>]*)>"
                            + "|<textarea\\b(?<textarea>[^>]*)>\n?(?<text>.*?)</textarea>"
                            + "|<select\\b(?<select>[^>]*)>(?<options>.*?)</select>",
                    Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private DrawnForm() {}

    /**
     * @param action to which the form is sent
     * @return the values of its fields, to be changed as somebody would
     */
    public static Map<String, List<String>> in(String page, String action) {
        int start = page.indexOf("action=\"" + action + "\"");
        if (start < 0) {
            throw new AssertionError("No form for " + action + " in " + page);
        }
        DrawnForm form = new DrawnForm();
        Matcher field = FIELD.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (field.find()) {
            if (field.group("input") != null) {
                form.input(field.group("input"));
            } else if (field.group("textarea") != null) {
                String text = LINE_END.matcher(field.group("text")).replaceAll("\r\n");
                form.add(field.group("textarea"), plain(text));
            } else {
                form.add(field.group("select"), chosen(field.group("options")));
            }
        }
        return form.fields;
    }

    private void input(String tag) {
        String type = attribute("type", tag);
        boolean isBox = "checkbox".equals(type) || "radio".equals(type);
        if (isBox && !has("checked", tag)) {
            return;
        }
        String value = attribute("value", tag);
        String held = value == null ? (isBox ? "on" : "") : value;
        add(tag, "hidden".equals(type) ? held : LINE_END.matcher(held).replaceAll(""));
    }

    private void add(String tag, String value) {
        String name = attribute("name", tag);
        if (name != null) {
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
    }

    private static String chosen(String options) {
        List<String> tags = OPTION.matcher(options).results().map(found -> found.group(1)).toList();
        String chosen =
                tags.stream()
                        .filter(tag -> has("selected", tag))
                        .findFirst()
                        .orElse(tags.getFirst());
        String value = attribute("value", chosen);
        return value == null ? "" : value;
    }

    private static boolean has(String flag, String tag) {
        return Pattern.compile("\\s" + flag + "\\b")
                .matcher(tag.replaceAll("\"[^\"]*\"", "\"\""))
                .find();
    }

    private static @Nullable String attribute(String name, String tag) {
        Matcher attribute = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? plain(attribute.group(1)) : null;
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
