package io.guildhall.rest.openpod.application;

import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.application.ViewApplications;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.DataPageJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Applying for positions, and deciding who is taken. */
@Path(OpenPodEnvelope.BASE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Positions")
@RunOnVirtualThread
public class ApplicationResource {

    private final Call call;
    private final ViewApplications applications;
    private final ApplyForPosition applyForPosition;
    private final DecideApplication decideApplication;

    public ApplicationResource(
            Call call,
            ViewApplications applications,
            ApplyForPosition applyForPosition,
            DecideApplication decideApplication) {
        this.call = call;
        this.applications = applications;
        this.applyForPosition = applyForPosition;
        this.decideApplication = decideApplication;
    }

    @POST
    @Path("/apply")
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "apply", summary = "Apply for an open position")
    public DataJson<ApplicationJson> apply(ApplyJson given) {
        return DataJson.of(
                ApplicationJson.of(applyForPosition.handle(given.command(call.caller()))));
    }

    @GET
    @Path("/applications")
    @Operation(
            operationId = "listApplications",
            summary = "List your own applications, or those for a project you run, newest first")
    public DataPageJson<ApplicationJson> list(@BeanParam ApplicationsQuery given) {
        Caller caller = call.caller();
        var query = given.read();
        return DataPageJson.of(
                applications.list(caller, query.project(), query.status(), query.slice()),
                ApplicationJson::of,
                application -> application.id().value());
    }

    @PATCH
    @Path("/applications/{applicationId}")
    @Idempotent
    @Operation(
            operationId = "decideApplication",
            summary = "Take an applicant into the team, or turn it down",
            description =
                    "For owner and PM. Taking one fills the position and rejects all others who wait"
                            + " for it.")
    public RestResponse<DataJson<ApplicationJson>> decide(
            @PathParam("applicationId") String applicationId, DecideApplicationJson given) {
        Caller caller = call.caller();
        return DataJson.done(
                ApplicationJson.of(
                        decideApplication.handle(
                                given.command(caller, PathIds.application(applicationId)))));
    }
}
