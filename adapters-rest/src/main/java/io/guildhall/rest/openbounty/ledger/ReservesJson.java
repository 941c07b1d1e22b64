package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.rail.RailSnapshot;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lies behind the money of this market, where it is real. */
@Schema(name = "Reserves")
@JsonNaming(SnakeCaseStrategy.class)
public record ReservesJson(
        @Schema(description = "One for each rail outside; empty in a sandbox.")
                List<SnapshotJson> rails) {

    /** One rail, when its books were last laid beside the ledger. */
    @Schema(name = "ReservesOfRail")
    @JsonNaming(SnakeCaseStrategy.class)
    public record SnapshotJson(
            String rail,
            Instant asOf,
            String currency,
            @Schema(description = "What the rail said that it held for this market.")
                    long heldCents,
            @Schema(description = "What the ledger owed to everybody by that rail.") long owedCents,
            @Schema(
                            description =
                                    "Whether they were the same, payment by payment, but for what was under"
                                            + " way.")
                    boolean agrees,
            int differences,
            @Schema(
                            description =
                                    "How many payments and payouts were not compared then, for something of"
                                            + " them was under way.")
                    int underWay) {

        static SnapshotJson of(RailSnapshot snapshot) {
            return new SnapshotJson(
                    snapshot.rail().word(),
                    snapshot.at(),
                    snapshot.held().currency().word(),
                    snapshot.held().cents(),
                    snapshot.owed().cents(),
                    snapshot.differences() == 0,
                    snapshot.differences(),
                    snapshot.underWay());
        }
    }

    static ReservesJson of(List<RailSnapshot> snapshots) {
        return new ReservesJson(snapshots.stream().map(SnapshotJson::of).toList());
    }
}
