package io.guildhall.domain.notification;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which kinds of events are heard: words such as {@code claim.approved}, or whole families such as
 * {@code claim.*}; all when it names none.
 *
 * @param form whose words they are
 */
public record EventFilter(PayloadForm form, List<String> words) {

    public static final EventFilter ALL = new EventFilter(List.of());

    private static final int WORDS_MAX = 100;
    private static final int WORD_MAX = 60;
    private static final String WHOLE_FAMILY = ".*";

    public EventFilter {
        words = List.copyOf(words);
    }

    /** Words of the platform's own. */
    public EventFilter(List<String> words) {
        this(PayloadForm.OPENBOUNTY, words);
    }

    /** Other words of the same form. */
    public EventFilter naming(List<String> others) {
        return new EventFilter(form, others);
    }

    public boolean hears(String word) {
        return words.isEmpty() || words.contains(word) || words.contains(family(word));
    }

    /**
     * @param known every word there is of this form
     */
    public List<FieldProblem> problems(Set<String> known) {
        var check = new Invalid.Check().words(words, "events", WORDS_MAX, WORD_MAX);
        check.require(
                form != PayloadForm.OPENPOD || !words.isEmpty(),
                "events",
                "is required; name at least one of " + String.join(", ", new TreeSet<>(known)));
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            check.require(
                    isKnown(word, known),
                    "events[" + index + "]",
                    "is no event of ours; " + hint(known));
        }
        return check.problems();
    }

    private boolean isKnown(String word, Set<String> known) {
        return known.contains(word)
                || (form == PayloadForm.OPENBOUNTY
                        && known.stream().anyMatch(event -> family(event).equals(word)));
    }

    private String hint(Set<String> known) {
        return switch (form) {
            case OPENBOUNTY -> "name one such as claim.approved, or a family such as claim.*";
            case OPENPOD -> "name one of " + String.join(", ", new TreeSet<>(known));
        };
    }

    private static String family(String word) {
        return word.substring(0, Math.max(word.indexOf('.'), 0)) + WHOLE_FAMILY;
    }
}
