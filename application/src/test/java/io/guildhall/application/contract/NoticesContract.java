package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.Notices.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every implementation of Notices keeps. */
public abstract class NoticesContract extends PortContract {

    private static final int AT_ONCE = 8;

    /** Settled at the end, so that no other test takes them. */
    private final List<Notice> kept = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    public void settleAll() {
        kept.forEach(notice -> settle(notice, clock.instant()));
    }

    @Test
    public void noticeIsKeptOnce() {
        Notice notice = kept();
        Notice again = new Notice(notice.id(), "another", "{}", clock.instant().plusSeconds(9), 0);

        assertThat(keep(again)).isFalse();
        assertThat(take()).contains(notice);
    }

    @Test
    public void ofManyAtOnceOneIsNew() throws InterruptedException {
        Notice notice = notice();
        kept.add(notice);
        AtomicInteger fresh = new AtomicInteger();

        InParallel.run(
                AT_ONCE,
                _ -> {
                    if (keep(notice)) {
                        fresh.incrementAndGet();
                    }
                });

        assertThat(fresh).hasValue(1);
    }

    @Test
    public void oldestIsTakenFirstUntilItIsSettled() {
        Notice first = kept();
        Notice second = kept();

        assertThat(take()).contains(first);
        assertThat(take()).as("nothing was done about it").contains(first);
        settle(first, clock.instant());
        assertThat(take()).contains(second);
        settle(second, clock.instant());
        assertThat(take()).isEmpty();
        assertThat(keep(first)).as("it is still known").isFalse();
        assertThat(take()).isEmpty();
    }

    @Test
    public void postponedOneHoldsUpNoOther() {
        Notice first = kept();
        Notice second = kept();
        Notice failed = first.failed();
        Instant later = clock.instant().plusSeconds(60);

        unit(() -> ports().notices().postpone(failed, later));

        assertThat(take()).contains(second);
        settle(second, clock.instant());
        assertThat(take()).isEmpty();
        assertThat(unit(() -> ports().notices().takeDue(later))).contains(failed);
    }

    @Test
    public void settledOnesAreForgottenAFewAtATime() {
        Instant old = Instant.parse("2001-01-01T00:00:00Z");
        for (int count = 0; count < 3; count++) {
            settle(kept(), old);
        }
        Notice open = kept();

        assertThat(forget(old.plusSeconds(1))).isEqualTo(2);
        assertThat(forget(old.plusSeconds(1))).isEqualTo(1);
        assertThat(forget(old.plusSeconds(1))).isZero();
        assertThat(take()).contains(open);
    }

    @Test
    public void ofManyAtOnceEachHearsAnother() throws InterruptedException {
        List<Notice> told = new ArrayList<>();
        for (int count = 0; count < AT_ONCE; count++) {
            told.add(kept());
        }
        List<Notice> taken = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                AT_ONCE,
                _ ->
                        taken.add(
                                unit(() -> {
                                    Notice next =
                                            ports().notices()
                                                    .takeDue(clock.instant())
                                                    .orElseThrow();
                                    ports().notices().settle(next, Outcome.HEARD, clock.instant());
                                    return next;
                                })));

        assertThat(taken).containsExactlyInAnyOrderElementsOf(told);
    }

    private Notice notice() {
        return new Notice(
                ids.next().toString(), "installation", "{\"a\": \"ü\"}", clock.instant(), 0);
    }

    private Notice kept() {
        Notice notice = notice();
        assertThat(keep(notice)).isTrue();
        kept.add(notice);
        return notice;
    }

    private boolean keep(Notice notice) {
        return unit(() -> ports().notices().keep(notice));
    }

    private Optional<Notice> take() {
        return unit(() -> ports().notices().takeDue(clock.instant()));
    }

    private void settle(Notice notice, Instant now) {
        unit(() -> ports().notices().settle(notice, Outcome.HEARD, now));
    }

    private int forget(Instant time) {
        return unit(() -> ports().notices().forgetSettledBefore(time, 2));
    }
}
