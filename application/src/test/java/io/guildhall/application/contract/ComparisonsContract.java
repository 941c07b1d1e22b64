package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Comparisons;
import io.guildhall.application.access.Comparisons.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of Comparisons keeps. */
public abstract class ComparisonsContract extends PortContract {

    private static final Map<String, List<String>> LEDGER =
            Map.of("ledger", List.of("sum", "account"));

    /** There is one of each; what earlier tests left is forgotten. */
    @BeforeEach
    void nothingIsCompared() {
        expect(Map.of());
    }

    @Test
    public void whatIsExpectedIsKnownToBeUncompared() {
        Instant start = clock.instant();
        expect(Map.of("ledger", List.of("sum", "account"), "chain", List.of("status")));

        assertThat(all())
                .containsExactly(
                        new Known("chain", "status", start, null),
                        new Known("ledger", "account", start, null),
                        new Known("ledger", "sum", start, null));
    }

    @Test
    public void whatWasFoundOutlastsAnotherStart() {
        expect(LEDGER);
        Instant night = later();
        keep(Map.of("sum", 0L, "account", 2L), night);

        later();
        expect(LEDGER);

        assertThat(all())
                .containsExactly(
                        new Known("ledger", "account", night, 2L),
                        new Known("ledger", "sum", night, 0L));
    }

    @Test
    public void latestComparisonIsKept() {
        expect(LEDGER);
        Instant first = later();
        Instant second = later();
        keep(Map.of("sum", 0L, "account", 1L), second);

        // Told late, by a replica that took its time.
        keep(Map.of("sum", 3L, "account", 0L), first);
        assertThat(all()).extracting(Known::differences).containsExactly(1L, 0L);

        Instant third = later();
        keep(Map.of("sum", 0L, "account", 0L), third);
        assertThat(all()).extracting(Known::differences).containsExactly(0L, 0L);
        assertThat(all()).extracting(Known::since).containsOnly(third);
    }

    @Test
    public void firstComparisonCountsWhateverTheClocksOfReplicasSay() {
        Instant before = clock.instant();
        later();
        expect(LEDGER);

        keep(Map.of("sum", 0L, "account", 1L), before);

        assertThat(all()).extracting(Known::differences).containsExactly(1L, 0L);
    }

    @Test
    public void whatIsNotComparedAnyMoreIsForgotten() {
        expect(LEDGER);
        keep(Map.of("sum", 1L, "account", 1L), later());

        expect(Map.of("chain", List.of("status")));

        assertThat(all()).extracting(Known::books).containsExactly("chain");
    }

    private Instant later() {
        clock.advance(Duration.ofDays(1));
        return clock.instant();
    }

    private void expect(Map<String, List<String>> books) {
        unit(() -> comparisons().expect(books, clock.instant()));
    }

    private void keep(Map<String, Long> differences, Instant at) {
        unit(() -> comparisons().keep("ledger", differences, at));
    }

    private List<Known> all() {
        return unit(() -> comparisons().all());
    }

    private Comparisons comparisons() {
        return ports().admin().comparisons();
    }
}
