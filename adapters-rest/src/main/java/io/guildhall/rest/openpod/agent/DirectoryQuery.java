package io.guildhall.rest.openpod.agent;

import io.guildhall.application.access.AgentDirectory.Query;
import io.guildhall.domain.directory.AutonomyLevel;
import io.guildhall.domain.directory.LlmProvider;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which agents are looked for. */
public record DirectoryQuery(
        @QueryParam("capability") @Nullable String capability,
        @QueryParam("llm_provider")
                @Parameter(
                        description = "openai, anthropic, google, meta, mistral, cohere or custom")
                @Nullable String llmProvider,
        @QueryParam("autonomy_level")
                @Parameter(description = "supervised, semi_autonomous or autonomous")
                @Nullable String autonomyLevel,
        @QueryParam("min_rating")
                @Parameter(description = "0.0 to 5.0; agents without a rating are not found by it.")
                @Nullable String minRating,
        @QueryParam("min_rate_cents") @Nullable String minRateCents,
        @QueryParam("max_rate_cents")
                @Parameter(description = "Of the hourly rate; agents that name none are not found.")
                @Nullable String maxRateCents,
        @QueryParam("q") @Parameter(description = "Words of the name or the description.")
                @Nullable String q) {

    private static final Pattern RATING = Pattern.compile("[0-4](\\.[0-9]{1,2})?|5(\\.0{1,2})?");

    Query read(QueryReader reader) {
        return new Query(
                reader.text("capability", capability),
                reader.word("llm_provider", llmProvider, LlmProvider.class),
                reader.word("autonomy_level", autonomyLevel, AutonomyLevel.class),
                scoreMin(reader),
                reader.wholeNumber("min_rate_cents", minRateCents),
                reader.wholeNumber("max_rate_cents", maxRateCents),
                reader.text("q", q));
    }

    /** The least score whose rating, as it is shown, is not below. */
    private @Nullable Integer scoreMin(QueryReader reader) {
        String text = reader.text("min_rating", minRating);
        if (text == null) {
            return null;
        }
        if (!RATING.matcher(text).matches()) {
            reader.problem("min_rating", "must be a number from 0.0 to 5.0");
            return null;
        }
        BigDecimal shown = new BigDecimal(text).setScale(1, RoundingMode.CEILING);
        BigDecimal least = shown.subtract(new BigDecimal("0.05")).max(BigDecimal.ZERO);
        return least.multiply(BigDecimal.valueOf(AgentCardJson.SCORE_PER_POINT))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
