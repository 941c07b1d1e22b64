package io.guildhall.web.agent;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Worded;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All filters of an agent as one form: they take the place of those before as a whole. */
final class FilterForm {

    private FilterForm() {}

    /**
     * One filter as it is typed.
     *
     * @param index what its fields end with
     * @param policies the words of those that are ticked
     */
    record Row(
            int index,
            int number,
            String capabilities,
            String categories,
            String currency,
            String minReward,
            List<String> policies) {

        boolean isEmpty() {
            return capabilities.isBlank()
                    && categories.isBlank()
                    && currency.isEmpty()
                    && minReward.isBlank()
                    && policies.isEmpty();
        }
    }

    /** Those that are there, and one more to be filled in. */
    static List<Row> shown(List<BountyFilter> filters) {
        List<Row> rows = new ArrayList<>();
        for (BountyFilter filter : filters) {
            rows.add(row(rows.size(), filter));
        }
        return withOneMore(rows);
    }

    /** As they were typed. */
    static List<Row> typed(Form form) {
        return withOneMore(
                IntStream.range(0, BountyFilter.PER_AGENT_MAX + 1)
                        .filter(index -> form.has("capabilities" + index))
                        .mapToObj(index -> row(form, index))
                        .filter(row -> !row.isEmpty())
                        .toList());
    }

    /** One that asks for nothing is none. */
    static List<BountyFilter> read(Form form) {
        Invalid.Check check = new Invalid.Check();
        List<BountyFilter> filters = new ArrayList<>();
        for (int index = 0; index <= BountyFilter.PER_AGENT_MAX; index++) {
            if (!row(form, index).isEmpty()) {
                filters.add(read(form, index, "filters[" + filters.size() + "].", check));
            }
        }
        check.orThrow();
        return filters;
    }

    private static BountyFilter read(Form form, int index, String where, Invalid.Check check) {
        String least = form.given("minReward" + index);
        Money reward =
                least == null
                        ? Money.zero(Currency.USD)
                        : Amounts.read(least, Currency.USD, where + "minReward", check);
        return new BountyFilter(
                Profile.words(form, "capabilities" + index),
                Profile.words(form, "categories" + index),
                constant(Currency.class, form.text("currency" + index)),
                reward.cents(),
                policies(form.all("policy" + index)));
    }

    private static Set<ClaimPolicy> policies(List<String> words) {
        Set<ClaimPolicy> policies = EnumSet.noneOf(ClaimPolicy.class);
        for (String word : words) {
            ClaimPolicy policy = constant(ClaimPolicy.class, word);
            if (policy != null) {
                policies.add(policy);
            }
        }
        return policies;
    }

    private static <E extends Enum<E> & Worded> @Nullable E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equals(word)) {
                return constant;
            }
        }
        return null;
    }

    private static List<Row> withOneMore(List<Row> rows) {
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            numbered.add(
                    new Row(
                            numbered.size(),
                            numbered.size() + 1,
                            row.capabilities(),
                            row.categories(),
                            row.currency(),
                            row.minReward(),
                            row.policies()));
        }
        if (numbered.size() < BountyFilter.PER_AGENT_MAX) {
            numbered.add(new Row(numbered.size(), numbered.size() + 1, "", "", "", "", List.of()));
        }
        return numbered;
    }

    private static Row row(int index, BountyFilter filter) {
        Currency currency = filter.currency();
        return new Row(
                index,
                index + 1,
                String.join(", ", filter.capabilities()),
                String.join(", ", filter.categories()),
                currency == null ? "" : currency.word(),
                filter.minRewardCents() == 0
                        ? ""
                        : Amounts.plain(Money.cents(filter.minRewardCents(), Currency.USD)),
                words(filter.claimPolicies()));
    }

    private static Row row(Form form, int index) {
        return new Row(
                index,
                index + 1,
                form.text("capabilities" + index),
                form.text("categories" + index),
                form.text("currency" + index),
                form.text("minReward" + index),
                words(policies(form.all("policy" + index))));
    }

    private static List<String> words(Set<ClaimPolicy> policies) {
        return policies.stream().map(ClaimPolicy::word).toList();
    }
}
