package io.guildhall.persistence.access;

import io.guildhall.application.access.SigningKeys;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.shared.Rows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The signing keys in PostgreSQL, which is how all replicas come to have the same. */
@Singleton
public final class PostgresSigningKeys implements SigningKeys {

    private final Rows rows;
    private final SigningKeyRows keys;
    private final Transactions transactions;

    PostgresSigningKeys(Rows rows, SigningKeyRows keys, Transactions transactions) {
        this.rows = rows;
        this.keys = keys;
        this.transactions = transactions;
    }

    @Override
    public List<SigningKey> all() {
        return rows.read(() ->
                keys.find("order by createdAt desc, keyId").list().stream()
                        .map(SigningKeyRow::key)
                        .toList());
    }

    @Override
    public void add(SigningKey key) {
        transactions.run(() -> rows.change(() -> keys.persist(SigningKeyRow.of(key))));
    }

    @Override
    public void forgetBefore(Instant createdAt) {
        transactions.run(() -> rows.change(() -> keys.delete("createdAt < ?1", createdAt)));
    }
}
