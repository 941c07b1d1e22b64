package io.guildhall.domain.ledger;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guildhall.domain.ledger.Statement.Total;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");
    private static final OperatorId ANN = new OperatorId(new UUID(0, 1));

    @Test
    void totalsAreByPurposeAndLeadFromTheOpeningToTheClosing() {
        var statement =
                new Statement(
                        FROM,
                        TO,
                        usd(10),
                        List.of(
                                entry(Purpose.WITHDRAWAL, usd(-30)),
                                entry(Purpose.TOP_UP, usd(100)),
                                entry(Purpose.TOP_UP, usd(50))),
                        usd(130));

        assertThat(statement.totals())
                .containsExactly(
                        new Total(Purpose.TOP_UP, 2, usd(150)),
                        new Total(Purpose.WITHDRAWAL, 1, usd(-30)));
        Money sum =
                statement.totals().stream()
                        .map(Total::sum)
                        .reduce(statement.opening(), Money::plus);
        assertThat(sum).isEqualTo(statement.closing());
    }

    @Test
    void entriesThatDoNotAddUpAreNoStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Statement(
                                FROM, TO, usd(0), List.of(entry(Purpose.FEE, usd(1))), usd(2)))
                .withMessageContaining("lead from");
    }

    private static Entry entry(Purpose purpose, Money amount) {
        Account available = Account.available(ANN, Currency.USD);
        Account outside = Account.externalSandbox(Currency.USD);
        boolean gain = amount.isPositive();
        Money moved = gain ? amount : Money.zero(Currency.USD).minus(amount);
        var transfer =
                new Transfer(
                        new TransferId(new UUID(0, 2)),
                        gain ? outside : available,
                        gain ? available : outside,
                        moved,
                        TransferStatus.POSTED,
                        purpose,
                        new Subject(Subject.Kind.OPERATOR, ANN.value()),
                        FROM);
        return new Entry(transfer, available, outside, amount);
    }
}
