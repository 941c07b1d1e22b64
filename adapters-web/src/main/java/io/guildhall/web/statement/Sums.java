package io.guildhall.web.statement;

import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.money.Money;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.statement.Period.Asked;
import java.util.List;

/**
 * A statement, added up.
 *
 * @param csv where the file of it is
 */
public record Sums(
        String opening, List<Line> lines, String closing, int entries, String csv, String json) {

    /**
     * All that moved for one purpose.
     *
     * @param within whether all of it stayed on accounts of the reader's, so that nothing came of
     *     it but another place
     */
    public record Line(String what, int entries, String sum, boolean isGain, boolean within) {

        static Line of(Statement.Total total, Statement statement) {
            boolean within = total.sum().isZero();
            return new Line(
                    Sums.what(total.purpose()),
                    total.entries(),
                    within ? Amounts.text(moved(total, statement)) : signed(total.sum(), true),
                    total.sum().isPositive(),
                    within);
        }

        private static Money moved(Statement.Total total, Statement statement) {
            return statement.entries().stream()
                    .filter(entry -> entry.transfer().purpose() == total.purpose())
                    .map(Entry::amount)
                    .filter(Money::isPositive)
                    .reduce(total.sum(), Money::plus);
        }
    }

    static Sums of(Statement statement, Asked asked) {
        return new Sums(
                signed(statement.opening(), false),
                statement.totals().stream().map(total -> Line.of(total, statement)).toList(),
                signed(statement.closing(), false),
                statement.entries().size(),
                asked.at("/money/statement/statement.csv"),
                asked.at("/money/statement/statement.json"));
    }

    private static String signed(Money sum, boolean change) {
        return (change && sum.isPositive() ? "+" : "") + Amounts.text(sum).replace('-', '−');
    }

    private static String what(Purpose purpose) {
        return switch (purpose) {
            case TOP_UP -> "Topped up";
            case ESCROW -> "Put into escrow";
            case REFUND -> "Back from escrow";
            case PAYOUT -> "Paid for work";
            case FEE -> "Platform's fees";
            case WITHDRAWAL -> "Withdrawn";
            case STAKE -> "Stakes locked";
            case STAKE_RETURN -> "Stakes returned";
            case STAKE_FORFEIT -> "Stakes forfeited";
            case BUDGET -> "Project budgets";
            case RETURN -> "Withdrawals that came back";
            case PROCESSOR_FEE -> "Processor's fees";
            case CHARGEBACK -> "Charged back";
            case CHARGEBACK_WON -> "Chargebacks won";
            case DEBT -> "Debts paid";
        };
    }
}
