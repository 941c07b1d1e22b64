package io.guildhall.web.admin;

import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.reconciliation.ReconcileRails.Report;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the admins' page. */
@Singleton
final class AdminPages {

    private final Frames frames;
    private final ViewLedger ledger;
    private final ViewEscrow escrow;
    private final MarketClock clock;
    private final ClockOffset offset;
    private final AdvanceClock advanceClock;

    AdminPages(
            Frames frames,
            ViewLedger ledger,
            ViewEscrow escrow,
            MarketClock clock,
            ClockOffset offset,
            AdvanceClock advanceClock) {
        this.frames = frames;
        this.ledger = ledger;
        this.escrow = escrow;
        this.clock = clock;
        this.offset = offset;
        this.advanceClock = advanceClock;
    }

    /**
     * @param clock what time it is here; null where it cannot be moved
     * @param reconciled what came of comparing all books; null where that was not asked for
     */
    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Admin(
            Frame frame,
            @Nullable ClockView clock,
            Proof proof,
            List<FrozenRow> frozen,
            @Nullable Reconciled reconciled,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    /**
     * @param ahead of the world's; null when it is not
     */
    record ClockView(String now, @Nullable String ahead) {}

    /** The whole ledger counted again. */
    record Proof(
            boolean balances, long transfers, String asOf, List<ProofRow> rows, int differences) {

        static Proof of(LedgerProof proof, Instant now) {
            return new Proof(
                    proof.balances(),
                    proof.transfers(),
                    Moment.of(proof.asOf(), now).absolute(),
                    proof.totals().stream().map(ProofRow::of).toList(),
                    proof.differences().size());
        }
    }

    /**
     * @param report what came of comparing all books; null where that was not asked for
     */
    Admin page(Caller admin, Form form, Complaint complaint, @Nullable Report report) {
        Instant now = clock.instant();
        return new Admin(
                frames.of("Admin", Section.ADMIN),
                advanceClock.isOffered() ? clock(now) : null,
                Proof.of(ledger.proof(), now),
                escrow.frozen(admin).stream().map(listed -> FrozenRow.of(listed, now)).toList(),
                report == null ? null : Reconciled.of(report),
                form,
                complaint);
    }

    private ClockView clock(Instant now) {
        var ahead = offset.read();
        return new ClockView(
                Moment.of(now, now).absolute(), ahead.isZero() ? null : Moment.length(ahead));
    }
}
