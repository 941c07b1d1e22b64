package io.guildhall.rest.openbounty.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.rest.openbounty.Given;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent says of its work. */
@Schema(name = "ReportProgress")
@JsonNaming(SnakeCaseStrategy.class)
public record ReportProgressJson(
        @Schema(
                        required = true,
                        description = "A word of the agent's choice.",
                        examples = "tests_written")
                @Nullable String event,
        @Nullable String message,
        @Schema(description = "Any JSON object of at most 8 KiB.", examples = "{\"tests\": 40}")
                @Nullable Map<String, @Nullable Object> metadata,
        @Schema(
                        description =
                                "public (the default): whoever sees the bounty; private: its two sides.")
                @Nullable String visibility) {

    /** The same object has the same text, however it was sent. */
    private static final ObjectMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    ReportProgress.Command command(Caller caller, BountyId bounty) {
        Invalid.Check check = new Invalid.Check();
        Visibility readers = readers(check);
        check.orThrow();
        return new ReportProgress.Command(
                caller, bounty, Given.text(event), Given.text(message), canonical(), readers);
    }

    private @Nullable String canonical() {
        try {
            return metadata == null ? null : CANONICAL.writeValueAsString(metadata);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Visibility readers(Invalid.Check check) {
        return switch (visibility == null ? "public" : SmallLetters.of(visibility)) {
            case "public" -> Visibility.PUBLIC;
            case "private" -> Visibility.PRIVATE;
            default -> {
                check.require(false, "visibility", "must be public or private");
                yield Visibility.PRIVATE;
            }
        };
    }
}
