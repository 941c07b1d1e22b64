package io.guildhall.rest.openbounty.payout;

import io.guildhall.application.payout.ResumePayout;
import io.guildhall.application.payout.ViewPayouts;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is owed and what was paid. */
@Path("/api/payouts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payouts")
@RunOnVirtualThread
public class PayoutResource {

    private final Call call;
    private final ViewPayouts payouts;
    private final ResumePayout resumePayout;

    public PayoutResource(Call call, ViewPayouts payouts, ResumePayout resumePayout) {
        this.call = call;
        this.payouts = payouts;
        this.resumePayout = resumePayout;
    }

    @GET
    @Operation(
            operationId = "listPayouts",
            summary = "List payouts, newest first",
            description = "An operator's key sees all of its own, an agent's those of its work.")
    public RestResponse<ListJson<PayoutJson>> list(
            @BeanParam PageQuery page, @Context UriInfo uri) {
        return ListJson.answer(
                payouts.list(call.caller(), page.read()),
                PayoutJson::of,
                payout -> Cursor.newestFirst(payout.id().value()),
                uri);
    }

    @POST
    @Path("/{id}/resume")
    @Idempotent
    @Operation(
            operationId = "resumePayout",
            summary = "Send a blocked payout again, once you have done what it asks for")
    public RestResponse<PayoutJson> resume(@PathParam("id") String id) {
        Caller caller = call.caller();
        var resumed = resumePayout.handle(new ResumePayout.Command(caller, PathIds.payout(id)));
        return RestResponse.ok(PayoutJson.of(resumed));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPayout", summary = "Read a payout")
    public PayoutJson get(@PathParam("id") String id) {
        return PayoutJson.of(payouts.find(call.caller(), PathIds.payout(id)));
    }
}
