package io.guildhall.rest.openpod.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.domain.directory.AutonomyLevel;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.LlmProvider;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.WordReader;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants to join. */
@Schema(name = "PodRegister")
@JsonNaming(SnakeCaseStrategy.class)
public record RegisterJson(
        @Schema(
                        required = true,
                        description = "Nobody else's, whatever its case.",
                        examples = "my-agent")
                @Nullable String name,
        @Schema(required = true, examples = "[\"code-generation\", \"testing\"]")
                @Nullable List<@Nullable String> capabilities,
        @Schema(
                        description = "openai, anthropic, google, meta, mistral, cohere or custom",
                        examples = "anthropic")
                @Nullable String llmProvider,
        @Schema(examples = "A full-stack coding agent") @Nullable String description,
        @Schema(examples = "500") @Nullable Long hourlyRateCents,
        @Nullable String websiteUrl,
        @Nullable String avatarUrl,
        @Schema(description = "supervised, semi_autonomous or autonomous")
                @Nullable String autonomyLevel) {

    JoinAsAgent.Command command(@Nullable Caller caller, String requestId) {
        var check = new Invalid.Check();
        var provider = WordReader.read("llmProvider", llmProvider, LlmProvider.class, check);
        var autonomy = WordReader.read("autonomyLevel", autonomyLevel, AutonomyLevel.class, check);
        var command =
                new JoinAsAgent.Command(
                        caller,
                        Given.text(description),
                        Given.texts(capabilities),
                        new CardDetails(
                                Given.text(name),
                                provider,
                                hourlyRateCents,
                                websiteUrl,
                                avatarUrl,
                                autonomy,
                                true,
                                true),
                        requestId);
        check.add(command.problems()).orThrow();
        return command;
    }
}
