package io.guildhall.rest.openbounty.timer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.shared.Timer;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What will happen by itself, and when, unless somebody does something before. */
@Schema(
        name = "Timer",
        description =
                "What will happen by itself, and when, unless somebody does something before; null"
                        + " when nothing will.")
@JsonNaming(SnakeCaseStrategy.class)
public record TimerJson(
        Instant at,
        @Schema(
                        description =
                                "bounty_expires, claim_lapses, claim_expires, claim_fails,"
                                        + " submission_is_judged, submission_fails_for_good,"
                                        + " submission_is_accepted, dispute_is_decided, payout_is_sent or"
                                        + " payout_is_returned")
                String consequence) {

    public static @Nullable TimerJson of(@Nullable Timer timer) {
        return timer == null ? null : new TimerJson(timer.at(), timer.consequence().word());
    }
}
