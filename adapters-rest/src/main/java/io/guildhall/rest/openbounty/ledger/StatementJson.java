package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.openbounty.Amount;
import java.time.Instant;
import java.util.List;
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
        return new StatementJson(
                statement.from(),
                statement.to(),
                statement.opening().currency().word(),
                SumJson.of(statement.opening()),
                SumJson.of(statement.closing()),
                statement.totals().stream()
                        .map(total ->
                                new PurposeJson(
                                        total.purpose().word(),
                                        total.entries(),
                                        SumJson.of(total.sum())))
                        .toList(),
                statement.entries().stream().map(entry -> EntryJson.of(entry, reader)).toList());
    }
}
