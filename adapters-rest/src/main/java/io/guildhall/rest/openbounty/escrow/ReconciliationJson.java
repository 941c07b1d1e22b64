package io.guildhall.rest.openbounty.escrow;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.escrow.Reconcile.Difference;
import io.guildhall.application.escrow.Reconcile.Report;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The contract, the ledger and our bounties beside one another. */
@Schema(name = "Reconciliation")
@JsonNaming(SnakeCaseStrategy.class)
public record ReconciliationJson(
        Instant at,
        long block,
        boolean agrees,
        @Schema(description = "How many bounties were compared.") int compared,
        @Schema(description = "How many were not, for something of them is under way.")
                int underWay,
        List<DifferenceJson> differences) {

    static ReconciliationJson of(Report report) {
        return new ReconciliationJson(
                report.at(),
                report.block(),
                report.agrees(),
                report.compared(),
                report.underWay(),
                report.differences().stream().map(DifferenceJson::of).toList());
    }

    /** Something that is not the same on both sides. */
    @Schema(name = "ReconciliationDifference")
    @JsonNaming(SnakeCaseStrategy.class)
    public record DifferenceJson(
            @Schema(description = "contract_balance, status, escrow or stake") String subject,
            @Schema(description = "Null when it is about the contract as a whole.")
                    @Nullable String bountyId,
            String ours,
            String contract) {

        static DifferenceJson of(Difference difference) {
            BountyId bounty = difference.bounty();
            return new DifferenceJson(
                    difference.subject().word(),
                    bounty == null ? null : OpenBountyIds.BOUNTY.on(bounty.value()),
                    difference.ours(),
                    difference.contract());
        }
    }
}
