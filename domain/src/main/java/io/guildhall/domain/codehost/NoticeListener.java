package io.guildhall.domain.codehost;

import java.time.Instant;
import java.util.Set;

/**
 * Hears notices of some events, inside the unit of work in which they are settled: what it does
 * happens once. It calls nobody outside, and can take each notice twice and in any order.
 */
public interface NoticeListener {

    /** GitHub's names of the events. */
    Set<String> events();

    void hear(Notice notice, Instant now);
}
