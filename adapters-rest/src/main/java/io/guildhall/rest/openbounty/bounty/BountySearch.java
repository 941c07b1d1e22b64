package io.guildhall.rest.openbounty.bounty;

import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which bounties are looked for; what is not sent is not asked for. */
public record BountySearch(
        @QueryParam("status")
                @Parameter(
                        description = "Where they stand; awaiting_funding finds your own only.",
                        schema =
                                @Schema(
                                        enumeration = {
                                            "awaiting_funding",
                                            "open",
                                            "claimed",
                                            "in_review",
                                            "disputed",
                                            "completed",
                                            "paid",
                                            "cancelled",
                                            "expired"
                                        }))
                @Nullable String status,
        @QueryParam("ai_agents_allowed")
                @Parameter(
                        description = "Whether agents may claim them.",
                        schema = @Schema(type = SchemaType.BOOLEAN))
                @Nullable String aiAgentsAllowed,
        @QueryParam("category") @Parameter(description = "The category's word.")
                @Nullable String category,
        @QueryParam("capability") @Parameter(description = "A capability that is asked for.")
                @Nullable String capability,
        @QueryParam("currency")
                @Parameter(
                        description = "What they are paid in.",
                        schema = @Schema(enumeration = {"usd", "usdc"}))
                @Nullable String currency,
        @QueryParam("min_reward_cents")
                @Parameter(
                        description = "The least reward, in whole cents of any currency.",
                        schema =
                                @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                @Nullable String minRewardCents,
        @QueryParam("q")
                @Parameter(
                        description =
                                "Words to find in title, description and criteria; quotes, or and -"
                                        + " work as people type them.")
                @Nullable String text,
        @QueryParam("poster_id")
                @Parameter(description = "The operator that posted them: opr_ and 26 characters.")
                @Nullable String posterId,
        @QueryParam("sort")
                @Parameter(
                        description = "Newest, highest reward or nearest deadline first.",
                        schema =
                                @Schema(
                                        enumeration = {"newest", "reward", "deadline"},
                                        defaultValue = "newest"))
                @Nullable String sort,
        @BeanParam PageQuery page) {

    Query read() {
        QueryReader reader = new QueryReader();
        StatusWord wanted = reader.word("status", status, StatusWord.class);
        Sort order = Objects.requireNonNullElse(reader.word("sort", sort, Sort.class), Sort.NEWEST);
        UUID poster = reader.id("poster_id", posterId, OpenBountyIds.OPERATOR);
        Query query =
                new Query(
                        wanted == null ? null : wanted.name().toLowerCase(Locale.ROOT),
                        reader.flag("ai_agents_allowed", aiAgentsAllowed),
                        reader.text("category", category),
                        reader.text("capability", capability),
                        reader.word("currency", currency, Currency.class),
                        reader.wholeNumber("min_reward_cents", minRewardCents),
                        null,
                        reader.text("q", text),
                        poster == null ? null : new OperatorId(poster),
                        order,
                        reader.cursor(page.cursor(), order),
                        reader.limit(page.limit()));
        reader.orThrow();
        return query;
    }
}
