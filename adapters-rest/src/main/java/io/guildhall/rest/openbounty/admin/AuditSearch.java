package io.guildhall.rest.openbounty.admin;

import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit log are looked for; what is not sent is not asked for. */
public record AuditSearch(
        @QueryParam("admin_id") @Parameter(description = "Who did it: opr_ and 26 characters.")
                @Nullable String adminId,
        @QueryParam("act") @Parameter(description = "Such as suspend_party.") @Nullable String act,
        @QueryParam("subject")
                @Parameter(
                        description =
                                "What it was done to, as an entry has it: an id, the word of a"
                                        + " worker, or the scope of a freeze.")
                @Nullable String subject,
        @QueryParam("since")
                @Parameter(description = "Then or later.", schema = @Schema(format = "date-time"))
                @Nullable String since,
        @QueryParam("until")
                @Parameter(description = "Before then.", schema = @Schema(format = "date-time"))
                @Nullable String until,
        @BeanParam PageQuery page) {

    record Read(AuditFilter filter, PageRequest page) {}

    Read read() {
        QueryReader reader = new QueryReader();
        UUID admin = reader.id("admin_id", adminId, OpenBountyIds.OPERATOR);
        AdminAct word = reader.word("act", act, AdminAct.class);
        AuditSubject named = subject(reader);
        Instant from = reader.instant("since", since);
        Instant to = reader.instant("until", until);
        PageRequest asked = page.read(reader);
        reader.orThrow();
        return new Read(
                new AuditFilter(
                        admin == null ? null : new OperatorId(admin), word, named, from, to),
                asked);
    }

    private @Nullable AuditSubject subject(QueryReader reader) {
        String text = reader.text("subject", subject);
        return text == null ? null : AuditSubjects.read(text);
    }
}
