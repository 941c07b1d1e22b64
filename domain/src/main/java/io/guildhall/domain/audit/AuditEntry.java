package io.guildhall.domain.audit;

import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One act of an admin.
 *
 * @param before what the act was about to change, as it was; empty where there was nothing
 * @param after the same as it is since
 * @param requestId the request's that asked for it, by which the logs are found
 */
public record AuditEntry(
        AuditEntryId id,
        Instant at,
        OperatorId admin,
        AdminAct act,
        AuditSubject subject,
        String reason,
        Map<String, String> before,
        Map<String, String> after,
        String requestId) {

    public AuditEntry {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }
}
