package io.guildhall.application.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.Comparisons.Known;
import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedBooksTest {

    private static final Difference WRONG = new Difference("escrow", "escrow of x", "100", "90");

    private final Market market = new Market();
    private final List<Difference> differences = new ArrayList<>();
    private boolean isAway;
    private final ComparedBooks books =
            new ComparedBooks("chain", List.of("escrow", "status"), this::compared);

    @Test
    void whatWasFoundIsKeptByItsKind() {
        WatchedBooks watched = watchedBooks();
        watched.begin();
        differences.add(WRONG);
        differences.add(WRONG);

        assertThat(watched.compare(books).differences()).containsExactly(WRONG, WRONG);

        Instant now = market.guildhall.clock.instant();
        assertThat(known())
                .containsExactly(
                        new Known("chain", "escrow", now, 2L),
                        new Known("chain", "status", now, 0L));
    }

    @Test
    void whatCannotBeComparedStaysAsItWasFound() {
        differences.add(WRONG);
        watchedBooks().compare(books);
        Instant night = market.guildhall.clock.instant();
        List<Known> before = known();
        market.guildhall.clock.advance(Duration.ofDays(1));
        isAway = true;

        assertThat(Market.refusal(() -> watchedBooks().compare(books)))
                .isEqualTo("chain_unavailable");

        assertThat(known()).isEqualTo(before).extracting(Known::since).containsOnly(night);
    }

    @Test
    void whatWasNeverComparedIsSeenToBeOld() {
        Instant start = market.guildhall.clock.instant();
        watchedBooks().begin();
        market.guildhall.clock.advance(Duration.ofDays(2));

        watchedBooks().begin();

        assertThat(known()).extracting(Known::since).containsOnly(start);
        assertThat(known()).extracting(Known::differences).containsOnlyNulls();
    }

    @Test
    void ledgerAndEveryRailAreCompared() {
        var watched = market.use.admin.watchedBooks;

        watched.begin();
        watched.books().forEach(watched::compare);

        assertThat(known())
                .extracting(found -> found.books() + " " + found.about())
                .containsExactly(
                        "chain contract_balance",
                        "chain escrow",
                        "chain stake",
                        "chain status",
                        "ledger account",
                        "ledger sum",
                        "stripe balance",
                        "stripe line",
                        "stripe payment",
                        "stripe payout");
        assertThat(known()).extracting(Known::differences).containsOnly(0L);
    }

    private Findings compared() {
        if (isAway) {
            throw new RefusedException(new ChainUnavailable("no node answers"));
        }
        return new Findings(1, 0, differences);
    }

    private WatchedBooks watchedBooks() {
        return new WatchedBooks(
                market.guildhall.transactions,
                market.guildhall.comparisons,
                List.of(books),
                market.guildhall.clock);
    }

    private List<Known> known() {
        return market.guildhall.comparisons.all();
    }
}
