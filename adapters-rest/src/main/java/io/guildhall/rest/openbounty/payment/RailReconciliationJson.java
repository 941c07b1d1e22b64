package io.guildhall.rest.openbounty.payment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.payment.ReconcileRail.Difference;
import io.guildhall.application.payment.ReconcileRail.Report;
import io.guildhall.domain.shared.Subject;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What Stripe has written down beside the ledger. */
@Schema(name = "RailReconciliation")
@JsonNaming(SnakeCaseStrategy.class)
public record RailReconciliationJson(
        Instant at,
        boolean agrees,
        @Schema(description = "What Stripe says that it holds.") long heldCents,
        @Schema(description = "What it should hold by the ledger.") long owedCents,
        String currency,
        @Schema(description = "How many payments and payouts were compared.") int compared,
        @Schema(description = "How many of them differ while something of them is under way.")
                int underWay,
        List<DifferenceJson> differences) {

    static RailReconciliationJson of(Report report) {
        return new RailReconciliationJson(
                report.at(),
                report.agrees(),
                report.held().cents(),
                report.owed().cents(),
                report.held().currency().word(),
                report.compared(),
                report.underWay(),
                report.differences().stream().map(DifferenceJson::of).toList());
    }

    /** Something that is not the same on both sides. */
    @Schema(name = "RailReconciliationDifference")
    @JsonNaming(SnakeCaseStrategy.class)
    public record DifferenceJson(
            @Schema(description = "balance, payment, payout or line") String about,
            @Schema(description = "The payment or payout; null otherwise.") @Nullable String id,
            @Schema(description = "Stripe's balance transaction that is nothing of ours.")
                    @Nullable String line,
            long oursCents,
            long stripesCents) {

        static DifferenceJson of(Difference difference) {
            Subject subject = difference.subject();
            return new DifferenceJson(
                    difference.about().word(),
                    subject == null ? null : OpenBountyIds.of(subject),
                    difference.line(),
                    difference.ours().cents(),
                    difference.rails().cents());
        }
    }
}
