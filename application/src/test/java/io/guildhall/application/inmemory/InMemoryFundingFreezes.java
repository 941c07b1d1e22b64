package io.guildhall.application.inmemory;

import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.funding.FundingScope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Freezes of new funding in memory. */
public final class InMemoryFundingFreezes implements FundingFreezes {

    private final Rows<FundingScope, FundingFreeze> rows;

    public InMemoryFundingFreezes(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public List<FundingFreeze> all() {
        return rows.where(_ -> true).stream()
                .sorted(Comparator.comparing(freeze -> freeze.scope().word()))
                .toList();
    }

    @Override
    public Optional<FundingFreeze> find(FundingScope scope) {
        return rows.find(scope);
    }

    @Override
    public void save(FundingFreeze freeze) {
        rows.put(freeze.scope(), freeze);
    }

    @Override
    public boolean lift(FundingScope scope) {
        boolean there = rows.keep(scope).isPresent();
        if (there) {
            rows.remove(scope);
        }
        return there;
    }
}
