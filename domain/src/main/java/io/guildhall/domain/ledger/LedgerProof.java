package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Currency;
import java.time.Instant;
import java.util.List;

/**
 * The whole ledger counted again from its transfers. It balances when, per currency, everything
 * outside owes exactly what is inside, and each stored balance is the sum of its account's
 * transfers.
 *
 * @param differences accounts whose stored balance is not what their transfers add up to; empty in
 *     a sound ledger
 */
public record LedgerProof(
        Instant asOf, List<Total> totals, long transfers, List<Difference> differences) {

    /** Units on all accounts of one kind in one currency; credits minus debits. */
    public record Total(Account.Kind kind, Currency currency, long accounts, long units) {}

    public record Difference(String account, long storedUnits, long countedUnits) {}

    public LedgerProof {
        totals = List.copyOf(totals);
        differences = List.copyOf(differences);
    }

    public boolean balances() {
        return differences.isEmpty()
                && List.of(Currency.values()).stream()
                        .allMatch(currency ->
                                totals.stream()
                                                .filter(total -> total.currency() == currency)
                                                .mapToLong(Total::units)
                                                .reduce(0, Math::addExact)
                                        == 0);
    }
}
