package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.openbounty.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What moved on an operator's accounts in a period; its entries add up. */
@Schema(name = "Statement")
@JsonNaming(SnakeCaseStrategy.class)
public record StatementJson(
        Instant from,
        @Schema(description = "The first instant that does not belong to it.") Instant to,
        String currency,
        SumJson opening,
        SumJson closing,
        @Schema(description = "By what money moved for; together closing less opening.")
                List<PurposeJson> totals,
        List<EntryJson> entries) {

    private static final String HEAD =
            "time,transfer,account,counterparty,purpose,cause,currency,amount_cents,balance_cents\r\n";

    /** On all accounts together: available, held, in transit and owed. */
    @Schema(name = "StatementSum")
    @JsonNaming(SnakeCaseStrategy.class)
    public record SumJson(long cents, @Nullable String units) {

        static SumJson of(Money sum) {
            return new SumJson(sum.cents(), Amount.units(sum));
        }
    }

    /** All entries of one purpose. */
    @Schema(name = "StatementTotal")
    @JsonNaming(SnakeCaseStrategy.class)
    public record PurposeJson(String purpose, int entries, SumJson sum) {}

    static StatementJson of(Statement statement, OperatorId reader) {
        Map<String, List<Entry>> byPurpose = new TreeMap<>();
        for (Entry entry : statement.entries()) {
            byPurpose
                    .computeIfAbsent(
                            entry.transfer().purpose().name().toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(entry);
        }
        return new StatementJson(
                statement.from(),
                statement.to(),
                statement.opening().currency().word(),
                SumJson.of(statement.opening()),
                SumJson.of(statement.closing()),
                byPurpose.entrySet().stream()
                        .map(group ->
                                new PurposeJson(
                                        group.getKey(),
                                        group.getValue().size(),
                                        SumJson.of(sum(group.getValue(), statement))))
                        .toList(),
                statement.entries().stream().map(entry -> EntryJson.of(entry, reader)).toList());
    }

    /** A line for each entry, between one for what there was and one for what there is. */
    static String csv(Statement statement, OperatorId reader) {
        StringBuilder csv = new StringBuilder(HEAD);
        Money balance = statement.opening();
        edge(csv, statement.from(), "opening", balance);
        for (Entry entry : statement.entries()) {
            balance = balance.plus(entry.amount());
            EntryJson shown = EntryJson.of(entry, reader);
            csv.append(entry.transfer().countsFrom())
                    .append(',')
                    .append(shown.id())
                    .append(',')
                    .append(shown.account())
                    .append(',')
                    .append(shown.counterparty())
                    .append(',')
                    .append(shown.purpose())
                    .append(',')
                    .append(shown.cause().id())
                    .append(',')
                    .append(shown.currency())
                    .append(',')
                    .append(shown.amountCents())
                    .append(',')
                    .append(balance.cents())
                    .append("\r\n");
        }
        edge(csv, statement.to(), "closing", statement.closing());
        return csv.toString();
    }

    private static void edge(StringBuilder csv, Instant at, String word, Money balance) {
        csv.append(at)
                .append(",,,,")
                .append(word)
                .append(",,")
                .append(balance.currency().word())
                .append(",,")
                .append(balance.cents())
                .append("\r\n");
    }

    private static Money sum(List<Entry> entries, Statement statement) {
        return entries.stream()
                .map(Entry::amount)
                .reduce(Money.zero(statement.opening().currency()), Money::plus);
    }
}
