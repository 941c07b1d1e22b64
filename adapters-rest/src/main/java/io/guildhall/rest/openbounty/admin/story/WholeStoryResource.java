package io.guildhall.rest.openbounty.admin.story;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.bounty.ViewWholeStory;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.ReasonJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything about one bounty, for whoever has to find out what happened to it. */
@Path("/api/admin/bounties/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class WholeStoryResource {

    private final Call call;
    private final ViewWholeStory stories;
    private final UnfreezeBounty unfreezeBounty;

    public WholeStoryResource(Call call, ViewWholeStory stories, UnfreezeBounty unfreezeBounty) {
        this.call = call;
        this.stories = stories;
        this.unfreezeBounty = unfreezeBounty;
    }

    @GET
    @Operation(
            operationId = "getWholeStory",
            summary = "Read everything about a bounty",
            description =
                    "For admins: its state, claims, submissions, disputes, payouts, transfers,"
                            + " events, deliveries to webhooks and pull requests, and what each rail"
                            + " says of it.")
    public WholeStoryJson get(@PathParam("id") String id) {
        return WholeStoryJson.of(stories.of(call.admin(), PathIds.bounty(id)));
    }

    @POST
    @Path("/unfreeze")
    @Idempotent
    @Operation(
            operationId = "unfreezeBountyAsAdmin",
            summary = "Let a frozen bounty go on",
            description =
                    "For admins. The same as /api/bounties/{id}/unfreeze, answered with the whole"
                            + " story.")
    public RestResponse<WholeStoryJson> unfreeze(@PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        mandate.require();
        BountyId bounty = PathIds.bounty(id);
        unfreezeBounty.handle(
                new UnfreezeBounty.Command(
                        mandate.caller(), bounty, mandate.reason(), mandate.requestId()));
        return RestResponse.ok(WholeStoryJson.of(stories.of(mandate.caller(), bounty)));
    }
}
