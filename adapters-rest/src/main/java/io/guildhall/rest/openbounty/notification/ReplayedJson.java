package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.notification.ReplayDeliveries.Replayed;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much is delivered once more. */
@Schema(name = "Replayed")
@JsonNaming(SnakeCaseStrategy.class)
public record ReplayedJson(
        int replayed,
        @Schema(description = "From where to go on if that was not all; null if it was.")
                @Nullable Instant nextSince) {

    public static ReplayedJson of(Replayed replayed) {
        return new ReplayedJson(replayed.count(), replayed.nextSince());
    }
}
