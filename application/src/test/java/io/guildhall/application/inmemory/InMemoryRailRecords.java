package io.guildhall.application.inmemory;

import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailMode;
import io.guildhall.domain.rail.RailRecords;
import java.util.Optional;

/** What is known of the rail outside, in memory. */
public final class InMemoryRailRecords implements RailRecords {

    private final Rows<Rail, RailMode> modes;
    private final InMemoryPayments payments;
    private final InMemoryPayeeAccounts accounts;

    public InMemoryRailRecords(
            InMemoryTransactions transactions,
            InMemoryPayments payments,
            InMemoryPayeeAccounts accounts) {
        this.modes = new Rows<>(transactions);
        this.payments = payments;
        this.accounts = accounts;
    }

    @Override
    public boolean any() {
        return !payments.all().isEmpty() || accounts.any();
    }

    @Override
    public Optional<RailMode> mode() {
        return modes.find(Rail.STRIPE);
    }

    @Override
    public void keep(RailMode mode) {
        modes.put(Rail.STRIPE, mode);
    }
}
