package io.guildhall.wire.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementFileTest {

    private static final OperatorId ANN = new OperatorId(new UUID(7, 1));
    private static final OperatorId BOB = new OperatorId(new UUID(7, 2));
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant THEN = Instant.parse("2026-03-02T09:00:00Z");

    private final Statement statement =
            new Statement(
                    FROM,
                    TO,
                    usd(100),
                    List.of(
                            new Entry(
                                    new Transfer(
                                            new TransferId(new UUID(7, 3)),
                                            Account.available(BOB, Currency.USD),
                                            Account.available(ANN, Currency.USD),
                                            usd(250),
                                            TransferStatus.POSTED,
                                            Purpose.PAYOUT,
                                            new Subject(Subject.Kind.OPERATOR, ANN.value()),
                                            THEN),
                                    Account.available(ANN, Currency.USD),
                                    Account.available(BOB, Currency.USD),
                                    usd(250))),
                    usd(350));

    @Test
    void tableRunsFromTheOpeningToTheClosing() {
        String ann = OpenBountyIds.OPERATOR.on(ANN.value());
        String transfer = OpenBountyIds.TRANSFER.on(new UUID(7, 3));

        assertThat(StatementFile.csv(statement, ANN).lines())
                .containsExactly(
                        "time,transfer,account,counterparty,purpose,cause,currency,amount_cents,balance_cents,amount_units,balance_units",
                        FROM + ",,,,opening,,usd,,100,,100",
                        THEN
                                + ","
                                + transfer
                                + ",operator:"
                                + ann
                                + ":available:usd,operator:available,payout,"
                                + ann
                                + ",usd,250,350,250,350",
                        TO + ",,,,closing,,usd,,350,,350");
    }

    @Test
    void programsGetTotalsAndEachEntry() {
        var file = StatementFile.json(statement, ANN);

        assertThat(file.at("/opening/cents").longValue()).isEqualTo(100);
        assertThat(file.at("/totals/0/purpose").textValue()).isEqualTo("payout");
        assertThat(file.at("/totals/0/sum/cents").longValue()).isEqualTo(250);
        assertThat(file.at("/entries/0/amount_cents").longValue()).isEqualTo(250);
        assertThat(file.at("/entries/0/posted_at").textValue()).isEqualTo(THEN.toString());
        assertThat(file.at("/entries/0/counterparty").textValue()).isEqualTo("operator:available");
    }

    @Test
    void unitsAreToldWhereCentsAreNotExact() {
        Money some = new Money(1_234_567, Currency.USDC);
        var file = StatementFile.json(new Statement(FROM, TO, some, List.of(), some), ANN);

        assertThat(file.at("/opening/units").textValue()).isEqualTo("1234567");
        assertThat(file.at("/opening/cents").longValue()).isEqualTo(123);
        assertThat(file.at("/currency").textValue()).isEqualTo("usdc");
    }

    @Test
    void unitsOfATableAddUpLineByLine() {
        Money some = new Money(1_234_567, Currency.USDC);
        Money less = new Money(-15_005_555, Currency.USDC);
        Money more = new Money(15_005_555, Currency.USDC);
        List<Entry> entries = List.of(moved(less), moved(more));

        List<String[]> lines =
                StatementFile.csv(new Statement(FROM, TO, some, entries, some), ANN)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .toList();

        long balance = some.units();
        for (String[] line : lines) {
            balance += line[9].isEmpty() ? 0 : Long.parseLong(line[9]);
            assertThat(line).hasSize(11).endsWith(Long.toString(balance));
        }
        assertThat(lines).hasSize(4);
        assertThat(balance).isEqualTo(some.units());
    }

    private static Entry moved(Money amount) {
        Account own = Account.available(ANN, Currency.USDC);
        Account other = Account.available(BOB, Currency.USDC);
        boolean isOut = amount.isLessThan(Money.zero(Currency.USDC));
        return new Entry(
                new Transfer(
                        new TransferId(new UUID(7, 4)),
                        isOut ? own : other,
                        isOut ? other : own,
                        isOut ? Money.zero(Currency.USDC).minus(amount) : amount,
                        TransferStatus.POSTED,
                        Purpose.PAYOUT,
                        new Subject(Subject.Kind.OPERATOR, ANN.value()),
                        THEN),
                own,
                other,
                amount);
    }

    private static Money usd(long cents) {
        return Money.cents(cents, Currency.USD);
    }
}
