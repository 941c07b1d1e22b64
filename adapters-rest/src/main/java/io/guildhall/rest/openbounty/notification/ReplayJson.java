package io.guildhall.rest.openbounty.notification;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.wire.time.IsoTimes;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be delivered once more. */
@Schema(name = "Replay")
@JsonNaming(SnakeCaseStrategy.class)
public record ReplayJson(
        @Schema(
                        required = true,
                        format = "date-time",
                        description = "What was first to be delivered then or later.")
                @Nullable String since,
        @Schema(
                        description = "dead: what was given up; all: what was delivered, too.",
                        defaultValue = "dead")
                @Nullable String status) {

    ReplayDeliveries.Command command(Caller caller, EndpointId webhook) {
        return new ReplayDeliveries.Command(caller, webhook, time(text(since)), deadOnly());
    }

    private boolean deadOnly() {
        return switch (status == null ? "dead" : SmallLetters.of(status)) {
            case "dead" -> true;
            case "all" -> false;
            default -> throw new RefusedException(Invalid.field("status", "must be dead or all"));
        };
    }

    private static Instant time(String since) {
        return IsoTimes.time(since)
                .orElseThrow(() -> new RefusedException(Invalid.field("since", IsoTimes.A_TIME)));
    }
}
