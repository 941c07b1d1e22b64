package io.guildhall.persistence.escrow;

import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places where reading stood, a row each; the highest is where it stands. */
@Singleton
public final class PostgresChainTrail implements ChainTrail {

    private static final String PLACES =
            """
            SELECT block, hash FROM chain_trail WHERE chain_id = ? AND contract = ?
            ORDER BY block DESC LIMIT ?
            """;

    /** Two that go on from the same place meet at the next one's key, or see that one has gone. */
    private static final String ADVANCE =
            """
            INSERT INTO chain_trail (chain_id, contract, block, hash, at)
            SELECT ?, ?, ?, ?, ?
            WHERE (SELECT max(block) FROM chain_trail WHERE chain_id = ? AND contract = ?)
                IS NOT DISTINCT FROM CAST(? AS bigint)
            ON CONFLICT DO NOTHING
            """;

    /** No fork is that deep, and the list of places stays short. */
    private static final long BLOCKS_KEPT = 10_000;

    private static final String FORGET =
            "DELETE FROM chain_trail WHERE chain_id = ? AND contract = ? AND block < ?";

    private static final String GO_BACK =
            "DELETE FROM chain_trail WHERE chain_id = ? AND contract = ? AND block > ?";

    private final Sql sql;
    private final Transactions transactions;

    PostgresChainTrail(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Optional<Block> last(Site site) {
        return places(site, 1).stream().findFirst();
    }

    @Override
    public boolean advance(Site site, @Nullable Block from, Block to, Instant at) {
        return transactions.run(() -> {
            long chain = site.chainId();
            String contract = site.contract().hex();
            int added =
                    sql.change(
                            ADVANCE,
                            chain,
                            contract,
                            to.number(),
                            to.hash(),
                            at,
                            chain,
                            contract,
                            from == null ? null : from.number());
            sql.change(FORGET, chain, contract, to.number() - BLOCKS_KEPT);
            return added == 1;
        });
    }

    @Override
    public List<Block> places(Site site, int limit) {
        return sql.list(
                PLACES, PostgresChainTrail::block, site.chainId(), site.contract().hex(), limit);
    }

    @Override
    public void goBack(Site site, long block) {
        transactions.run(() -> {
            sql.change(GO_BACK, site.chainId(), site.contract().hex(), block);
        });
    }

    private static Block block(Row row) throws SQLException {
        return new Block(row.number("block"), row.text("hash"));
    }
}
