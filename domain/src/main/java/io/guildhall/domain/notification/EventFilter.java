package io.guildhall.domain.notification;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;
import java.util.Set;

/**
 * Which kinds of events are heard: words such as {@code claim.approved}, or whole families such as
 * {@code claim.*}; all when it names none.
 */
public record EventFilter(List<String> words) {

    public static final EventFilter ALL = new EventFilter(List.of());

    private static final int WORDS_MAX = 100;
    private static final int WORD_MAX = 60;
    private static final String WHOLE_FAMILY = ".*";

    public EventFilter {
        words = List.copyOf(words);
    }

    public boolean hears(String word) {
        return words.isEmpty() || words.contains(word) || words.contains(family(word));
    }

    /**
     * @param known every word there is
     */
    public List<FieldProblem> problems(Set<String> known) {
        var check = new Invalid.Check().words(words, "events", WORDS_MAX, WORD_MAX);
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            check.require(
                    known.contains(word)
                            || known.stream().anyMatch(event -> family(event).equals(word)),
                    "events[" + index + "]",
                    "is no event of ours; name one such as claim.approved, or a family such as claim.*");
        }
        return check.problems();
    }

    private static String family(String word) {
        return word.substring(0, Math.max(word.indexOf('.'), 0)) + WHOLE_FAMILY;
    }
}
