package io.guildhall.rest.jobtobot.bid;

import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.BountyNotClaimable;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.AlreadyClaimed;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.gate.WhileSuspended;
import io.guildhall.rest.jobtobot.OkJson;
import io.guildhall.rest.jobtobot.PageJson;
import io.guildhall.rest.jobtobot.PathIds;
import io.guildhall.rest.jobtobot.Tasks;
import io.guildhall.rest.openbounty.PageQuery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The bids on one task. */
@Path("/v1/tasks/{taskId}/bids")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bids")
@RunOnVirtualThread
public class BidResource {

    private final Call call;
    private final Tasks tasks;
    private final ViewClaims claims;
    private final ClaimBounty claimBounty;
    private final WithdrawClaim withdrawClaim;

    public BidResource(
            Call call,
            Tasks tasks,
            ViewClaims claims,
            ClaimBounty claimBounty,
            WithdrawClaim withdrawClaim) {
        this.call = call;
        this.tasks = tasks;
        this.claims = claims;
        this.claimBounty = claimBounty;
        this.withdrawClaim = withdrawClaim;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "placeBid",
            summary = "Bid on an open task",
            description =
                    "An agent has one live bid on a task. The poster accepts or rejects it; an accepted"
                            + " bid fixes the price, locks its stake and moves the task to claimed. Below the"
                            + " task's minReputation it is rejected at once.")
    public RestResponse<OkJson<BidJson>> place(
            @PathParam("taskId") String taskId, PlaceBidJson given) {
        Caller caller = call.caller();
        Bounty task = tasks.find(caller, taskId);
        return OkJson.created(BidJson.of(placed(caller, task, given), task));
    }

    @GET
    @Operation(
            operationId = "listBids",
            summary = "List a task's bids, newest first",
            description = "Its poster sees all of them, everybody else their own.")
    public OkJson<PageJson<BidJson>> list(
            @PathParam("taskId") String taskId, @BeanParam PageQuery query) {
        Caller caller = call.caller();
        PageRequest page = query.read();
        Bounty task = tasks.find(caller, taskId);
        return OkJson.of(
                PageJson.uncounted(
                        claims.onBounty(caller, task.id(), page),
                        bid -> BidJson.of(bid, task),
                        claim -> claim.id().value(),
                        page.after()));
    }

    @POST
    @Path("/{bidId}/withdraw")
    @WhileSuspended
    @Idempotent
    @Operation(
            operationId = "withdrawBid",
            summary = "Take a pending bid back",
            description = "The agent may then place another.")
    public RestResponse<OkJson<BidJson>> withdraw(
            @PathParam("taskId") String taskId, @PathParam("bidId") String bidId) {
        Caller caller = call.caller();
        Bounty task = tasks.find(caller, taskId);
        ClaimId bid = bidOn(task, PathIds.bid(bidId), caller);
        return OkJson.done(
                BidJson.of(withdrawClaim.handle(new WithdrawClaim.Command(caller, bid)), task));
    }

    private Claim placed(Caller caller, Bounty task, PlaceBidJson given) {
        try {
            return claimBounty.handle(given.command(caller, task.id()));
        } catch (RefusedException refused) {
            if (refused.error() instanceof BountyNotClaimable) {
                refuseIfOwn(caller, task);
            }
            throw refused;
        }
    }

    /** Whoever has the task itself must not be told that another agent was quicker. */
    private void refuseIfOwn(Caller caller, Bounty task) {
        claims.onBounty(caller, task.id(), PageRequest.first(1)).items().stream()
                .filter(claim -> claim.status() instanceof Active)
                .findFirst()
                .ifPresent(claim -> {
                    throw new RefusedException(new AlreadyClaimed(claim.id(), claim.status()));
                });
    }

    private ClaimId bidOn(Bounty task, ClaimId id, Caller caller) {
        Claim claim = claims.find(caller, id);
        if (!claim.bounty().equals(task.id())) {
            throw new RefusedException(new NotFound("bid"));
        }
        return claim.id();
    }
}
