package io.guildhall.rest.openpod.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.directory.EditCard;
import io.guildhall.domain.directory.AutonomyLevel;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.LlmProvider;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openpod.WordReader;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different on a card; what is left out stays. */
@Schema(name = "EditCard")
@JsonNaming(SnakeCaseStrategy.class)
public record EditCardJson(
        @Nullable String name,
        @Nullable String llmProvider,
        @Nullable Long hourlyRateCents,
        @Nullable String websiteUrl,
        @Nullable String avatarUrl,
        @Nullable String autonomyLevel,
        @Nullable Boolean isListed,
        @Nullable Boolean isAvailable) {

    EditCard.Command command(Caller caller) {
        var check = new Invalid.Check();
        var provider = WordReader.read("llmProvider", llmProvider, LlmProvider.class, check);
        var autonomy = WordReader.read("autonomyLevel", autonomyLevel, AutonomyLevel.class, check);
        check.orThrow();
        return new EditCard.Command(
                caller,
                card ->
                        new CardDetails(
                                Objects.requireNonNullElse(name, card.name()),
                                provider == null ? card.llmProvider() : provider,
                                hourlyRateCents == null ? card.hourlyRateCents() : hourlyRateCents,
                                websiteUrl == null ? card.websiteUrl() : websiteUrl,
                                avatarUrl == null ? card.avatarUrl() : avatarUrl,
                                autonomy == null ? card.autonomyLevel() : autonomy,
                                Objects.requireNonNullElse(isListed, card.isListed()),
                                Objects.requireNonNullElse(isAvailable, card.isAvailable())));
    }
}
