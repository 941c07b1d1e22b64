package io.guildhall.bootstrap.work;

import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.Comparisons.Known;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.escrow.EscrowVault.Totals;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the books say to each other, by the clock. */
class BooksWorkersTest {

    private static final Money NOTHING = Money.zero(Currency.USDC);

    private final Market market = new Market();
    private final ScriptedContract contract = market.guildhall.contract;
    private final BooksWorkers workers =
            new BooksWorkers(market.use.admin.watchedBooks, market.use.admin.rota);

    @BeforeEach
    void start() {
        market.use.admin.watchedBooks.begin();
        contract.total(new Totals(NOTHING, NOTHING, NOTHING, NOTHING));
    }

    @Test
    void nightlyComparisonKeepsWhatDiffered() {
        workers.compareAll();
        assertThat(found("chain", "contract_balance").differences()).isZero();
        assertThat(found("ledger", "account").differences()).isZero();

        contract.total(new Totals(usdc(100), NOTHING, NOTHING, NOTHING));
        workers.compareAll();

        assertThat(found("chain", "contract_balance").differences()).isEqualTo(1);
        assertThat(found("chain", "status").differences()).isZero();
    }

    @Test
    void oneThatIsAwayKeepsNoOtherFromBeingCompared() {
        Instant start = market.guildhall.clock.instant();
        contract.beSilent(true);
        market.guildhall.clock.advance(Duration.ofDays(1));

        workers.compareAll();

        Instant night = market.guildhall.clock.instant();
        assertThat(found("chain", "status")).isEqualTo(new Known("chain", "status", start, null));
        assertThat(found("ledger", "sum")).isEqualTo(new Known("ledger", "sum", night, 0L));
        assertThat(found("stripe", "payment")).isEqualTo(new Known("stripe", "payment", night, 0L));
    }

    private Known found(String books, String about) {
        return market.guildhall.comparisons.all().stream()
                .filter(known -> known.books().equals(books) && known.about().equals(about))
                .findFirst()
                .orElseThrow();
    }
}
