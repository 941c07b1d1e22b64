package io.guildhall.github;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of GitHub with the tags by which it tells whether they still hold: an answer that does
 * costs nothing of our limit. What was not asked for longest is forgotten first.
 */
final class KeptAnswers {

    private static final int CHARACTERS_MAX = 16 << 20;
    private static final int CHARACTERS_EACH_MAX = 1 << 20;

    private final Map<Asked, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private int characters;

    /**
     * @param installation by which it was asked: what one may see is not for another
     */
    record Asked(long installation, URI address) {}

    record Kept(String tag, String body) {}

    synchronized Optional<Kept> find(Asked asked) {
        return Optional.ofNullable(kept.get(asked));
    }

    synchronized void keep(Asked asked, Kept answer) {
        forget(asked);
        if (answer.body().length() > CHARACTERS_EACH_MAX) {
            return;
        }
        kept.put(asked, answer);
        characters += answer.body().length();
        while (characters > CHARACTERS_MAX) {
            forget(kept.keySet().iterator().next());
        }
    }

    synchronized void forget(Asked asked) {
        Kept gone = kept.remove(asked);
        if (gone != null) {
            characters -= gone.body().length();
        }
    }
}
