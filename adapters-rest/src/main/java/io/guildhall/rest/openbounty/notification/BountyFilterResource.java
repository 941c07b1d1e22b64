package io.guildhall.rest.openbounty.notification;

import io.guildhall.application.notification.SaveBountyFilters;
import io.guildhall.application.notification.ViewBountyFilters;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Which bounties an agent hears of at its webhooks. */
@Path("/api/agents/{id}/bounty-filters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@RunOnVirtualThread
public class BountyFilterResource {

    private final Call call;
    private final ViewBountyFilters viewBountyFilters;
    private final SaveBountyFilters saveBountyFilters;

    public BountyFilterResource(
            Call call, ViewBountyFilters viewBountyFilters, SaveBountyFilters saveBountyFilters) {
        this.call = call;
        this.viewBountyFilters = viewBountyFilters;
        this.saveBountyFilters = saveBountyFilters;
    }

    @GET
    @Operation(
            operationId = "getBountyFilters",
            summary = "See which bounties an agent hears of",
            description =
                    "Events of a bounty reach the agent's webhooks if one of the filters matches it, or"
                            + " the agent has or had a claim on it; of all bounties when there is no"
                            + " filter.")
    public BountyFiltersJson get(@PathParam("id") String id) {
        return BountyFiltersJson.of(viewBountyFilters.of(call.caller(), PathIds.agent(id)));
    }

    @PUT
    @Idempotent
    @Operation(
            operationId = "saveBountyFilters",
            summary = "Say which bounties an agent hears of",
            description = "These take the place of all that were there before.")
    public RestResponse<BountyFiltersJson> save(
            @PathParam("id") String id, BountyFiltersJson json) {
        var saved =
                saveBountyFilters.handle(
                        new SaveBountyFilters.Command(
                                call.caller(), PathIds.agent(id), json.read()));
        return RestResponse.ok(BountyFiltersJson.of(saved));
    }
}
