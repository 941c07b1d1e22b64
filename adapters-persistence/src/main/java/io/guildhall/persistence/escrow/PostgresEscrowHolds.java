package io.guildhall.persistence.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What bounties and claims are at the contract, each beside its own row. */
@Singleton
public final class PostgresEscrowHolds implements EscrowHolds {

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private static final String ADD =
            """
            INSERT INTO escrow_hold
                (bounty_id, onchain_id, poster_wallet, fee_account, funded_by, ended_by, due_at,
                 frozen_reason, frozen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SAVE =
            """
            UPDATE escrow_hold
            SET funded_by = ?, ended_by = ?, due_at = ?, frozen_reason = ?, frozen_at = ?
            WHERE bounty_id = ?
            """;

    private static final String ADD_CLAIM =
            """
            INSERT INTO escrow_claim
                (bounty_id, agent, fence, stake_units, block, block_hash, transaction, log_index, at,
                 standing, claim_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SAVE_CLAIM =
            """
            UPDATE escrow_claim SET (bounty_id, agent, fence, stake_units, block, block_hash,
                transaction, log_index, at, standing) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            WHERE claim_id = ?
            """;

    private static final String HOLD = "SELECT h.* FROM escrow_hold h ";
    private static final String CLAIM = "SELECT * FROM escrow_claim ";

    private static final String UNFUNDED =
            HOLD
                    + """
                    JOIN bounty b ON b.id = h.bounty_id
                    WHERE h.funded_by IS NULL AND b.created_at >= ? ORDER BY h.bounty_id
                    """;

    private static final String UNDER_WAY =
            HOLD
                    + """
                    JOIN bounty b ON b.id = h.bounty_id
                    WHERE b.status NOT IN ('paid', 'cancelled', 'expired')
                        OR (h.funded_by IS NOT NULL AND h.ended_by IS NULL)
                    ORDER BY h.bounty_id
                    """;

    private final Sql sql;

    PostgresEscrowHolds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(EscrowHold hold) {
        sql.change(
                ADD,
                hold.bounty().value(),
                hold.onchainId().hex(),
                hold.poster().hex(),
                hold.feeAccount().hex(),
                hex(hold.fundedBy()),
                hex(hold.endedBy()),
                hold.dueAt(),
                reason(hold),
                since(hold));
    }

    @Override
    public Optional<EscrowHold> find(BountyId bounty) {
        return sql.first(HOLD + "WHERE bounty_id = ?", PostgresEscrowHolds::hold, bounty.value());
    }

    @Override
    public Optional<EscrowHold> find(OnchainId onchainId) {
        return sql.first(HOLD + "WHERE onchain_id = ?", PostgresEscrowHolds::hold, onchainId.hex());
    }

    @Override
    public void save(EscrowHold hold) {
        sql.change(
                SAVE,
                hex(hold.fundedBy()),
                hex(hold.endedBy()),
                hold.dueAt(),
                reason(hold),
                since(hold),
                hold.bounty().value());
    }

    @Override
    public List<EscrowHold> funded() {
        return sql.list(
                HOLD + "WHERE funded_by IS NOT NULL ORDER BY bounty_id", PostgresEscrowHolds::hold);
    }

    @Override
    public List<EscrowHold> frozen() {
        return sql.list(
                HOLD + "WHERE frozen_at IS NOT NULL ORDER BY bounty_id", PostgresEscrowHolds::hold);
    }

    @Override
    public List<EscrowHold> unfunded(Instant since) {
        return sql.list(UNFUNDED, PostgresEscrowHolds::hold, since);
    }

    @Override
    public List<EscrowHold> underWay() {
        return sql.list(UNDER_WAY, PostgresEscrowHolds::hold);
    }

    @Override
    public Page<EscrowHold> withIssue(@Nullable String status, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder query =
                new StringBuilder(HOLD)
                        .append(
                                "JOIN bounty b ON b.id = h.bounty_id WHERE b.id < ? AND b.issue_url ~ ?")
                        .append(" AND b.opened_at IS NOT NULL");
        parameters.add(Optional.ofNullable(page.after()).orElse(BEHIND_ALL));
        parameters.add("^(" + GithubIssue.FORM + ")$");
        if (status != null) {
            query.append(" AND b.status = ?");
            parameters.add(status);
        }
        query.append(" ORDER BY b.id DESC LIMIT ?");
        parameters.add(page.limit() + 1);
        return Page.of(
                sql.list(query.toString(), PostgresEscrowHolds::hold, parameters.toArray()),
                page.limit());
    }

    @Override
    public void add(HeldClaim claim) {
        sql.change(ADD_CLAIM, columns(claim));
    }

    @Override
    public Optional<HeldClaim> find(ClaimId claim) {
        return sql.first(CLAIM + "WHERE claim_id = ?", PostgresEscrowHolds::claim, claim.value());
    }

    @Override
    public List<HeldClaim> claimsOf(BountyId bounty) {
        return sql.list(
                CLAIM + "WHERE bounty_id = ? ORDER BY claim_id",
                PostgresEscrowHolds::claim,
                bounty.value());
    }

    @Override
    public void save(HeldClaim claim) {
        sql.change(SAVE_CLAIM, columns(claim));
    }

    @Override
    public List<HeldClaim> pendingClaims() {
        return sql.list(
                CLAIM + "WHERE standing = 'pending' ORDER BY claim_id", PostgresEscrowHolds::claim);
    }

    private static Object[] columns(HeldClaim claim) {
        Origin origin = claim.origin();
        return new Object[] {
            claim.bounty().value(),
            claim.agent().hex(),
            claim.fence(),
            claim.stake().units(),
            origin.block(),
            origin.blockHash(),
            origin.transaction().hex(),
            origin.logIndex(),
            origin.at(),
            Words.of(claim.standing()),
            claim.claim().value()
        };
    }

    private static EscrowHold hold(Row row) throws SQLException {
        Instant since = row.instantOrNull("frozen_at");
        return new EscrowHold(
                new BountyId(row.uuid("bounty_id")),
                new OnchainId(row.text("onchain_id")),
                new WalletAddress(row.text("poster_wallet")),
                new WalletAddress(row.text("fee_account")),
                transaction(row.textOrNull("funded_by")),
                transaction(row.textOrNull("ended_by")),
                row.instantOrNull("due_at"),
                since == null ? null : new Freeze(row.text("frozen_reason"), since));
    }

    private static HeldClaim claim(Row row) throws SQLException {
        return new HeldClaim(
                new ClaimId(row.uuid("claim_id")),
                new BountyId(row.uuid("bounty_id")),
                new WalletAddress(row.text("agent")),
                row.number("fence"),
                new Money(row.number("stake_units"), Currency.USDC),
                PostgresChainFacts.origin(row),
                Words.parse(HeldClaim.Standing.class, row.text("standing")));
    }

    private static @Nullable TxHash transaction(@Nullable String hex) {
        return hex == null ? null : new TxHash(hex);
    }

    private static @Nullable String hex(@Nullable TxHash transaction) {
        return transaction == null ? null : transaction.hex();
    }

    private static @Nullable String reason(EscrowHold hold) {
        Freeze frozen = hold.frozen();
        return frozen == null ? null : frozen.reason();
    }

    private static @Nullable Instant since(EscrowHold hold) {
        Freeze frozen = hold.frozen();
        return frozen == null ? null : frozen.at();
    }
}
