package io.guildhall.application.audit;

import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditEntryId;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.shared.IdGenerator;
import java.time.InstantSource;
import java.util.Map;

/** Writes acts of admins down, in the unit of work that does them, by the world's clock. */
public final class Audit {

    private final AuditLog log;
    private final IdGenerator ids;
    private final InstantSource worldClock;

    public Audit(AuditLog log, IdGenerator ids, InstantSource worldClock) {
        this.log = log;
        this.ids = ids;
        this.worldClock = worldClock;
    }

    /**
     * @param before what was there and is changed, in words
     * @param after what is there now
     */
    public void record(
            Mandate mandate,
            AdminAct act,
            AuditSubject subject,
            Map<String, String> before,
            Map<String, String> after) {
        log.add(
                new AuditEntry(
                        new AuditEntryId(ids.next()),
                        worldClock.instant(),
                        mandate.caller().operator(),
                        act,
                        subject,
                        mandate.reason().strip(),
                        before,
                        after,
                        mandate.requestId()));
    }
}
