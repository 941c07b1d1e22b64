package io.guildhall.application.inmemory;

import io.guildhall.application.access.SigningKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Signing keys in memory. */
public final class InMemorySigningKeys implements SigningKeys {

    private final InMemoryTransactions transactions;
    private final Rows<String, SigningKey> rows;

    public InMemorySigningKeys(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new Rows<>(transactions);
    }

    @Override
    public List<SigningKey> all() {
        return rows.where(_ -> true).stream()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }

    @Override
    public void add(SigningKey key) {
        transactions.run(() -> rows.add(key.keyId(), key));
    }

    @Override
    public void forgetBefore(Instant createdAt) {
        transactions.run(() ->
                rows.where(key -> key.createdAt().isBefore(createdAt))
                        .forEach(key -> rows.remove(key.keyId())));
    }
}
