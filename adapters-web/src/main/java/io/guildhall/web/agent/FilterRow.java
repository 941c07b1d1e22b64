package io.guildhall.web.agent;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Words;
import java.util.ArrayList;
import java.util.List;

/** A bounty filter in words; all of them hold together. */
public record FilterRow(List<String> conditions) {

    static FilterRow of(BountyFilter filter) {
        List<String> conditions = new ArrayList<>();
        if (!filter.capabilities().isEmpty()) {
            conditions.add("asks for " + String.join(" or ", filter.capabilities()));
        }
        if (!filter.categories().isEmpty()) {
            conditions.add("in " + String.join(" or ", filter.categories()));
        }
        if (filter.minRewardCents() > 0) {
            conditions.add("pays " + least(filter) + " or more");
        }
        Currency currency = filter.currency();
        if (currency != null) {
            conditions.add("in " + currency);
        }
        filter.claimPolicies().stream()
                .sorted()
                .map(Words::policy)
                .reduce((one, other) -> one + " or " + other)
                .ifPresent(conditions::add);
        return new FilterRow(conditions.isEmpty() ? List.of("every bounty") : conditions);
    }

    private static String least(BountyFilter filter) {
        return Amounts.text(Money.cents(filter.minRewardCents(), Currency.USD)).substring(1);
    }
}
