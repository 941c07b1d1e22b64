package io.guildhall.domain.notification;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where events are carried to, and which of those that may be heard there. */
public record Target(String url, EventFilter events, String description) {

    private static final int DESCRIPTION_MAX = 500;

    /**
     * What this installation takes.
     *
     * @param words every kind of event there is, as each form calls it
     */
    public record Rules(UrlRules urls, Map<PayloadForm, Set<String>> words) {
        public Rules {
            words = Map.copyOf(words);
        }

        Set<String> wordsOf(PayloadForm form) {
            return words.getOrDefault(form, Set.of());
        }
    }

    List<FieldProblem> problems(Rules rules) {
        var check = new Invalid.Check();
        rules.urls().problem(url).ifPresent(problem -> check.require(false, "url", problem));
        return check.text(description, "description", 0, DESCRIPTION_MAX)
                .add(events.problems(rules.wordsOf(events.form())))
                .problems();
    }
}
