package io.guildhall.application.inmemory;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.shared.LostRace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Payees' accounts in memory. */
public final class InMemoryPayeeAccounts implements PayeeAccounts {

    private final Rows<OperatorId, PayeeAccount> rows;

    public InMemoryPayeeAccounts(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<PayeeAccount> of(OperatorId operator) {
        return rows.find(operator);
    }

    @Override
    public Optional<PayeeAccount> byReference(String reference) {
        return rows.where(account -> reference.equals(account.reference())).stream().findFirst();
    }

    @Override
    public List<PayeeAccount> takeDue(Instant now, int limit) {
        return rows.where(account -> isDue(account, now)).stream()
                .sorted(
                        Comparator.comparing(InMemoryPayeeAccounts::lookAt)
                                .thenComparing(
                                        account -> account.operator().value(), Rows.BY_BYTES))
                .limit(limit)
                .map(due -> rows.keep(due.operator()).orElseThrow())
                .toList();
    }

    @Override
    public void add(PayeeAccount account) {
        if (rows.find(account.operator()).isPresent()) {
            throw new LostRace("the payout account of " + account.operator());
        }
        mustBeUnknown(account);
        rows.add(account.operator(), account);
    }

    /** Whether anybody has one. */
    boolean any() {
        return rows.any(_ -> true);
    }

    @Override
    public PayeeAccount save(PayeeAccount account) {
        if (rows.find(account.operator()).orElseThrow().version() != account.version()) {
            throw new LostRace("the payout account of " + account.operator());
        }
        mustBeUnknown(account);
        PayeeAccount saved = account.atVersion(account.version() + 1);
        rows.put(saved.operator(), saved);
        return saved;
    }

    private void mustBeUnknown(PayeeAccount account) {
        String reference = account.reference();
        if (reference != null
                && rows.any(other ->
                        reference.equals(other.reference())
                                && !other.operator().equals(account.operator()))) {
            throw new IllegalStateException("Another has account " + reference);
        }
    }

    private static boolean isDue(PayeeAccount account, Instant now) {
        Instant due = account.lookAt();
        return due != null && !due.isAfter(now);
    }

    private static Instant lookAt(PayeeAccount account) {
        return Objects.requireNonNull(account.lookAt());
    }
}
