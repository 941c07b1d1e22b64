package io.guildhall.bootstrap.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.access.Figures;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkIsInTimeTest {

    private final Market market = new Market();
    private final Counted counted = new Counted();
    private final FigureMeters figures =
            new FigureMeters(
                    counted,
                    new SimpleMeterRegistry(),
                    new MarketClock(market.guildhall.clock, market.guildhall.clockOffset),
                    market.guildhall.clock);
    private final WorkIsInTime check =
            new WorkIsInTime(
                    figures, new RoundMeters(market.use.admin.rota, market.guildhall.clock));

    @Test
    void itIsInTimeWhereNothingWaits() {
        figures.look();

        assertThat(asked().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @CsvSource({"relay_lag_seconds, 60", "payout_oldest_due_seconds, 300", "leases_expired, 1"})
    void whatIsLateIsToldByItsFigure(String name, double late) {
        counted.values.put(name, late - 0.1);
        figures.look();
        assertThat(asked().getStatus()).isEqualTo(Status.UP);

        counted.values.put(name, late);
        figures.look();

        assertThat(asked().getStatus()).isEqualTo(Status.DOWN);
        assertThat(asked().getData().orElseThrow()).containsEntry(name, (long) late);
    }

    @Test
    void oneFigureThatCannotBeReadHoldsUpNoOther() {
        counted.unreadable.add("relay_lag_seconds");
        counted.values.put("leases_expired", 1.0);

        figures.look();

        assertThat(asked().getData().orElseThrow()).containsEntry("leases_expired", 1L);
    }

    @Test
    void whatIsNotKnownForAMinuteIsNotInTime() {
        counted.unreadable.add("relay_lag_seconds");
        figures.look();
        pass(Duration.ofSeconds(59));
        figures.look();
        assertThat(asked().getStatus()).isEqualTo(Status.UP);

        pass(Duration.ofSeconds(1));
        figures.look();
        assertThat(asked().getStatus()).isEqualTo(Status.DOWN);

        counted.unreadable.clear();
        figures.look();
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void chainThatIsNotFollowedForFiveMinutesIsNot() {
        goRound(true);
        pass(Duration.ofMinutes(5).minusSeconds(1));
        goRound(false);
        figures.look();
        assertThat(asked().getStatus()).isEqualTo(Status.UP);

        pass(Duration.ofSeconds(1));
        goRound(false);
        figures.look();
        assertThat(asked().getStatus()).isEqualTo(Status.DOWN);

        goRound(true);
        assertThat(asked().getStatus()).isEqualTo(Status.UP);
    }

    private HealthCheckResponse asked() {
        return check.call();
    }

    private void pass(Duration time) {
        market.guildhall.clock.advance(time);
    }

    private void goRound(boolean well) {
        Runnable round =
                () -> {
                    if (!well) {
                        throw new IllegalStateException("no node answers");
                    }
                };
        if (well) {
            market.use.admin.rota.run(Worker.CHAIN, round);
        } else {
            assertThatThrownBy(() -> market.use.admin.rota.run(Worker.CHAIN, round))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Figures as a test says. */
    private static final class Counted implements Figures {

        private final Map<String, Double> values = new HashMap<>();
        private final Set<String> unreadable = new HashSet<>();

        @Override
        public List<String> names() {
            return List.of("relay_lag_seconds", "payout_oldest_due_seconds", "leases_expired");
        }

        @Override
        public List<Figure> read(String name, Instant marketNow, Instant worldNow) {
            if (unreadable.contains(name)) {
                throw new RefusedException(new StorageUnavailable(true));
            }
            return List.of(new Figure(name, new TreeMap<>(), values.getOrDefault(name, 0.0)));
        }
    }
}
