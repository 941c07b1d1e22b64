package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Pass;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens, while it happens. */
@Path("/api/stream")
@Tag(name = "Stream")
@Blocking
@RunOnVirtualThread
public class StreamResource {

    private final Call call;
    private final ViewBounties bounties;
    private final StreamHub hub;

    public StreamResource(Call call, ViewBounties bounties, StreamHub hub) {
        this.call = call;
        this.bounties = bounties;
        this.hub = hub;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamEvents",
            summary = "Hear what happens, live",
            description =
                    "Server-Sent Events: everything that is public, and what is the caller's own. A client"
                            + " that comes back with `Last-Event-ID` misses nothing and hears nothing"
                            + " twice. `event: resync` says that what followed is not kept any more: read"
                            + " again what you keep a copy of. Comments are signs of life. The stream"
                            + " ends when the key is revoked or the token expires; reconnect with a new"
                            + " one.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; each `data` is an event as webhooks and lists tell it",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING)))
    public CompletionStage<Void> listen(
            @BeanParam StreamSearch search, @Context RoutingContext request) {
        Pass pass = call.pass();
        StreamSearch.Wish wish = search.read();
        BountyId bounty = wish.bounty();
        if (bounty != null) {
            bounties.find(pass.caller(), bounty);
        }
        Hearing hearing = new Hearing(pass.caller(), wish.words(), bounty);
        return hub.open(request, pass, hearing, search.heardLast());
    }
}
