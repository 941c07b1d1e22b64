package io.guildhall.application.reconciliation;

import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The ledger against itself: every balance is the sum of its transfers, and all of them are zero.
 */
public final class LedgerBooks {

    private static final String ACCOUNT = "account";
    private static final String SUM = "sum";

    private LedgerBooks() {}

    public static ComparedBooks of(Supplier<LedgerProof> proof) {
        return new ComparedBooks("ledger", List.of(ACCOUNT, SUM), () -> findings(proof.get()));
    }

    private static Findings findings(LedgerProof proof) {
        List<Difference> differences = new ArrayList<>();
        for (LedgerProof.Difference found : proof.differences()) {
            differences.add(
                    new Difference(
                            ACCOUNT,
                            "account " + found.account(),
                            String.valueOf(found.storedUnits()),
                            String.valueOf(found.countedUnits())));
        }
        for (Currency currency : Currency.values()) {
            long sum =
                    proof.totals().stream()
                            .filter(total -> total.currency() == currency)
                            .mapToLong(LedgerProof.Total::units)
                            .reduce(0, Math::addExact);
            if (sum != 0) {
                differences.add(
                        new Difference(
                                SUM,
                                "all accounts in " + currency.word(),
                                String.valueOf(sum),
                                "0"));
            }
        }
        return new Findings(proof.transfers(), 0, differences);
    }
}
