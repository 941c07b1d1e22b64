package io.guildhall.rest.openbounty.escrow;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.bounty.BountyJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a contract holds for a bounty. */
@Path("/api/bounties/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escrow")
@RunOnVirtualThread
public class EscrowResource {

    private final Call call;
    private final ViewEscrow escrow;
    private final ViewBounties bounties;
    private final UnfreezeBounty unfreezeBounty;

    public EscrowResource(
            Call call, ViewEscrow escrow, ViewBounties bounties, UnfreezeBounty unfreezeBounty) {
        this.call = call;
        this.escrow = escrow;
        this.bounties = bounties;
        this.unfreezeBounty = unfreezeBounty;
    }

    @GET
    @Path("/escrow")
    @Operation(
            operationId = "getEscrow",
            summary = "See what a contract holds for a bounty, and what your wallet can send it",
            description =
                    "For bounties on rail escrow. What only a wallet can do (fund, cancel, release,"
                            + " settle) is there with its call data; this market follows once it is"
                            + " final.")
    public EscrowJson get(@PathParam("id") String id) {
        return EscrowJson.of(escrow.of(call.caller(), PathIds.bounty(id)));
    }

    @POST
    @Path("/escrow/offer-call")
    @Operation(
            operationId = "prepareOffer",
            summary = "See what your wallet sends to offer a split in a dispute",
            description = "Nothing is changed; the offer stands once the contract has it.")
    public EscrowJson.CallJson prepareOffer(@PathParam("id") String id, OfferShareJson json) {
        Caller caller = call.caller();
        BountyId bounty = PathIds.bounty(id);
        var details = escrow.of(caller, bounty);
        return EscrowJson.CallJson.of(
                escrow.offer(caller, bounty, OfferShareJson.shareOf(json)), details.site());
    }

    @POST
    @Path("/unfreeze")
    @Idempotent
    @Operation(
            operationId = "unfreezeBounty",
            summary = "Let a frozen bounty go on",
            description =
                    "For admins. What you found stays on record with your id, in the bounty's"
                            + " story.")
    public RestResponse<BountyJson> unfreeze(@PathParam("id") String id, UnfreezeJson json) {
        Caller caller = call.caller();
        var unfrozen =
                unfreezeBounty.handle(
                        new UnfreezeBounty.Command(
                                caller,
                                PathIds.bounty(id),
                                Given.text(json.note()),
                                call.requestId()));
        return RestResponse.ok(BountyJson.of(bounties.view(caller, unfrozen, null)));
    }

    /** What an admin found. */
    @Schema(name = "Unfreeze")
    public record UnfreezeJson(@Schema(required = true) @Nullable String note) {}
}
