package io.guildhall.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found when each set of books was last compared; the same for every replica. */
public interface Comparisons {

    /**
     * What is known of one kind of difference in one set of books.
     *
     * @param since when they were compared, or from when on they are to be
     * @param differences how many there were; null when they never were compared
     */
    record Known(String books, String about, Instant since, @Nullable Long differences) {}

    /**
     * These are to be compared from now on, and no others: what is known of those is forgotten, and
     * of these kept.
     *
     * @param books with the kinds of difference that are looked for in each
     */
    void expect(Map<String, List<String>> books, Instant now);

    /**
     * Takes the place of what was found before, unless that is newer.
     *
     * @param differences how many of each kind
     */
    void keep(String books, Map<String, Long> differences, Instant at);

    /** In the order of the books and of what it is about. */
    List<Known> all();
}
