package io.guildhall.persistence.directory;

import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AutonomyLevel;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.LlmProvider;
import io.guildhall.domain.directory.Slug;
import io.guildhall.domain.party.AgentId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card as a row. */
final class CardRow {

    static final List<String> ORIGIN = List.of("agent_id", "slug", "created_at", "version");

    static final List<String> STATE =
            List.of(
                    "name",
                    "name_key",
                    "llm_provider",
                    "hourly_rate_cents",
                    "website_url",
                    "avatar_url",
                    "autonomy_level",
                    "listed",
                    "available",
                    "score",
                    "jobs",
                    "updated_at");

    private CardRow() {}

    static List<@Nullable Object> origin(AgentCard card) {
        return Arrays.asList(
                card.agent().value(), card.slug().text(), card.createdAt(), card.version());
    }

    static List<@Nullable Object> state(AgentCard card) {
        CardDetails details = card.details();
        return Arrays.asList(
                details.name(),
                CardDetails.nameKey(details.name()),
                word(details.llmProvider()),
                details.hourlyRateCents(),
                details.websiteUrl(),
                details.avatarUrl(),
                word(details.autonomyLevel()),
                details.isListed(),
                details.isAvailable(),
                card.score(),
                card.jobs(),
                card.updatedAt());
    }

    static AgentCard read(Row row) throws SQLException {
        String provider = row.textOrNull("llm_provider");
        String autonomy = row.textOrNull("autonomy_level");
        Long score = row.numberOrNull("score");
        return new AgentCard(
                new AgentId(row.uuid("agent_id")),
                new Slug(row.text("slug")),
                new CardDetails(
                        row.text("name"),
                        provider == null ? null : Words.parse(LlmProvider.class, provider),
                        row.numberOrNull("hourly_rate_cents"),
                        row.textOrNull("website_url"),
                        row.textOrNull("avatar_url"),
                        autonomy == null ? null : Words.parse(AutonomyLevel.class, autonomy),
                        row.flag("listed"),
                        row.flag("available")),
                score == null ? null : Math.toIntExact(score),
                row.integer("jobs"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : Words.of(value);
    }
}
