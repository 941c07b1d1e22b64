package io.guildhall.persistence.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The orders to the contract in PostgreSQL. */
@Singleton
public final class PostgresVaultOrders implements VaultOrders {

    private static final String CHANGING =
            """
            (status, tries, try_at, objection, chain_id, wallet, nonce, gas_limit, variants, sent_at,
                spent_block, spent_hash, mined_block, mined_hash, mined_log_index, mined_at,
                transaction, ended_at, updated_at\
            """;

    private static final String ADD =
            "INSERT INTO vault_order "
                    + CHANGING
                    + ", id, bounty_id, key, word, signer, call, not_before, created_at, version) VALUES ("
                    + Sql.placeholders(28)
                    + ") ON CONFLICT ON CONSTRAINT vault_order_one_of_a_key DO NOTHING";

    private static final String SAVE =
            "UPDATE vault_order SET "
                    + CHANGING
                    + ", version) = ("
                    + Sql.placeholders(19)
                    + ", version + 1) WHERE id = ? AND version = ?";

    private static final String WITHDRAW_WAITING =
            """
            UPDATE vault_order
            SET status = 'withdrawn', try_at = NULL, objection = NULL, ended_at = ?, updated_at = ?,
                version = version + 1
            WHERE bounty_id = ? AND status = 'waiting'
            """;

    private static final String FIND = "SELECT * FROM vault_order WHERE id = ?";

    private static final String OF =
            "SELECT * FROM vault_order WHERE bounty_id = ? ORDER BY position";

    private static final String DUE =
            """
            SELECT * FROM vault_order o
            WHERE o.signer = ? AND o.status = 'waiting' AND o.try_at <= ? AND NOT EXISTS (
                SELECT FROM vault_order ahead
                WHERE ahead.bounty_id = o.bounty_id AND ahead.position < o.position
                    AND ahead.status IN ('waiting', 'signed')
                    AND NOT (ahead.word = 'rule_dispute' AND o.word = 'time_out_dispute'))
            ORDER BY o.try_at, o.position LIMIT ?
            """;

    private static final String ACCOUNTS_IN_FLIGHT =
            """
            SELECT DISTINCT wallet FROM vault_order
            WHERE chain_id = ? AND status IN ('signed', 'mined') ORDER BY wallet
            """;

    private static final String IN_FLIGHT =
            """
            SELECT * FROM vault_order
            WHERE chain_id = ? AND wallet = ? AND status IN ('signed', 'mined') ORDER BY nonce
            """;

    private final Sql sql;

    PostgresVaultOrders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(VaultOrder order) {
        return sql.change(
                        ADD,
                        VaultOrderRow.of(order)
                                .values(
                                        order.id().value(),
                                        order.bounty().value(),
                                        order.key(),
                                        order.call().word(),
                                        Words.of(order.call().signer()),
                                        new Json(VaultCallJson.write(order.call())),
                                        order.notBefore(),
                                        order.createdAt(),
                                        order.version()))
                == 1;
    }

    @Override
    public int withdrawWaiting(BountyId bounty, Instant now) {
        return sql.change(WITHDRAW_WAITING, now, now, bounty.value());
    }

    @Override
    public Optional<VaultOrder> find(OrderId id) {
        return sql.first(FIND, VaultOrderRow::read, id.value());
    }

    @Override
    public List<VaultOrder> of(BountyId bounty) {
        return sql.list(OF, VaultOrderRow::read, bounty.value());
    }

    @Override
    public List<VaultOrder> due(Signer signer, Instant now, int limit) {
        return sql.list(DUE, VaultOrderRow::read, Words.of(signer), now, limit);
    }

    @Override
    public List<SignerAccount> accountsInFlight(long chainId) {
        return sql.list(
                ACCOUNTS_IN_FLIGHT,
                row -> new SignerAccount(chainId, new WalletAddress(row.text("wallet"))),
                chainId);
    }

    @Override
    public List<VaultOrder> inFlight(SignerAccount account) {
        return sql.list(IN_FLIGHT, VaultOrderRow::read, account.chainId(), account.wallet().hex());
    }

    @Override
    public VaultOrder save(VaultOrder order) {
        int saved =
                sql.change(
                        SAVE, VaultOrderRow.of(order).values(order.id().value(), order.version()));
        if (saved != 1) {
            throw new LostRace("order " + order.id());
        }
        return order.atVersion(order.version() + 1);
    }
}
