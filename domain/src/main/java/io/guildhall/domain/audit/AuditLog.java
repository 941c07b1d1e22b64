package io.guildhall.domain.audit;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** All that admins ever did; it is only added to, in the unit of work of the act itself. */
public interface AuditLog {

    void add(AuditEntry entry);

    /** Newest first. */
    Page<AuditEntry> search(AuditFilter filter, PageRequest page);
}
