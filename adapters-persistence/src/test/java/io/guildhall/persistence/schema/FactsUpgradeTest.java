package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.MoneyFixture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Facts of contracts that were kept without what they say apart from their times, and without who
 * said them.
 */
class FactsUpgradeTest {

    private static final OnchainId BOUNTY = new OnchainId("0x" + "11".repeat(32));
    private static final WalletAddress AGENT = new WalletAddress("0x" + "b2".repeat(20));
    private static final Instant AT = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-03T10:00:07.5Z");

    private static final String BEFORE =
            """
            INSERT INTO operator (id, name, email, roles, created_at)
            VALUES ('${ID}01', 'Ann', 'ann@example.org', '{}', now());
            INSERT INTO bounty (id, poster_id, title, description, acceptance_criteria, category, capabilities,
                reward_units, currency, claim_policy, rail, ai_agents_allowed, deadline, claim_ttl_seconds,
                review_window_seconds, fee_basis_points, min_reputation, stake_bps, quality_gate, status, status_at,
                last_fence, created_at, updated_at, version)
            VALUES ('${ID}11', '${ID}01', 'Work', '', '{}', 'other', '{}', 1000, 'usdc', 'first_come',
                'escrow', true, '2026-12-01 00:00Z', 259200, 604800, 1000, 0, 0, false, 'expired', now(), 0, now(),
                now(), 1);
            INSERT INTO escrow_hold (bounty_id, onchain_id, poster_wallet, fee_account, funded_by)
            VALUES ('${ID}11', '0x' || repeat('11', 32), '0x' || repeat('a1', 20), '0x' || repeat('f0', 20),
                '0x' || repeat('77', 32));
            """;

    private static final String FACT =
            """
            INSERT INTO chain_fact (block, block_hash, log_index, transaction, at, onchain_id, word, says)
            VALUES (?, '0x' || repeat('ab', 32), ?, '0x' || repeat('77', 32), now(),
                '0x' || repeat('11', 32), ?, ?)
            """;

    @Test
    void whatFactsSayApartFromTheirTimesIsAsTheyWouldSayItNow() throws SQLException {
        List<VaultEvent> said =
                List.of(
                        new VaultEvent.Claimed(
                                BOUNTY, AGENT, 1, MoneyFixture.usdc(2_500), AT, LATER),
                        new VaultEvent.Submitted(
                                BOUNTY,
                                new WorkRef(AGENT, 1, 1, Digest.of("work")),
                                MoneyFixture.usdc(2_500),
                                LATER),
                        new VaultEvent.SentBack(BOUNTY, AGENT, 1, 1, SentBackAs.REJECTED, LATER),
                        new VaultEvent.DisputeOpened(BOUNTY, AGENT, 1, 1, 1, Side.AGENT, AT, LATER),
                        new VaultEvent.DisputeAnswered(BOUNTY, 1, Side.POSTER, Digest.of("answer")),
                        new VaultEvent.DisputeWithdrawn(BOUNTY, 1, LATER));
        try (OldMarket market = OldMarket.on("34")) {
            market.run(BEFORE);
            add(said, market.connection());

            market.upgrade();

            assertThat(market.rows("SELECT gist FROM chain_fact ORDER BY log_index"))
                    .containsExactlyElementsOf(
                            said.stream().map(event -> event.apartFromTimes().toString()).toList());
        }
    }

    /** The one followed to block 9, the other to block 100. */
    @Test
    void factIsOfTheContractThatWasFollowedSoFar() throws SQLException {
        try (OldMarket market = OldMarket.on("34")) {
            market.run(BEFORE);
            market.run(
                    """
                    INSERT INTO chain_trail (chain_id, contract, block, hash)
                    VALUES (1, '0x' || repeat('c0', 20), 3, '0x' || repeat('03', 32)),
                        (1, '0x' || repeat('c0', 20), 9, '0x' || repeat('09', 32)),
                        (2, '0x' || repeat('c1', 20), 100, '0x' || repeat('0a', 32));
                    INSERT INTO chain_fact (block, block_hash, log_index, transaction, at, onchain_id, word, says)
                    SELECT block, '0x' || repeat('ab', 32), block, '0x' || repeat('77', 32), now(),
                        '0x' || repeat('11', 32), 'funded', ''
                    FROM (VALUES (9), (10), (101)) AS said (block);
                    """);

            market.upgrade();

            assertThat(market.rows("SELECT block, chain_id FROM chain_fact ORDER BY block"))
                    .containsExactly("9|1", "10|2", "101|2");
        }
    }

    private static void add(List<VaultEvent> said, Connection connection) throws SQLException {
        try (PreparedStatement fact = connection.prepareStatement(FACT)) {
            for (int place = 0; place < said.size(); place++) {
                fact.setLong(1, 7);
                fact.setInt(2, place);
                fact.setString(3, said.get(place).word());
                fact.setString(4, said.get(place).toString());
                fact.execute();
            }
        }
    }
}
