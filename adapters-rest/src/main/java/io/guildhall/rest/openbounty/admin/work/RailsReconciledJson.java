package io.guildhall.rest.openbounty.admin.work;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.application.reconciliation.ReconcileRails.Rail;
import io.guildhall.application.reconciliation.ReconcileRails.Report;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comparing the books came to. */
@Schema(name = "RailsReconciled")
@JsonNaming(SnakeCaseStrategy.class)
public record RailsReconciledJson(
        Instant at,
        @Schema(description = "Whether all could be compared, and agree.") boolean agrees,
        List<RailJson> rails) {

    static RailsReconciledJson of(Report report) {
        return new RailsReconciledJson(
                report.at(), report.agrees(), report.rails().stream().map(RailJson::of).toList());
    }

    /** One set of books. */
    @Schema(name = "RailReconciled")
    @JsonNaming(SnakeCaseStrategy.class)
    public record RailJson(
            @Schema(description = "ledger, chain, or a processor's name.") String rail,
            boolean agrees,
            @Schema(description = "Why it could not be compared; null when it was.")
                    @Nullable String trouble,
            long compared,
            @Schema(description = "What was left out, for something of it is under way.")
                    long underWay,
            List<DifferenceJson> differences) {

        static RailJson of(Rail rail) {
            Findings findings = rail.findings();
            return new RailJson(
                    rail.name(),
                    rail.agrees(),
                    rail.trouble(),
                    findings == null ? 0 : findings.compared(),
                    findings == null ? 0 : findings.underWay(),
                    findings == null
                            ? List.of()
                            : findings.differences().stream().map(DifferenceJson::of).toList());
        }
    }

    /** Something of which they say different things. */
    @Schema(name = "RailDifference")
    public record DifferenceJson(String what, String ours, String theirs) {

        static DifferenceJson of(Difference difference) {
            return new DifferenceJson(difference.what(), difference.ours(), difference.theirs());
        }
    }
}
