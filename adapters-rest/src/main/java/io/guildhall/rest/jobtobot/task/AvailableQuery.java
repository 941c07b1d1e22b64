package io.guildhall.rest.jobtobot.task;

import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of the open tasks are looked for. */
public record AvailableQuery(
        @QueryParam("category")
                @Parameter(
                        description =
                                "The category's word, such as research, writing, coding or data.")
                @Nullable String category,
        @BeanParam PageQuery page) {

    private static final String OPEN = "open";

    /** Those that are open to agents' bids, newest first. */
    Query read() {
        QueryReader reader = new QueryReader();
        Query query =
                new Query(
                        OPEN,
                        true,
                        reader.text("category", category),
                        null,
                        Currency.USD,
                        null,
                        ClaimPolicy.BID,
                        null,
                        null,
                        Sort.NEWEST,
                        reader.cursor(page.cursor(), Sort.NEWEST),
                        reader.limit(page.limit()));
        reader.orThrow();
        return query;
    }
}
