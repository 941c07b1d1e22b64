package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditEntryId;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.Operator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every implementation of AuditLog keeps. */
public abstract class AuditLogContract extends PortContract {

    @Test
    public void entriesAreFoundAsTheyWereWrittenNewestFirst() {
        Operator admin = operator();
        AuditEntry first = entry(admin, AdminAct.SUSPEND_PARTY, AuditSubject.of(admin.id()));
        AuditEntry second = entry(admin, AdminAct.FREEZE_FUNDING, funding("ledger/usd"));
        AuditEntry third = entry(admin, AdminAct.ADVANCE_CLOCK, AuditSubject.CLOCK);

        assertThat(search(of(admin))).containsExactly(third, second, first);
    }

    @Test
    public void eachFilterLeavesOutTheOthers() {
        Operator admin = operator();
        Operator other = operator();
        AuditEntry early = entry(admin, AdminAct.PAUSE_WORKER, AuditSubject.of(other.id()));
        clock.advance(Duration.ofHours(1));
        AuditEntry late = entry(admin, AdminAct.RESUME_WORKER, AuditSubject.of(admin.id()));
        AuditEntry others = entry(other, AdminAct.RESUME_WORKER, AuditSubject.of(admin.id()));

        assertThat(search(of(other))).containsExactly(others);
        assertThat(search(new AuditFilter(admin.id(), AdminAct.PAUSE_WORKER, null, null, null)))
                .containsExactly(early);
        assertThat(search(new AuditFilter(null, null, AuditSubject.of(admin.id()), null, null)))
                .containsExactly(others, late);
        assertThat(search(new AuditFilter(admin.id(), null, null, late.at(), null)))
                .containsExactly(late);
        assertThat(search(new AuditFilter(admin.id(), null, null, null, late.at())))
                .containsExactly(early);
    }

    @Test
    public void pagesFollowOneAnother() {
        Operator admin = operator();
        AuditEntry first = entry(admin, AdminAct.RECONCILE, AuditSubject.BOOKS);
        AuditEntry second = entry(admin, AdminAct.RECONCILE, AuditSubject.BOOKS);
        AuditEntry third = entry(admin, AdminAct.RECONCILE, AuditSubject.BOOKS);

        assertThat(search(of(admin))).containsExactly(third, second, first);
    }

    @Test
    public void entryGoesWithItsUnitOfWork() {
        Operator admin = operator();

        assertThatThrownBy(() ->
                        unit(() -> {
                            ports().admin().auditLog().add(newEntry(admin));
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(search(of(admin))).isEmpty();
    }

    private List<AuditEntry> search(AuditFilter filter) {
        return pageByPage(
                page -> ports().admin().auditLog().search(filter, page),
                entry -> entry.id().value());
    }

    private AuditEntry entry(Operator admin, AdminAct act, AuditSubject subject) {
        AuditEntry entry =
                new AuditEntry(
                        new AuditEntryId(ids.next()),
                        clock.instant(),
                        admin.id(),
                        act,
                        subject,
                        "Since \"it\" had to be",
                        Map.of("was", "this"),
                        Map.of("is", "that", "also", "ö"),
                        "req_1");
        unit(() -> ports().admin().auditLog().add(entry));
        return entry;
    }

    private AuditEntry newEntry(Operator admin) {
        return new AuditEntry(
                new AuditEntryId(ids.next()),
                clock.instant(),
                admin.id(),
                AdminAct.RECONCILE,
                AuditSubject.BOOKS,
                "To see",
                Map.of(),
                Map.of(),
                "req_2");
    }

    private static AuditFilter of(Operator admin) {
        return new AuditFilter(admin.id(), null, null, null, null);
    }

    private static AuditSubject funding(String scope) {
        return new AuditSubject(AuditSubject.Kind.FUNDING, scope);
    }
}
