package io.guildhall.rest.openbounty.timer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What time it is in this sandbox. */
@Schema(name = "Clock")
@JsonNaming(SnakeCaseStrategy.class)
public record ClockJson(
        Instant now,
        @Schema(description = "By how much it has been moved forward, all in all.")
                long offsetSeconds,
        @Schema(description = "What the caller could successfully do with it now.")
                List<String> allowedActions) {

    public static ClockJson of(Instant now, Duration offset, boolean movable) {
        return new ClockJson(now, offset.toSeconds(), movable ? List.of("advance") : List.of());
    }
}
