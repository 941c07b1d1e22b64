package io.guildhall.persistence.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of an order changes, as its columns hold it; each status has those columns that it needs.
 */
record VaultOrderRow(
        String status,
        int tries,
        @Nullable Instant tryAt,
        @Nullable String objection,
        @Nullable SignedCall call,
        @Nullable Instant sentAt,
        @Nullable Block spentIn,
        @Nullable Origin origin,
        @Nullable TxHash transaction,
        @Nullable Instant endedAt,
        Instant updatedAt) {

    static VaultOrderRow of(VaultOrder order) {
        VaultOrderRow none =
                new VaultOrderRow(
                        order.status().word(),
                        order.tries(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        order.updatedAt());
        return switch (order.status()) {
            case Waiting(var tryAt, var objection) -> none.waiting(tryAt, objection);
            case Signed(var call, var sentAt, var objection, var spentIn) ->
                    none.signed(call, sentAt, objection, spentIn);
            case Mined(var call, var origin) -> none.mined(call, origin);
            case Done(var transaction, var at) -> none.ended(null, transaction, at);
            case Failed(var reason, var at) -> none.ended(reason, null, at);
            case Withdrawn(var at) -> none.ended(null, null, at);
        };
    }

    /** In the order in which the statements name the columns. */
    @Nullable Object[] values(@Nullable Object... more) {
        @Nullable Object[] own = {
            status,
            tries,
            tryAt,
            kept(objection),
            call == null ? null : call.account().chainId(),
            call == null ? null : call.account().wallet().hex(),
            call == null ? null : call.nonce(),
            call == null ? null : call.gasLimit(),
            call == null ? null : new Json(VariantsJson.write(call)),
            sentAt,
            spentIn == null ? null : spentIn.number(),
            spentIn == null ? null : spentIn.hash(),
            origin == null ? null : origin.block(),
            origin == null ? null : origin.blockHash(),
            origin == null ? null : origin.logIndex(),
            origin == null ? null : origin.at(),
            transaction == null ? null : transaction.hex(),
            endedAt,
            updatedAt
        };
        @Nullable Object[] all = new @Nullable Object[own.length + more.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return all;
    }

    static VaultOrder read(Row row) throws SQLException {
        return new VaultOrder(
                new OrderId(row.uuid("id")),
                new BountyId(row.uuid("bounty_id")),
                row.text("key"),
                VaultCallJson.read(row.text("call")),
                status(row),
                row.integer("tries"),
                row.instant("not_before"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static VaultOrderStatus status(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "waiting" -> new Waiting(row.instant("try_at"), row.textOrNull("objection"));
            case "signed" ->
                    new Signed(
                            call(row),
                            row.instantOrNull("sent_at"),
                            row.textOrNull("objection"),
                            spentIn(row));
            case "mined" -> new Mined(call(row), origin(row));
            case "done" -> new Done(transaction(row), row.instant("ended_at"));
            case "failed" -> new Failed(row.text("objection"), row.instant("ended_at"));
            case "withdrawn" -> new Withdrawn(row.instant("ended_at"));
            default -> throw new IllegalStateException("No order is " + word);
        };
    }

    private static SignedCall call(Row row) throws SQLException {
        long nonce = row.number("nonce");
        return new SignedCall(
                new SignerAccount(row.number("chain_id"), new WalletAddress(row.text("wallet"))),
                nonce,
                row.number("gas_limit"),
                VariantsJson.read(row.text("variants"), nonce));
    }

    private static @Nullable Block spentIn(Row row) throws SQLException {
        Long number = row.numberOrNull("spent_block");
        return number == null ? null : new Block(number, row.text("spent_hash"));
    }

    private static Origin origin(Row row) throws SQLException {
        return new Origin(
                row.number("mined_block"),
                row.text("mined_hash"),
                transaction(row),
                row.integer("mined_log_index"),
                row.instant("mined_at"));
    }

    private static TxHash transaction(Row row) throws SQLException {
        return new TxHash(row.text("transaction"));
    }

    private VaultOrderRow waiting(Instant at, @Nullable String why) {
        return new VaultOrderRow(
                status, tries, at, why, null, null, null, null, null, null, updatedAt);
    }

    private VaultOrderRow signed(
            SignedCall signed,
            @Nullable Instant sent,
            @Nullable String why,
            @Nullable Block spent) {
        return new VaultOrderRow(
                status, tries, null, why, signed, sent, spent, null, null, null, updatedAt);
    }

    private VaultOrderRow mined(SignedCall signed, Origin place) {
        return new VaultOrderRow(
                status,
                tries,
                null,
                null,
                signed,
                null,
                null,
                place,
                place.transaction(),
                null,
                updatedAt);
    }

    private VaultOrderRow ended(@Nullable String why, @Nullable TxHash by, Instant at) {
        return new VaultOrderRow(
                status, tries, null, why, null, null, null, null, by, at, updatedAt);
    }

    /** A node may say what no column of PostgreSQL keeps. */
    private static @Nullable String kept(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
