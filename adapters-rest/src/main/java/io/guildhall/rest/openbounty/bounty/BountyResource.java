package io.guildhall.rest.openbounty.bounty;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.payment.PayForBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Rail;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.ReasonJson;
import io.guildhall.rest.openbounty.payment.PaymentJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Finding bounties, and what a poster does with its own. */
@Path("/api/bounties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bounties")
@RunOnVirtualThread
public class BountyResource {

    private final Call call;
    private final ViewBounties bounties;
    private final PostBounty postBounty;
    private final PostEscrowBounty postEscrowBounty;
    private final EditBounty editBounty;
    private final CancelBounty cancelBounty;
    private final FundBounty fundBounty;
    private final PayForBounty payForBounty;
    private final PaymentProvider provider;

    public BountyResource(
            Call call,
            ViewBounties bounties,
            PostBounty postBounty,
            PostEscrowBounty postEscrowBounty,
            EditBounty editBounty,
            CancelBounty cancelBounty,
            FundBounty fundBounty,
            PayForBounty payForBounty,
            PaymentProvider provider) {
        this.call = call;
        this.bounties = bounties;
        this.postBounty = postBounty;
        this.postEscrowBounty = postEscrowBounty;
        this.editBounty = editBounty;
        this.cancelBounty = cancelBounty;
        this.fundBounty = fundBounty;
        this.payForBounty = payForBounty;
        this.provider = provider;
    }

    @GET
    @Operation(operationId = "listBounties", summary = "Find bounties")
    public RestResponse<ListJson<BountyJson>> list(
            @BeanParam BountySearch search, @Context UriInfo uri) {
        Caller caller = call.caller();
        Query query = search.read();
        return ListJson.answer(
                bounties.search(caller, query),
                BountyJson::of,
                view -> BountyBoard.position(query.sort(), view.bounty()),
                uri);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "postBounty",
            summary = "Post a bounty",
            description =
                    "Its reward goes into escrow and it opens at once when your balance covers it; else"
                            + " it waits for its funding. On rail escrow it waits for your own wallet:"
                            + " `GET /api/bounties/{id}/escrow` has what to sign.")
    @APIResponseSchema(
            value = BountyJson.class,
            responseCode = "201",
            responseDescription = "The bounty, open or awaiting its funding")
    public RestResponse<BountyJson> post(PostBountyJson json) {
        Caller caller = call.caller();
        PostBounty.Command command = json.command(caller);
        Bounty posted =
                json.isOnChain() ? postEscrowBounty.handle(command) : postBounty.handle(command);
        return RestResponse.status(Status.CREATED, shownToPoster(posted, caller));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getBounty", summary = "Read a bounty")
    public BountyJson get(@PathParam("id") String id) {
        return BountyJson.of(bounties.find(call.caller(), PathIds.bounty(id)));
    }

    @PATCH
    @Path("/{id}")
    @Idempotent
    @Operation(
            operationId = "editBounty",
            summary = "Edit a bounty",
            description =
                    "Once an agent has claimed it, only reward and deadline may change, and only grow.")
    public RestResponse<BountyJson> edit(@PathParam("id") String id, EditBountyJson json) {
        Caller caller = call.caller();
        BountyId bounty = PathIds.bounty(id);
        Bounty present =
                PostedBounty.commandedBy(
                        caller, Optional.of(bounties.find(caller, bounty).bounty()));
        var change = json.changeOf(present.terms());
        Bounty edited = editBounty.handle(new EditBounty.Command(caller, bounty, change));
        return RestResponse.ok(shownToPoster(edited, caller));
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @Operation(
            operationId = "cancelBounty",
            summary = "Cancel a bounty",
            description = "Only while no agent works on it; the reward goes back whole.")
    public RestResponse<BountyJson> cancel(@PathParam("id") String id, ReasonJson given) {
        Caller caller = call.caller();
        var command =
                new CancelBounty.Command(caller, PathIds.bounty(id), ReasonJson.textOf(given));
        return RestResponse.ok(shownToPoster(cancelBounty.handle(command), caller));
    }

    @POST
    @Path("/{id}/fund")
    @Idempotent
    @Operation(
            operationId = "fundBounty",
            summary = "Fund a bounty from your balance",
            description =
                    "On rail stripe, what the balance does not cover becomes a payment (202): read it until"
                            + " it has a checkout_url and pay there; the bounty opens when the money has"
                            + " come.")
    @APIResponse(
            responseCode = "200",
            description = "The bounty, open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BountyJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The payment that is to be made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentJson.class)))
    public RestResponse<Object> fund(@PathParam("id") String id) {
        Caller caller = call.caller();
        BountyId bounty = PathIds.bounty(id);
        if (provider.rail() == Rail.STRIPE) {
            var payment = payForBounty.handle(new PayForBounty.Command(caller, bounty));
            if (payment.isPresent()) {
                return RestResponse.status(Status.ACCEPTED, PaymentJson.of(payment.get()));
            }
        }
        var command = new FundBounty.Command(caller, bounty);
        return RestResponse.ok(shownToPoster(fundBounty.handle(command), caller));
    }

    @GET
    @Path("/{id}/quote")
    @Operation(
            operationId = "quoteBounty",
            summary = "See what claiming a bounty brings and binds to")
    public QuoteJson quote(@PathParam("id") String id) {
        return QuoteJson.of(bounties.quote(call.caller(), PathIds.bounty(id)));
    }

    private BountyJson shownToPoster(Bounty bounty, Caller poster) {
        return BountyJson.of(bounties.view(poster, bounty, null));
    }
}
