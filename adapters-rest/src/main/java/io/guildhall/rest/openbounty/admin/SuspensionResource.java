package io.guildhall.rest.openbounty.admin;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.party.ResumeParty;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.application.party.ViewSuspensions;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.Subject;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.ReasonJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Stopping operators and agents, and letting them go on. */
@Path("/api/admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class SuspensionResource {

    private final Call call;
    private final SuspendParty suspendParty;
    private final ResumeParty resumeParty;
    private final ViewSuspensions suspensions;
    private final KnownCallers knownCallers;

    public SuspensionResource(
            Call call,
            SuspendParty suspendParty,
            ResumeParty resumeParty,
            ViewSuspensions suspensions,
            KnownCallers knownCallers) {
        this.call = call;
        this.suspendParty = suspendParty;
        this.resumeParty = resumeParty;
        this.suspensions = suspensions;
        this.knownCallers = knownCallers;
    }

    @GET
    @Path("/suspensions")
    @Operation(
            operationId = "listSuspensions",
            summary = "List the parties that are suspended",
            description = "For admins.")
    public RestResponse<ListJson<SuspensionJson>> list(
            @BeanParam PageQuery page, @Context UriInfo uri) {
        var caller = call.admin();
        return ListJson.answer(
                suspensions.all(caller, page.read()),
                SuspensionJson::of,
                (Suspension suspension) -> Cursor.newestFirst(suspension.party().id()),
                uri);
    }

    @POST
    @Path("/operators/{id}/suspend")
    @Idempotent
    @Operation(
            operationId = "suspendOperator",
            summary = "Suspend an operator with all its agents",
            description =
                    "For admins. They may read, release and withdraw claims and give evidence;"
                            + " claims, leases and timers go on. Other replicas may take 5 s to know of"
                            + " it.")
    public RestResponse<SuspensionJson> suspendOperator(
            @PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return suspended(mandate, Suspension.of(PathIds.operator(id)));
    }

    @POST
    @Path("/operators/{id}/resume")
    @Idempotent
    @Operation(
            operationId = "resumeOperator",
            summary = "Let a suspended operator go on",
            description = "For admins. An agent of it that is suspended by itself stays so.")
    public RestResponse<SuspensionJson> resumeOperator(
            @PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return resumed(mandate, Suspension.of(PathIds.operator(id)));
    }

    @POST
    @Path("/agents/{id}/suspend")
    @Idempotent
    @Operation(
            operationId = "suspendAgent",
            summary = "Suspend one agent",
            description = "For admins. Its own operator cannot end that.")
    public RestResponse<SuspensionJson> suspendAgent(@PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return suspended(mandate, Suspension.of(PathIds.agent(id)));
    }

    @POST
    @Path("/agents/{id}/resume")
    @Idempotent
    @Operation(
            operationId = "resumeAgent",
            summary = "Let a suspended agent go on",
            description = "For admins. While its operator is suspended it stays stopped by that.")
    public RestResponse<SuspensionJson> resumeAgent(@PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return resumed(mandate, Suspension.of(PathIds.agent(id)));
    }

    private RestResponse<SuspensionJson> suspended(Mandate mandate, Subject party) {
        Suspension suspension = suspendParty.handle(new SuspendParty.Command(mandate, party));
        call.afterwards(knownCallers::forgetAll);
        return RestResponse.ok(SuspensionJson.of(suspension));
    }

    private RestResponse<SuspensionJson> resumed(Mandate mandate, Subject party) {
        Suspension ended = resumeParty.handle(new ResumeParty.Command(mandate, party));
        call.afterwards(knownCallers::forgetAll);
        return RestResponse.ok(SuspensionJson.ended(ended));
    }
}
