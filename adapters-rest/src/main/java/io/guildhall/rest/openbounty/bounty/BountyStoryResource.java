package io.guildhall.rest.openbounty.bounty;

import io.guildhall.application.bounty.ViewStory;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** All that ever happened to a bounty, its claims, submissions, disputes and payouts. */
@Path("/api/bounties/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bounties")
@RunOnVirtualThread
public class BountyStoryResource {

    private final Call call;
    private final ViewStory story;

    public BountyStoryResource(Call call, ViewStory story) {
        this.call = call;
        this.story = story;
    }

    @GET
    @Operation(
            operationId = "listBountyEvents",
            summary = "Read a bounty's whole story, newest first",
            description =
                    "Whoever sees the bounty sees what happened to it; what is between its two sides is"
                            + " told to them only.")
    public RestResponse<ListJson<EventJson>> list(
            @PathParam("id") String id, @BeanParam PageQuery page, @Context UriInfo uri) {
        return ListJson.answer(
                story.of(call.caller(), PathIds.bounty(id), page.read()),
                EventJson::of,
                (Recorded recorded) -> Cursor.newestFirst(recorded.id()),
                uri);
    }
}
