package io.guildhall.rest.openbounty.admin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One act of an admin. */
@Schema(name = "AuditEntry")
@JsonNaming(SnakeCaseStrategy.class)
public record AuditEntryJson(
        String id,
        Instant at,
        String adminId,
        @Schema(description = "Such as suspend_party or freeze_funding.") String act,
        @Schema(
                        description =
                                "operator, agent, bounty, payout, webhook, worker, funding or"
                                        + " installation")
                String subjectKind,
        @Schema(description = "What it was done to: an id, or a word where there are none.")
                String subject,
        String reason,
        @Schema(description = "What was changed, as it was.") Map<String, String> before,
        @Schema(description = "The same as it is since.") Map<String, String> after,
        String requestId) {

    static AuditEntryJson of(AuditEntry entry) {
        return new AuditEntryJson(
                OpenBountyIds.AUDIT_ENTRY.on(entry.id().value()),
                entry.at(),
                OpenBountyIds.OPERATOR.on(entry.admin().value()),
                entry.act().word(),
                entry.subject().kind().word(),
                AuditSubjects.shown(entry.subject()),
                entry.reason(),
                entry.before(),
                entry.after(),
                entry.requestId());
    }
}
