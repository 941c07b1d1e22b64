package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.notification.Audience;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one reader hears of all that happens: what it may, and of that what it asked for. */
final class Hearing {

    private final Caller caller;
    private final Set<String> words;
    private final @Nullable Subject story;

    /**
     * @param words those it asked for; all when there is none
     * @param bounty the one whose story it asked for, or null for everything
     */
    Hearing(Caller caller, Set<String> words, @Nullable BountyId bounty) {
        this.caller = caller;
        this.words = Set.copyOf(words);
        this.story = bounty == null ? null : new Subject(Subject.Kind.BOUNTY, bounty.value());
    }

    boolean hears(StreamedEvent event) {
        return mayHear(event.audience(), event.story())
                && (words.isEmpty() || words.contains(event.word()));
    }

    /** What can be told before an event is put into words. */
    boolean mayHear(Audience audience, Subject of) {
        return (story == null || story.equals(of)) && audience.includes(caller);
    }
}
