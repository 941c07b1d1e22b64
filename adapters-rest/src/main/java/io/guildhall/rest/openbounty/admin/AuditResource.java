package io.guildhall.rest.openbounty.admin;

import io.guildhall.application.audit.ViewAudit;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What admins did. */
@Path("/api/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class AuditResource {

    private final Call call;
    private final ViewAudit audit;

    public AuditResource(Call call, ViewAudit audit) {
        this.call = call;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "Read what admins did and why, newest first",
            description = "For admins. The log is kept for good; nobody can change it.")
    public RestResponse<ListJson<AuditEntryJson>> list(
            @BeanParam AuditSearch search, @Context UriInfo uri) {
        var caller = call.admin();
        var read = search.read();
        return ListJson.answer(
                audit.search(caller, read.filter(), read.page()),
                AuditEntryJson::of,
                (AuditEntry entry) -> Cursor.newestFirst(entry.id().value()),
                uri);
    }
}
