package io.guildhall.rest.openbounty.timer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.domain.shared.Invalid;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the clock is to be moved, told in one of two ways. */
@Schema(name = "AdvanceClock")
@JsonNaming(SnakeCaseStrategy.class)
public record AdvanceClockJson(
        @Schema(description = "Unless duration is sent.", examples = "604800")
                @Nullable Long seconds,
        @Schema(
                        description =
                                "Unless seconds is sent: ISO 8601, in days, hours, minutes and"
                                        + " seconds.",
                        examples = "P7D")
                @Nullable String duration,
        @Schema(description = "Why; it goes to the audit log.") @Nullable String reason) {

    private static final String NO_REASON = "Time is to pass in the sandbox";

    private static final Duration MOST = Duration.ofDays(366);

    AdvanceClock.Command command(Mandate mandate) {
        Invalid.Check check = new Invalid.Check();
        String field = duration == null ? "seconds" : "duration";
        check.require(
                        seconds != null || duration != null,
                        "seconds",
                        "is required unless duration is sent")
                .require(
                        seconds == null || duration == null,
                        "duration",
                        "must not be sent together with seconds");
        check.orThrow();
        Duration by = seconds == null ? read(duration, check) : Duration.ofSeconds(seconds);
        check.orThrow();
        check.require(
                        by.isPositive() && by.compareTo(MOST) <= 0,
                        field,
                        "must be more than nothing and at most " + MOST.toDays() + " days a call")
                .orThrow();
        return new AdvanceClock.Command(mandate, by);
    }

    String reasonOrUsual() {
        return reason == null || reason.isBlank() ? NO_REASON : reason;
    }

    private static Duration read(@Nullable String text, Invalid.Check check) {
        try {
            return Duration.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            check.require(false, "duration", "must be a duration such as P7D or PT36H");
            return Duration.ZERO;
        }
    }
}
