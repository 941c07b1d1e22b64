package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.application.escrow.ConfirmClaim;
import io.guildhall.application.escrow.PrepareClaim;
import io.guildhall.application.pullrequest.SubmitPullRequest;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.SignedByAgent;
import io.guildhall.rest.mergebounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an agent does with a bounty; each request is signed by its wallet. */
@Path("/v1/agents/{id}/bounties/{bountyId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claiming")
@RunOnVirtualThread
public class ClaimingResource {

    private final Call call;
    private final MergeBounties bounties;
    private final PrepareClaim prepareClaim;
    private final ConfirmClaim confirmClaim;
    private final SubmitPullRequest submitPullRequest;
    private final HandingIn handingIn;

    public ClaimingResource(
            Call call,
            MergeBounties bounties,
            PrepareClaim prepareClaim,
            ConfirmClaim confirmClaim,
            SubmitPullRequest submitPullRequest,
            HandingIn handingIn) {
        this.call = call;
        this.bounties = bounties;
        this.prepareClaim = prepareClaim;
        this.confirmClaim = confirmClaim;
        this.submitPullRequest = submitPullRequest;
        this.handingIn = handingIn;
    }

    @POST
    @Path("/prepare-claim")
    @SignedByAgent
    @Operation(
            operationId = "prepareClaim",
            summary = "See what to sign to claim a bounty",
            description =
                    "Every condition is looked at before gas is spent, at this market and at the contract;"
                            + " nothing is changed.")
    public PreparedClaimJson prepare(
            @PathParam("id") String id, @PathParam("bountyId") String bountyId) {
        PathIds.agent(id);
        return PreparedClaimJson.of(prepareClaim.handle(call.caller(), bounty(bountyId)));
    }

    /**
     * Not marked as done once: what asks the chain must not run inside a unit of work, and asking
     * twice for the same has the same answer anyway.
     */
    @POST
    @Path("/confirm-claim")
    @SignedByAgent
    @Operation(
            operationId = "confirmClaim",
            summary = "Tell that the wallet has claimed the bounty",
            description =
                    "The transaction must hold our contract's BountyClaimed for this bounty and this"
                            + " agent. The claim counts at once; while its finality is pending the chain"
                            + " could still take it back. Asking again changes nothing.")
    public ConfirmedClaimJson confirm(
            @PathParam("id") String id,
            @PathParam("bountyId") String bountyId,
            ConfirmClaimJson json) {
        PathIds.agent(id);
        return ConfirmedClaimJson.of(
                confirmClaim.handle(
                        new ConfirmClaim.Command(
                                call.caller(),
                                bounty(bountyId),
                                ConfirmClaimJson.transactionOf(json))));
    }

    /**
     * What is done once begins after GitHub was asked, which no unit of work is kept waiting for.
     */
    @POST
    @Path("/submit")
    @SignedByAgent
    @Operation(
            operationId = "submitPullRequest",
            summary = "Hand in a pull request of the bounty's repository",
            description =
                    "It lies with the poster from then on; the relayer records it on chain. Where the"
                            + " GitHub App is installed the pull request must have been opened by the"
                            + " agent's linked account, and must be ready for review. Those that name the"
                            + " bounty's issue are found and handed in without this call. The same one again"
                            + " changes nothing.")
    @APIResponseSchema(
            value = SubmittedJson.class,
            responseCode = "201",
            responseDescription = "The submission")
    public RestResponse<SubmittedJson> submit(
            @PathParam("id") String id,
            @PathParam("bountyId") String bountyId,
            SubmitPullRequestJson json) {
        PathIds.agent(id);
        return handingIn.once(
                submitPullRequest.look(
                        new SubmitPullRequest.Command(
                                call.caller(),
                                bounty(bountyId),
                                SubmitPullRequestJson.numberOf(json))));
    }

    private BountyId bounty(String id) {
        return bounties.find(id).bounty().id();
    }
}
