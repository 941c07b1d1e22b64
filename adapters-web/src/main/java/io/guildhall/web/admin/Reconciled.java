package io.guildhall.web.admin;

import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.application.reconciliation.ReconcileRails.Rail;
import io.guildhall.application.reconciliation.ReconcileRails.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books of all rails beside one another. */
public record Reconciled(List<Books> books) {

    /**
     * @param trouble why they could not be compared; null when they were
     */
    public record Books(
            String name,
            boolean agrees,
            @Nullable String trouble,
            long compared,
            long underWay,
            List<Row> differences) {

        static Books of(Rail rail) {
            Findings findings = rail.findings();
            return new Books(
                    rail.name(),
                    rail.agrees(),
                    rail.trouble(),
                    findings == null ? 0 : findings.compared(),
                    findings == null ? 0 : findings.underWay(),
                    findings == null
                            ? List.of()
                            : findings.differences().stream().map(Row::of).toList());
        }
    }

    /** Something of which they say different things. */
    public record Row(String what, String ours, String theirs) {

        static Row of(Difference difference) {
            return new Row(difference.what(), difference.ours(), difference.theirs());
        }
    }

    static Reconciled of(Report report) {
        return new Reconciled(report.rails().stream().map(Books::of).toList());
    }
}
