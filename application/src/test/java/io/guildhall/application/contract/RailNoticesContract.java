package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.rail.RailNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every implementation of RailNotices keeps. */
public abstract class RailNoticesContract extends PortContract {

    private static final int AT_ONCE = 8;

    /** Heard at the end, so that no other test takes them. */
    private final List<RailNotice> kept = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    public void hearAll() {
        kept.forEach(this::hear);
    }

    @Test
    public void noticeIsKeptOnce() {
        RailNotice notice = kept();

        assertThat(keep(RailNotice.received(notice.id(), "another", "{}", clock.instant())))
                .isFalse();
        assertThat(take()).contains(notice);
    }

    @Test
    public void ofManyAtOnceOneIsNew() throws InterruptedException {
        RailNotice notice = notice();
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
    public void oldestIsTakenFirstUntilItIsHeard() {
        RailNotice first = kept();
        RailNotice second = kept();

        assertThat(take()).contains(first);
        hear(first);
        assertThat(take()).contains(second);
        hear(second);
        assertThat(take()).isEmpty();
        assertThat(keep(first)).as("it is still known").isFalse();
    }

    @Test
    public void whatFailedIsDueAgainLaterAndHoldsUpNoOther() {
        RailNotice stuck = kept();
        RailNotice second = kept();
        RailNotice failed = stuck.failed();
        Instant due = clock.instant().plusSeconds(10);

        unit(() -> ports().railNotices().postpone(failed, due));

        assertThat(take()).contains(second);
        hear(second);
        clock.set(due.minusMillis(1));
        assertThat(take()).isEmpty();
        clock.set(due);
        assertThat(take()).contains(failed);
    }

    @Test
    public void replayedNoticeIsDueAtOnceAsIfItHadJustCome() {
        RailNotice stuck = kept();
        unit(() -> ports().railNotices().postpone(stuck.failed(), clock.instant().plusSeconds(10)));

        assertThat(unit(() -> ports().railNotices().replay(stuck.id()))).isTrue();

        assertThat(take()).contains(stuck);
    }

    @Test
    public void replayedNoticeIsHeardOnceMore() {
        RailNotice notice = kept();
        hear(notice);

        assertThat(unit(() -> ports().railNotices().replay(notice.id()))).isTrue();
        assertThat(take()).contains(notice);
        assertThat(unit(() -> ports().railNotices().replay("nobody's"))).isFalse();
    }

    @Test
    public void heardOnesAreForgottenAfterAWhile() {
        RailNotice heard = kept();
        hear(heard);
        RailNotice waiting = kept();
        clock.advance(Duration.ofDays(1));

        unit(() -> ports().railNotices().forgetHeardBefore(clock.instant(), 1_000));

        assertThat(keep(waiting)).isFalse();
        assertThat(keep(heard)).isTrue();
    }

    private RailNotice notice() {
        return RailNotice.received("evt_" + ids.next(), "charge.updated", "{}", clock.instant());
    }

    private RailNotice kept() {
        RailNotice notice = notice();
        assertThat(keep(notice)).isTrue();
        kept.add(notice);
        return notice;
    }

    private boolean keep(RailNotice notice) {
        return unit(() -> ports().railNotices().keep(notice));
    }

    private Optional<RailNotice> take() {
        return unit(() -> ports().railNotices().takeDue(clock.instant()));
    }

    private void hear(RailNotice notice) {
        unit(() -> ports().railNotices().heard(notice, clock.instant()));
    }
}
