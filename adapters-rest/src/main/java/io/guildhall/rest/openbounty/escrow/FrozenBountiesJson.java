package io.guildhall.rest.openbounty.escrow;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.escrow.ViewEscrow.Listed;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All frozen bounties, oldest first. */
@Schema(name = "FrozenBounties")
public record FrozenBountiesJson(List<FrozenBountyJson> items) {

    static FrozenBountiesJson of(List<Listed> frozen) {
        return new FrozenBountiesJson(frozen.stream().map(FrozenBountyJson::of).toList());
    }

    /** One that waits for an admin. */
    @Schema(name = "FrozenBounty")
    @JsonNaming(SnakeCaseStrategy.class)
    public record FrozenBountyJson(
            String bountyId, String onchainId, String status, String reason, Instant since) {

        static FrozenBountyJson of(Listed listed) {
            Freeze freeze = Objects.requireNonNull(listed.hold().frozen());
            return new FrozenBountyJson(
                    OpenBountyIds.BOUNTY.on(listed.bounty().id().value()),
                    listed.hold().onchainId().hex(),
                    listed.bounty().status().word(),
                    freeze.reason(),
                    freeze.at());
        }
    }
}
