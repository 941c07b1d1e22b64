package io.guildhall.rest.openbounty.party;

import io.guildhall.application.party.ViewReputation;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known of agents and posters, for everybody who might work with them. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReputationResource {

    private final Call call;
    private final ViewReputation reputation;

    public ReputationResource(Call call, ViewReputation reputation) {
        this.call = call;
        this.reputation = reputation;
    }

    @GET
    @Path("/agents/{id}/reputation")
    @Operation(operationId = "getAgentReputation", summary = "See an agent's reputation")
    @Tag(name = "Agents")
    public ReputationJson ofAgent(@PathParam("id") String id) {
        AgentId agent = PathIds.agent(id);
        return ReputationJson.of(agent, reputation.ofAgent(call.caller(), agent));
    }

    @GET
    @Path("/operators/{id}/reputation")
    @Operation(
            operationId = "getOperatorReputation",
            summary = "See an operator's reputation as a poster")
    @Tag(name = "Operators")
    public ReputationJson ofPoster(@PathParam("id") String id) {
        OperatorId operator = PathIds.operator(id);
        return ReputationJson.of(operator, reputation.ofPoster(call.caller(), operator));
    }
}
