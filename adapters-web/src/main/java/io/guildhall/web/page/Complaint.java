package io.guildhall.web.page;

import io.guildhall.application.access.AccessError.IdempotencyKeyReused;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.FieldProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, for the top of its page and for its fields.
 *
 * @param fields what is wrong with each, by its name without an index
 */
public record Complaint(String message, Map<String, String> fields) {

    private static final Pattern HUMP = Pattern.compile("[A-Z]");

    public Complaint {
        fields = Map.copyOf(fields);
    }

    /** There is nothing to complain of. */
    public static Complaint none() {
        return new Complaint("", Map.of());
    }

    public boolean isNone() {
        return message.isEmpty();
    }

    public static Complaint of(DomainError error) {
        if (error instanceof IdempotencyKeyReused) {
            return new Complaint(
                    "This form was sent before with something else in it, and that was done. Nothing"
                            + " was done now: look whether you still want it, and send it again.",
                    Map.of());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldProblem problem : error.problems()) {
            fields.merge(
                    plainName(problem.field()),
                    sentence(problem),
                    (one, other) -> one + " " + other);
        }
        return new Complaint(
                fields.isEmpty()
                        ? sentence(PlainWords.of(error))
                        : "Nothing was saved yet. " + count(fields),
                fields);
    }

    /** What is wrong with a field, or null. */
    public @Nullable String of(String field) {
        return fields.get(field);
    }

    public Set<String> names() {
        return fields.keySet();
    }

    /** The name of a field as people write it: {@code Acceptance criteria}. */
    public String label(String name) {
        String words =
                HUMP.matcher(name).replaceAll(hump -> " " + hump.group().toLowerCase(Locale.ROOT));
        return words.substring(0, 1).toUpperCase(Locale.ROOT)
                + words.substring(1).replace(" bps", "").replace(" url", "").replace(" ttl", "");
    }

    private static String count(Map<String, String> fields) {
        return fields.size() == 1 ? "One field needs you:" : fields.size() + " fields need you:";
    }

    private static String plainName(String field) {
        int index = field.indexOf('[');
        return index < 0 ? field : field.substring(0, index);
    }

    /** Of one in a list it is told which. */
    private static String sentence(FieldProblem problem) {
        int index = problem.field().indexOf('[');
        if (index < 0) {
            return sentence("It " + problem.message());
        }
        int end = problem.field().indexOf(']', index);
        int place = Integer.parseInt(problem.field().substring(index + 1, end)) + 1;
        return sentence("Number " + place + " " + problem.message());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
