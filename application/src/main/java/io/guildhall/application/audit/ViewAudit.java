package io.guildhall.application.audit;

import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** Reading what admins did, as an admin. */
public final class ViewAudit {

    private final AuditLog log;

    public ViewAudit(AuditLog log) {
        this.log = log;
    }

    public Page<AuditEntry> search(Caller caller, AuditFilter filter, PageRequest page) {
        caller.requireAdmin();
        return log.search(filter, page);
    }
}
