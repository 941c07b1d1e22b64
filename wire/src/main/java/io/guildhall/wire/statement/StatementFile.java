package io.guildhall.wire.statement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement as a file, for a table or for a program. */
public final class StatementFile {

    private static final String HEAD =
            "time,transfer,account,counterparty,purpose,cause,currency,amount_cents,balance_cents,"
                    + "amount_units,balance_units\r\n";

    private StatementFile() {}

    /**
     * A line for each entry, between one for what there was and one for what there is. Its units
     * add up; cents do not where they are rounded.
     */
    public static String csv(Statement statement, OperatorId reader) {
        StringBuilder csv = new StringBuilder(HEAD);
        Money balance = statement.opening();
        edge(csv, statement.from(), "opening", balance);
        for (Entry entry : statement.entries()) {
            Transfer transfer = entry.transfer();
            balance = balance.plus(entry.amount());
            line(
                    csv,
                    transfer.countsFrom().toString(),
                    OpenBountyIds.TRANSFER.on(transfer.id().value()),
                    AccountNames.of(entry.account(), reader),
                    AccountNames.of(entry.counterparty(), reader),
                    transfer.purpose().word(),
                    OpenBountyIds.of(transfer.cause()),
                    entry.amount().currency().word(),
                    String.valueOf(entry.amount().cents()),
                    String.valueOf(balance.cents()),
                    String.valueOf(entry.amount().units()),
                    String.valueOf(balance.units()));
        }
        edge(csv, statement.to(), "closing", statement.closing());
        return csv.toString();
    }

    /** With its totals and each entry, as the API answers it. */
    public static ObjectNode json(Statement statement, OperatorId reader) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("from", statement.from().toString())
                .put("to", statement.to().toString())
                .put("currency", statement.opening().currency().word());
        file.set("opening", sum(statement.opening()));
        file.set("closing", sum(statement.closing()));
        var totals = file.putArray("totals");
        for (Statement.Total total : statement.totals()) {
            ObjectNode part = totals.addObject();
            part.put("purpose", total.purpose().word()).put("entries", total.entries());
            part.set("sum", sum(total.sum()));
        }
        var entries = file.putArray("entries");
        for (Entry entry : statement.entries()) {
            entries.add(entry(entry, reader));
        }
        return file;
    }

    private static ObjectNode entry(Entry entry, OperatorId reader) {
        Transfer transfer = entry.transfer();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", OpenBountyIds.TRANSFER.on(transfer.id().value()))
                .put("account", AccountNames.of(entry.account(), reader))
                .put("counterparty", AccountNames.of(entry.counterparty(), reader))
                .put("amount_cents", entry.amount().cents())
                .put("amount_units", units(entry.amount()))
                .put("currency", entry.amount().currency().word())
                .put("purpose", transfer.purpose().word())
                .put("status", transfer.status().word());
        line.putObject("cause")
                .put("kind", transfer.cause().kind().word())
                .put("id", OpenBountyIds.of(transfer.cause()));
        return line.put("created_at", transfer.at().toString())
                .put(
                        "posted_at",
                        transfer.status() == TransferStatus.POSTED
                                ? transfer.countsFrom().toString()
                                : null);
    }

    private static ObjectNode sum(Money sum) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cents", sum.cents())
                .put("units", units(sum));
    }

    /** Null for usd, whose cents are exact. */
    private static @Nullable String units(Money amount) {
        return amount.currency() == Currency.USD ? null : Long.toString(amount.units());
    }

    private static void edge(StringBuilder csv, Instant at, String word, Money balance) {
        line(
                csv,
                at.toString(),
                "",
                "",
                "",
                word,
                "",
                balance.currency().word(),
                "",
                String.valueOf(balance.cents()),
                "",
                String.valueOf(balance.units()));
    }

    private static void line(StringBuilder csv, String... cells) {
        csv.append(String.join(",", cells)).append("\r\n");
    }
}
