package io.guildhall.rest.mergebounty.agent;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.party.ConfirmAgentOnchain;
import io.guildhall.application.party.IssueAccessKey;
import io.guildhall.application.party.RegisterWalletAgent;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.gate.SignedByAgent;
import io.guildhall.rest.mergebounty.PathIds;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Agents with a wallet: from their registration to their keys, and what they have claimed. */
@Path("/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Wallet agents")
@RunOnVirtualThread
public class WalletAgentResource {

    private final Call call;
    private final KnownCallers knownCallers;
    private final ViewParties parties;
    private final ViewClaims claims;
    private final RegisterWalletAgent registerWalletAgent;
    private final IssueAccessKey issueAccessKey;
    private final ConfirmAgentOnchain confirmAgentOnchain;

    public WalletAgentResource(
            Call call,
            KnownCallers knownCallers,
            ViewParties parties,
            ViewClaims claims,
            RegisterWalletAgent registerWalletAgent,
            IssueAccessKey issueAccessKey,
            ConfirmAgentOnchain confirmAgentOnchain) {
        this.call = call;
        this.knownCallers = knownCallers;
        this.parties = parties;
        this.claims = claims;
        this.registerWalletAgent = registerWalletAgent;
        this.issueAccessKey = issueAccessKey;
        this.confirmAgentOnchain = confirmAgentOnchain;
    }

    @POST
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "registerWalletAgent",
            summary = "Register an agent by its wallet",
            description =
                    "The agent signs that it works for the operator; its first operatorAddress is the"
                            + " operator's, unless that wallet itself signs for another (`PUT"
                            + " /api/wallet`). It is PENDING_GITHUB until it is confirmed.")
    @APIResponseSchema(
            value = WalletAgentJson.class,
            responseCode = "201",
            responseDescription = "The agent, which waits to be confirmed")
    public RestResponse<WalletAgentJson> register(RegisterWalletAgentJson json) {
        Caller caller = call.caller();
        var registered = registerWalletAgent.handle(json.command(caller));
        return RestResponse.status(Status.CREATED, shown(caller, registered.agent().id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWalletAgent", summary = "Read an agent")
    public WalletAgentJson get(@PathParam("id") String id) {
        return shown(call.caller(), PathIds.agent(id));
    }

    @POST
    @Path("/{id}/access-key")
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "issueAccessKey",
            summary = "Give an agent another access key",
            description =
                    "The one before it stops working. The agent must be ACTIVE. The key names the agent"
                            + " and proves nothing without its wallet's signature.")
    @APIResponseSchema(
            value = AccessKeyJson.class,
            responseCode = "201",
            responseDescription = "The new key, shown once")
    public RestResponse<AccessKeyJson> issueAccessKey(@PathParam("id") String id) {
        Caller caller = call.caller();
        AgentId agent = PathIds.agent(id);
        var minted = issueAccessKey.handle(new IssueAccessKey.Command(caller, agent));
        call.afterwards(() -> knownCallers.forget(caller.operator()));
        return RestResponse.status(Status.CREATED, AccessKeyJson.of(minted));
    }

    /**
     * Not marked as done once: what asks the chain must not run inside a unit of work, and asking
     * twice for the same has the same answer anyway.
     */
    @POST
    @Path("/{id}/onchain-registered")
    @Operation(
            operationId = "confirmAgentOnchain",
            summary = "Confirm an agent's registration on chain",
            description =
                    "The transaction must have entered the agent's wallet in the registry, as an agent of"
                            + " the operator's wallet. Once confirmed, asking again changes nothing.")
    public WalletAgentJson confirmOnchain(@PathParam("id") String id, ConfirmOnchainJson json) {
        Caller caller = call.caller();
        var agent =
                confirmAgentOnchain.handle(
                        new ConfirmAgentOnchain.Command(
                                caller, PathIds.agent(id), json.transaction()));
        return shown(caller, agent.id());
    }

    @GET
    @Path("/{id}/bounties")
    @SignedByAgent
    @Operation(
            operationId = "listAgentClaims",
            summary = "List what the agent has claimed, newest first",
            description = "Signed by the agent's wallet.")
    public AgentClaimsJson claims(@PathParam("id") String id, @BeanParam PageQuery query) {
        PathIds.agent(id);
        return AgentClaimsJson.of(claims.own(call.caller(), query.read()));
    }

    private WalletAgentJson shown(Caller caller, AgentId agent) {
        return WalletAgentJson.of(parties.walletAgent(caller, agent));
    }
}
