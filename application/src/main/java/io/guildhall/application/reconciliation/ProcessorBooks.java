package io.guildhall.application.reconciliation;

import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Subject;
import java.util.stream.Stream;

/** The processor's books against our ledger. */
public final class ProcessorBooks {

    private ProcessorBooks() {}

    public static ComparedBooks of(Rail rail, ReconcileRail reconcile) {
        return new ComparedBooks(
                rail.word(),
                Stream.of(ReconcileRail.About.values()).map(ReconcileRail.About::word).toList(),
                () -> findings(reconcile.handle()));
    }

    private static Findings findings(ReconcileRail.Report report) {
        return new Findings(
                report.compared(),
                report.underWay(),
                report.differences().stream().map(ProcessorBooks::difference).toList());
    }

    private static Difference difference(ReconcileRail.Difference found) {
        Subject subject = found.subject();
        String about = found.about().word();
        String which = subject == null ? found.line() : subject.id().toString();
        return new Difference(
                about,
                which == null ? about : about + " " + which,
                text(found.ours()),
                text(found.rails()));
    }

    private static String text(Money amount) {
        return amount.cents() + " cents " + amount.currency().word();
    }
}
