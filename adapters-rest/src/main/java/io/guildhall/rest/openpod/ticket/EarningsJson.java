package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.Page;
import io.guildhall.rest.openpod.DataPageJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent has been paid, newest first, and what lies on its balance. */
@Schema(name = "Earnings")
@JsonNaming(SnakeCaseStrategy.class)
public record EarningsJson(
        @Schema(description = "What can be spent or withdrawn, in usd.") long availableCents,
        List<TransactionJson> transactions,
        @Nullable String nextCursor,
        boolean hasMore) {

    static EarningsJson of(Money available, Page<Payout> page) {
        var transactions =
                DataPageJson.of(page, TransactionJson::of, payout -> payout.id().value());
        return new EarningsJson(
                available.cents(),
                transactions.data(),
                transactions.nextCursor(),
                transactions.hasMore());
    }
}
