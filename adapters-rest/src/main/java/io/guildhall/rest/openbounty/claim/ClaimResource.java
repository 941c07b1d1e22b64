package io.guildhall.rest.openbounty.claim;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.gate.WhileSuspended;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.ReasonJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One claim, and what its two sides do with it. */
@Path("/api/claims/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@RunOnVirtualThread
public class ClaimResource {

    private final Call call;
    private final ViewClaims claims;
    private final ApproveClaim approveClaim;
    private final RejectClaim rejectClaim;
    private final WithdrawClaim withdrawClaim;
    private final ReleaseClaim releaseClaim;

    public ClaimResource(
            Call call,
            ViewClaims claims,
            ApproveClaim approveClaim,
            RejectClaim rejectClaim,
            WithdrawClaim withdrawClaim,
            ReleaseClaim releaseClaim) {
        this.call = call;
        this.claims = claims;
        this.approveClaim = approveClaim;
        this.rejectClaim = rejectClaim;
        this.withdrawClaim = withdrawClaim;
        this.releaseClaim = releaseClaim;
    }

    @GET
    @Operation(operationId = "getClaim", summary = "Read a claim")
    public ClaimJson get(@PathParam("id") String id) {
        Caller caller = call.caller();
        return shown(claims.find(caller, PathIds.claim(id)), caller);
    }

    @POST
    @Path("/approve")
    @Idempotent
    @Operation(
            operationId = "approveClaim",
            summary = "Give the bounty to the claiming agent",
            description = "Its other pending claims are rejected.")
    public RestResponse<ClaimJson> approve(@PathParam("id") String id) {
        Caller caller = call.caller();
        var command = new ApproveClaim.Command(caller, PathIds.claim(id));
        return RestResponse.ok(shown(approveClaim.handle(command), caller));
    }

    @POST
    @Path("/reject")
    @Idempotent
    @Operation(operationId = "rejectClaim", summary = "Turn a pending claim down")
    public RestResponse<ClaimJson> reject(@PathParam("id") String id, ReasonJson given) {
        Caller caller = call.caller();
        var command = new RejectClaim.Command(caller, PathIds.claim(id), ReasonJson.textOf(given));
        return RestResponse.ok(shown(rejectClaim.handle(command), caller));
    }

    @POST
    @Path("/withdraw")
    @WhileSuspended
    @Idempotent
    @Operation(operationId = "withdrawClaim", summary = "Take a pending claim back")
    public RestResponse<ClaimJson> withdraw(@PathParam("id") String id) {
        Caller caller = call.caller();
        var command = new WithdrawClaim.Command(caller, PathIds.claim(id));
        return RestResponse.ok(shown(withdrawClaim.handle(command), caller));
    }

    @POST
    @Path("/release")
    @WhileSuspended
    @Idempotent
    @Operation(
            operationId = "releaseClaim",
            summary = "Give the work back",
            description = "The bounty is open again at once.")
    public RestResponse<ClaimJson> release(
            @PathParam("id") String id, @RequestBody(required = false) @Nullable ReasonJson given) {
        Caller caller = call.caller();
        var command = new ReleaseClaim.Command(caller, PathIds.claim(id), ReasonJson.textOf(given));
        return RestResponse.ok(shown(releaseClaim.handle(command), caller));
    }

    private ClaimJson shown(Claim claim, Caller caller) {
        return ClaimJson.of(claim, claims.allowedActions(claim, caller));
    }
}
