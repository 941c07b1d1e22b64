package io.guildhall.persistence.escrow;

import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** What the contract has said, a row each. */
@Singleton
public final class PostgresChainFacts implements ChainFacts {

    private static final String CONTAINS =
            """
            SELECT FROM chain_fact WHERE block_hash = ? AND log_index = ? AND NOT taken_back
            """;

    private static final String ADD =
            """
            INSERT INTO chain_fact
                (chain_id, contract, block, block_hash, log_index, transaction, at, onchain_id, word,
                 says, gist, objection)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    /** One of them, should the same have been said twice; best by the transaction itself. */
    private static final String ADOPT =
            """
            UPDATE chain_fact
            SET (block, block_hash, log_index, transaction, at, says, taken_back)
                = (?, ?, ?, ?, ?, ?, false)
            WHERE (block_hash, log_index) = (
                SELECT block_hash, log_index FROM chain_fact
                WHERE onchain_id = ? AND gist = ? AND taken_back
                ORDER BY transaction <> ?, block, log_index LIMIT 1)
            """;

    private static final String TAKE_BACK =
            "UPDATE chain_fact SET taken_back = true WHERE block_hash = ? AND log_index = ?";

    private static final String OF =
            """
            SELECT * FROM chain_fact WHERE onchain_id = ? AND NOT taken_back ORDER BY block, log_index
            """;

    private static final String AFTER =
            """
            SELECT * FROM chain_fact
            WHERE chain_id = ? AND contract = ? AND block > ? AND NOT taken_back
            ORDER BY block, log_index
            """;

    private final Sql sql;

    PostgresChainFacts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean contains(Origin origin) {
        return sql.exists(CONTAINS, origin.blockHash(), origin.logIndex());
    }

    @Override
    public boolean adopt(Recorded fact) {
        Origin origin = fact.origin();
        String transaction = origin.transaction().hex();
        return sql.change(
                        ADOPT,
                        origin.block(),
                        origin.blockHash(),
                        origin.logIndex(),
                        transaction,
                        origin.at(),
                        fact.says(),
                        fact.bounty().hex(),
                        fact.gist(),
                        transaction)
                == 1;
    }

    @Override
    public void add(Site site, Recorded fact) {
        Origin origin = fact.origin();
        int added =
                sql.change(
                        ADD,
                        site.chainId(),
                        site.contract().hex(),
                        origin.block(),
                        origin.blockHash(),
                        origin.logIndex(),
                        origin.transaction().hex(),
                        origin.at(),
                        fact.bounty().hex(),
                        fact.word(),
                        fact.says(),
                        fact.gist(),
                        fact.objection());
        if (added == 0) {
            throw new LostRace("a fact of block " + origin.block());
        }
    }

    @Override
    public List<Recorded> of(OnchainId bounty) {
        return sql.list(OF, PostgresChainFacts::recorded, bounty.hex());
    }

    @Override
    public List<Recorded> after(Site site, long block) {
        return sql.list(
                AFTER, PostgresChainFacts::recorded, site.chainId(), site.contract().hex(), block);
    }

    @Override
    public void takeBack(Origin origin) {
        sql.change(TAKE_BACK, origin.blockHash(), origin.logIndex());
    }

    static Origin origin(Row row) throws SQLException {
        return new Origin(
                row.number("block"),
                row.text("block_hash"),
                new TxHash(row.text("transaction")),
                row.integer("log_index"),
                row.instant("at"));
    }

    private static Recorded recorded(Row row) throws SQLException {
        return new Recorded(
                new OnchainId(row.text("onchain_id")),
                row.text("word"),
                row.text("says"),
                row.text("gist"),
                origin(row),
                row.textOrNull("objection"));
    }
}
