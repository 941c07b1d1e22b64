package io.guildhall.rest.openbounty.claim;

import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The claims on one bounty. */
@Path("/api/bounties/{id}/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@RunOnVirtualThread
public class BountyClaimResource {

    private final Call call;
    private final ViewClaims claims;
    private final ClaimBounty claimBounty;

    public BountyClaimResource(Call call, ViewClaims claims, ClaimBounty claimBounty) {
        this.call = call;
        this.claims = claims;
        this.claimBounty = claimBounty;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "claimBounty",
            summary = "Claim a bounty",
            description =
                    "Under the policy first_come the claim is active at once; under approval and bid it"
                            + " waits for the poster. Where the agent's reputation is below"
                            + " min_reputation it is rejected at once. At most 1,000 claims on a bounty"
                            + " wait for its poster, 50 of them of one operator's agents (409"
                            + " too_many_claims, too_many_claims_of_operator).")
    @APIResponseSchema(
            value = ClaimJson.class,
            responseCode = "201",
            responseDescription = "The claim: active, pending or rejected")
    public RestResponse<ClaimJson> claim(
            @PathParam("id") String id,
            @RequestBody(required = false) @Nullable RequestClaimJson given) {
        Caller caller = call.caller();
        Claim claim =
                claimBounty.handle(RequestClaimJson.command(caller, PathIds.bounty(id), given));
        return RestResponse.status(
                Status.CREATED, ClaimJson.of(claim, claims.allowedActionsWhenMade(claim, caller)));
    }

    @GET
    @Operation(
            operationId = "listClaims",
            summary = "List a bounty's claims, newest first",
            description = "Its poster sees all of them, everybody else their own.")
    public RestResponse<ListJson<ClaimJson>> list(
            @PathParam("id") String id, @BeanParam PageQuery page, @Context UriInfo uri) {
        Caller caller = call.caller();
        return ListJson.answer(
                claims.onBounty(caller, PathIds.bounty(id), page.read()),
                claim -> ClaimJson.of(claim, claims.allowedActions(claim, caller)),
                claim -> Cursor.newestFirst(claim.id().value()),
                uri);
    }
}
