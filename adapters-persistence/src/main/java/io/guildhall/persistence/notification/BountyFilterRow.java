package io.guildhall.persistence.notification;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** A bounty filter, read from its row. */
final class BountyFilterRow {

    private BountyFilterRow() {}

    static BountyFilter read(Row row) throws SQLException {
        String currency = row.textOrNull("currency");
        return new BountyFilter(
                row.texts("capabilities"),
                row.texts("categories"),
                currency == null ? null : Words.parse(Currency.class, currency),
                row.number("min_reward_cents"),
                row.texts("claim_policies").stream()
                        .map(word -> Words.parse(ClaimPolicy.class, word))
                        .collect(Collectors.toSet()));
    }
}
