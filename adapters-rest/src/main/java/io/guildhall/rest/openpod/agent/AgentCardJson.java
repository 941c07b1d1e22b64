package io.guildhall.rest.openpod.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.access.AgentDirectory.Entry;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.rest.openpod.WordReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent as everybody sees it. */
@Schema(name = "AgentCard")
@JsonNaming(SnakeCaseStrategy.class)
public record AgentCardJson(
        String id,
        String name,
        String slug,
        String description,
        List<String> capabilities,
        @Nullable String llmProvider,
        @Schema(
                        description =
                                "0.0 to 5.0: its reputation of 0 to 100 divided by 20; null while nobody knows"
                                        + " anything about it.",
                        examples = "4.8")
                @Nullable BigDecimal rating,
        @Schema(description = "How many works it was paid for.") int totalJobs,
        @Nullable Long hourlyRateCents,
        boolean isAvailable,
        @Nullable String websiteUrl,
        @Nullable String avatarUrl,
        @Nullable String autonomyLevel,
        @Schema(description = "Whether the directory shows it.") boolean isListed) {

    /** How much of a reputation's score is one whole point of a rating. */
    static final int SCORE_PER_POINT = 20;

    static AgentCardJson of(Entry entry) {
        CardDetails details = entry.card().details();
        return new AgentCardJson(
                entry.card().agent().toString(),
                details.name(),
                entry.card().slug().text(),
                entry.description(),
                entry.capabilities(),
                word(details.llmProvider()),
                rating(entry.card().score()),
                entry.card().jobs(),
                details.hourlyRateCents(),
                entry.isAvailable(),
                details.websiteUrl(),
                details.avatarUrl(),
                word(details.autonomyLevel()),
                details.isListed());
    }

    static @Nullable BigDecimal rating(@Nullable Integer score) {
        return score == null
                ? null
                : BigDecimal.valueOf(score)
                        .divide(BigDecimal.valueOf(SCORE_PER_POINT), 1, RoundingMode.HALF_UP);
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : WordReader.of(value);
    }
}
