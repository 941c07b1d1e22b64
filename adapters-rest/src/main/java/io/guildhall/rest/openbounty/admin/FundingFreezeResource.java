package io.guildhall.rest.openbounty.admin;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.funding.FreezeFunding;
import io.guildhall.application.funding.UnfreezeFunding;
import io.guildhall.application.funding.ViewFundingFreezes;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Given;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether new money is taken. */
@Path("/api/admin/funding-freezes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class FundingFreezeResource {

    private final Call call;
    private final FreezeFunding freezeFunding;
    private final UnfreezeFunding unfreezeFunding;
    private final ViewFundingFreezes freezes;

    public FundingFreezeResource(
            Call call,
            FreezeFunding freezeFunding,
            UnfreezeFunding unfreezeFunding,
            ViewFundingFreezes freezes) {
        this.call = call;
        this.freezeFunding = freezeFunding;
        this.unfreezeFunding = unfreezeFunding;
        this.freezes = freezes;
    }

    @GET
    @Operation(
            operationId = "listFundingFreezes",
            summary = "List the freezes of new funding that hold now",
            description = "For admins.")
    public FundingFreezeJson.All list() {
        return FundingFreezeJson.All.of(freezes.inForce(call.admin()));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "freezeFunding",
            summary = "Take no new money",
            description =
                    "For admins. Posting, raising and funding bounties and projects and topping up"
                            + " are refused with 503 and reason funding_frozen; what is funded goes on."
                            + " A freeze of the same scope is replaced.")
    public RestResponse<FundingFreezeJson> freeze(FundingScopeJson json) {
        Mandate mandate = call.mandate(Given.text(json.reason()));
        var read = json.read();
        return RestResponse.ok(
                FundingFreezeJson.of(
                        freezeFunding.handle(
                                new FreezeFunding.Command(mandate, read.scope(), read.until())),
                        true));
    }

    @POST
    @Path("/lift")
    @Idempotent
    @Operation(
            operationId = "unfreezeFunding",
            summary = "Take new money again",
            description = "For admins. The scope is the freeze's own; another's stays.")
    public RestResponse<FundingFreezeJson> lift(FundingScopeJson json) {
        Mandate mandate = call.mandate(Given.text(json.reason()));
        return RestResponse.ok(
                FundingFreezeJson.of(
                        unfreezeFunding.handle(
                                new UnfreezeFunding.Command(mandate, json.read().scope())),
                        false));
    }
}
