package io.guildhall.persistence.escrow;

import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Wallets as rows; the lease of one stands in its row with a fence that only grows. */
@Singleton
public final class PostgresSignerAccounts implements SignerAccounts {

    private static final String IS_THERE =
            "SELECT FROM signer_account WHERE chain_id = ? AND wallet = ?";

    private static final String MAKE =
            """
            INSERT INTO signer_account (chain_id, wallet, fence) VALUES (?, ?, 0)
            ON CONFLICT DO NOTHING
            """;

    private static final String TAKE =
            """
            UPDATE signer_account SET holder = ?, lease_until = ?, fence = fence + 1
            WHERE chain_id = ? AND wallet = ? AND (holder IS NULL OR holder = ? OR lease_until <= ?)
            RETURNING fence
            """;

    private static final String KEEP =
            """
            UPDATE signer_account SET lease_until = ?
            WHERE chain_id = ? AND wallet = ? AND fence = ? AND holder IS NOT NULL
            """;

    private static final String LOCK =
            """
            SELECT FROM signer_account
            WHERE chain_id = ? AND wallet = ? AND fence = ? AND holder IS NOT NULL FOR UPDATE
            """;

    /** Among one more number than there are orders in flight, one is free. */
    private static final String FIRST_FREE =
            """
            WITH taken AS MATERIALIZED (
                SELECT nonce FROM vault_order
                WHERE chain_id = ? AND wallet = ? AND status IN ('signed', 'mined'))
            SELECT n AS nonce
            FROM generate_series(CAST(? AS bigint), ? + (SELECT count(*) FROM taken)) n
            WHERE NOT EXISTS (SELECT FROM taken WHERE taken.nonce = n)
            ORDER BY n LIMIT 1
            """;

    private static final String RELEASE =
            """
            UPDATE signer_account SET holder = NULL, lease_until = NULL, fence = fence + 1
            WHERE chain_id = ? AND wallet = ? AND fence = ?
            """;

    private final Sql sql;

    PostgresSignerAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Lease> take(SignerAccount account, String holder, Instant now, Instant until) {
        make(account);
        return sql.changeReturningFirst(
                TAKE,
                row -> new Lease(account, row.number("fence")),
                holder,
                until,
                account.chainId(),
                account.wallet().hex(),
                holder,
                now);
    }

    @Override
    public boolean keep(Lease lease, Instant until) {
        SignerAccount account = lease.account();
        return sql.change(KEEP, until, account.chainId(), account.wallet().hex(), lease.fence())
                == 1;
    }

    @Override
    public OptionalLong reserve(Lease lease, long free) {
        SignerAccount account = lease.account();
        String wallet = account.wallet().hex();
        if (!sql.exists(LOCK, account.chainId(), wallet, lease.fence())) {
            return OptionalLong.empty();
        }
        return sql
                .list(FIRST_FREE, row -> row.number("nonce"), account.chainId(), wallet, free, free)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void release(Lease lease) {
        SignerAccount account = lease.account();
        sql.change(RELEASE, account.chainId(), account.wallet().hex(), lease.fence());
    }

    /** Only once in a wallet's life: whoever comes later finds it by a plain read. */
    private void make(SignerAccount account) {
        String wallet = account.wallet().hex();
        if (!sql.exists(IS_THERE, account.chainId(), wallet)) {
            sql.change(MAKE, account.chainId(), wallet);
        }
    }
}
