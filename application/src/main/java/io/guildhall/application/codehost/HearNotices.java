package io.guildhall.application.codehost;

import io.guildhall.application.shared.OneByOne;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.NoticeListener;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.codehost.Notices.Outcome;
import io.guildhall.domain.shared.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Hears what GitHub told, one notice in one unit of work, the oldest first. A crash in between
 * repeats the notice; one that fails is tried again later and holds up no other.
 */
public final class HearNotices {

    private final Transactions transactions;
    private final Notices notices;
    private final List<NoticeListener> listeners;
    private final InstantSource worldClock;
    private final Failures failures;
    private final OneByOne<Notice> oneByOne;

    public HearNotices(
            Transactions transactions,
            Notices notices,
            List<NoticeListener> listeners,
            InstantSource worldClock,
            Failures failures) {
        this.transactions = transactions;
        this.notices = notices;
        this.listeners = List.copyOf(listeners);
        this.worldClock = worldClock;
        this.failures = failures;
        this.oneByOne =
                new OneByOne<>(
                        transactions,
                        () -> notices.takeDue(worldClock.instant()),
                        this::settle,
                        this::keepFailure);
    }

    /** Is told of what nobody foresaw. */
    @FunctionalInterface
    public interface Failures {

        /**
         * @param failed with this failure counted
         */
        void of(Notice failed, RuntimeException failure);
    }

    /**
     * @return how many were taken up; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        return oneByOne.handle(limit);
    }

    private void settle(Notice notice) {
        Instant now = worldClock.instant();
        notices.settle(notice, hear(notice, now), now);
    }

    private Outcome hear(Notice notice, Instant now) {
        List<NoticeListener> interested =
                listeners.stream()
                        .filter(listener -> listener.events().contains(notice.event()))
                        .toList();
        interested.forEach(listener -> listener.hear(notice, now));
        return interested.isEmpty() ? Outcome.SEEN : Outcome.HEARD;
    }

    private void keepFailure(Notice notice, RuntimeException failure) {
        Notice failed = notice.failed();
        transactions.run(() -> {
            Instant now = worldClock.instant();
            if (failed.isGivenUp()) {
                notices.settle(failed, Outcome.GIVEN_UP, now);
            } else {
                notices.postpone(failed, failed.dueAfter(now));
            }
        });
        failures.of(failed, failure);
    }
}
