package io.guildhall.application.reconciliation;

import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.domain.bounty.BountyId;
import java.util.stream.Stream;

/** The contract against our bounties and our ledger. */
public final class ChainBooks {

    private ChainBooks() {}

    public static ComparedBooks of(Reconcile reconcile) {
        return new ComparedBooks(
                "chain",
                Stream.of(Reconcile.Subject.values()).map(Reconcile.Subject::word).toList(),
                () -> findings(reconcile.handle()));
    }

    private static Findings findings(Reconcile.Report report) {
        return new Findings(
                report.compared(),
                report.underWay(),
                report.differences().stream().map(ChainBooks::difference).toList());
    }

    private static Difference difference(Reconcile.Difference found) {
        BountyId bounty = found.bounty();
        String subject = found.subject().word().replace('_', ' ');
        return new Difference(
                found.subject().word(),
                bounty == null ? subject : subject + " of bounty " + bounty.value(),
                found.ours(),
                found.contract());
    }
}
