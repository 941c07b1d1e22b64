package io.guildhall.application.contract;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of RailSnapshots keeps. */
public abstract class RailSnapshotsContract extends PortContract {

    @Test
    public void latestSnapshotOfARailIsKept() {
        Instant first = clock.instant();
        keep(snapshot(first, 3));
        assertThat(all()).containsExactly(snapshot(first, 3));

        Instant later = first.plus(Duration.ofDays(1));
        keep(snapshot(later, 0));
        assertThat(all()).containsExactly(snapshot(later, 0));

        // Told late, by a replica that took its time.
        keep(snapshot(first, 7));
        assertThat(all()).containsExactly(snapshot(later, 0));
    }

    private void keep(RailSnapshot snapshot) {
        unit(() -> ports().railSnapshots().keep(snapshot));
    }

    private List<RailSnapshot> all() {
        return unit(() -> ports().railSnapshots().all());
    }

    /** A rail can owe more than it has. */
    private static RailSnapshot snapshot(Instant at, int differences) {
        return new RailSnapshot(Rail.STRIPE, at, usd(-5), usd(4_000), differences, 2);
    }
}
