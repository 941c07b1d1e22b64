package io.guildhall.application.inmemory;

import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditEntryId;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** The audit log in memory. */
public final class InMemoryAuditLog implements AuditLog {

    private final Rows<AuditEntryId, AuditEntry> rows;

    public InMemoryAuditLog(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(AuditEntry entry) {
        rows.add(entry.id(), entry);
    }

    @Override
    public Page<AuditEntry> search(AuditFilter filter, PageRequest page) {
        return rows.newestFirst(filter::includes, entry -> entry.id().value(), page);
    }
}
