package io.guildhall.rest.openbounty.admin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.Suspension;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party that may read and give back what it holds, and nothing else. */
@Schema(name = "Suspension")
@JsonNaming(SnakeCaseStrategy.class)
public record SuspensionJson(
        String partyId,
        @Schema(description = "operator (with all its agents) or agent") String partyKind,
        @Schema(description = "Whether it is suspended now.") boolean suspended,
        String reason,
        Instant since,
        String adminId) {

    static SuspensionJson of(Suspension suspension) {
        return of(suspension, true);
    }

    static SuspensionJson ended(Suspension suspension) {
        return of(suspension, false);
    }

    private static SuspensionJson of(Suspension suspension, boolean inForce) {
        return new SuspensionJson(
                OpenBountyIds.of(suspension.party()),
                suspension.party().kind().word(),
                inForce,
                suspension.reason(),
                suspension.since(),
                OpenBountyIds.OPERATOR.on(suspension.admin().value()));
    }
}
