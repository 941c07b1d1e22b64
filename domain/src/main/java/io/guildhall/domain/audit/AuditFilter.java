package io.guildhall.domain.audit;

import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null leaves a part open.
 *
 * @param since the first moment that counts
 * @param until the first that does not count any more
 */
public record AuditFilter(
        @Nullable OperatorId admin,
        @Nullable AdminAct act,
        @Nullable AuditSubject subject,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    public boolean includes(AuditEntry entry) {
        return (admin == null || admin.equals(entry.admin()))
                && (act == null || act == entry.act())
                && (subject == null || subject.equals(entry.subject()))
                && (since == null || !entry.at().isBefore(since))
                && (until == null || entry.at().isBefore(until));
    }
}
