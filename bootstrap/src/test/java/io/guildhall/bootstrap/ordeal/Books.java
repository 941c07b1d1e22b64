package io.guildhall.bootstrap.ordeal;

import io.guildhall.wire.id.OpenBountyIds;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What has to be true of a market's database after anything whatever, asked of the tables
 * themselves. It knows markets of bounties on the sandbox's rail, without stakes and disputes.
 */
final class Books {

    /** Each finds what must not be. */
    private static final Map<String, String> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put(
                "an account that is not the sum of its transfers",
                """
                SELECT account.code FROM account
                LEFT JOIN LATERAL (
                    SELECT coalesce(sum(CASE WHEN credit_account = code THEN amount ELSE -amount END)
                               FILTER (WHERE status = 'posted'), 0) AS posted,
                           coalesce(sum(amount)
                               FILTER (WHERE status = 'pending' AND debit_account = code), 0) AS pending
                    FROM transfer WHERE code IN (debit_account, credit_account)) entries ON true
                WHERE balance <> posted OR pending_out <> pending
                """);
        NEVER.put(
                "a currency whose debits are not its credits",
                "SELECT currency FROM account GROUP BY currency HAVING sum(balance) <> 0");
        NEVER.put(
                "an escrow that is not what its bounty promises",
                """
                SELECT bounty.id::text || ' ' || status || ' ' || coalesce(balance, 0)
                FROM bounty LEFT JOIN account ON kind = 'bounty:escrow' AND owner_id = bounty.id
                WHERE coalesce(balance, 0) <>
                    CASE WHEN status IN ('open', 'claimed', 'in_review', 'disputed', 'completed')
                         THEN reward_units ELSE 0 END
                """);
        NEVER.put(
                "a bounty that took its reward more than once, or never",
                """
                SELECT bounty.id::text FROM bounty
                WHERE status <> 'awaiting_funding' AND 1 <>
                    (SELECT count(*) FROM transfer WHERE cause_id = bounty.id AND purpose = 'escrow')
                """);
        NEVER.put(
                "accepted work that was not paid exactly once",
                """
                SELECT submission.id::text FROM submission
                WHERE status = 'accepted' AND 1 <> (
                    SELECT count(*) FROM payout JOIN transfer ON cause_id = payout.id AND purpose = 'payout'
                    WHERE submission_id = submission.id AND stage = 'completed')
                """);
        NEVER.put(
                "a payment for work that was not accepted",
                """
                SELECT payout.id::text FROM payout JOIN submission ON submission.id = submission_id
                WHERE submission.status <> 'accepted'
                """);
        NEVER.put(
                "a bounty and a claim that do not agree who has it",
                """
                SELECT coalesce(bounty.id, claim.bounty_id)::text
                FROM (SELECT * FROM bounty WHERE status IN ('claimed', 'in_review')) bounty
                FULL JOIN (SELECT * FROM claim WHERE status = 'active') claim
                    ON claim.id = bounty.claim_id AND claim.bounty_id = bounty.id
                WHERE bounty.id IS NULL OR claim.id IS NULL
                """);
        NEVER.put("a bounty that was not told of exactly once", untold("bounty", "bounty.posted"));
        NEVER.put("a claim that was not told of exactly once", untold("claim", "claim.created"));
        NEVER.put(
                "a submission that was not told of exactly once",
                untold("submission", "submission.created"));
        NEVER.put(
                "an event about what is not there",
                """
                SELECT kind || ' ' || subject_id FROM outbox
                WHERE subject_kind = 'bounty' AND NOT EXISTS (SELECT FROM bounty WHERE id = subject_id)
                   OR subject_kind = 'claim' AND NOT EXISTS (SELECT FROM claim WHERE id = subject_id)
                   OR subject_kind = 'submission'
                      AND NOT EXISTS (SELECT FROM submission WHERE id = subject_id)
                """);
        NEVER.put(
                "an event that neither has a place in the stream nor waits for one",
                """
                SELECT event_id::text FROM outbox
                WHERE (EXISTS (SELECT FROM stream WHERE stream.position = outbox.position))
                    = (EXISTS (SELECT FROM outbox_waiting waiting WHERE waiting.position = outbox.position))
                """);
        NEVER.put(
                "a key that was reserved and never answered",
                "SELECT key FROM idempotency_key WHERE status IS NULL");
    }

    private Books() {}

    /**
     * Everything that is wrong, with examples; empty when nothing is.
     *
     * @param acknowledged the ids of all bounties, claims and submissions that somebody was told
     *     are there; as nobody gives up, there are no others
     */
    static List<String> faults(String jdbcUrl, Set<String> acknowledged) {
        List<String> faults = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            Set<String> kept = kept(connection);
            addDifference(faults, "acknowledged and lost", acknowledged, kept);
            addDifference(faults, "kept and never acknowledged", kept, acknowledged);
            for (Map.Entry<String, String> never : NEVER.entrySet()) {
                List<String> found = texts(connection, never.getValue());
                if (!found.isEmpty()) {
                    faults.add(sample(never.getKey(), found));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return faults;
    }

    private static Set<String> kept(Connection connection) throws SQLException {
        Set<String> kept = new HashSet<>();
        for (String id : texts(connection, "SELECT id::text FROM bounty")) {
            kept.add(OpenBountyIds.BOUNTY.on(UUID.fromString(id)));
        }
        for (String id : texts(connection, "SELECT id::text FROM claim")) {
            kept.add(OpenBountyIds.CLAIM.on(UUID.fromString(id)));
        }
        for (String id : texts(connection, "SELECT id::text FROM submission")) {
            kept.add(OpenBountyIds.SUBMISSION.on(UUID.fromString(id)));
        }
        return kept;
    }

    private static void addDifference(
            List<String> faults, String name, Set<String> these, Set<String> those) {
        List<String> missing = these.stream().filter(id -> !those.contains(id)).toList();
        if (!missing.isEmpty()) {
            faults.add(sample(name, missing));
        }
    }

    private static String sample(String name, List<String> found) {
        return name + ": " + found.size() + ", such as " + found.getFirst();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String untold(String table, String kind) {
        return """
        SELECT kept.id::text FROM %s kept
        LEFT JOIN outbox ON subject_id = kept.id AND outbox.kind = '%s'
        GROUP BY kept.id HAVING count(outbox.event_id) <> 1
        """
                .formatted(table, kind);
    }
}
