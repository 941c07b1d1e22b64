package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Pass;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The reports on one bounty, as they come, for whoever asks for them as a stream. */
@Path("/api/bounties/{id}/progress")
@Blocking
@RunOnVirtualThread
public class ProgressStreamResource {

    private static final Set<String> REPORTS = Set.of("progress.reported");

    private final Call call;
    private final ViewBounties bounties;
    private final StreamHub hub;

    public ProgressStreamResource(Call call, ViewBounties bounties, StreamHub hub) {
        this.call = call;
        this.bounties = bounties;
        this.hub = hub;
    }

    @GET
    // Whoever names no type wants the list.
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @Operation(hidden = true)
    public CompletionStage<Void> watch(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext request) {
        Pass pass = call.pass();
        BountyId bounty = PathIds.bounty(id);
        bounties.find(pass.caller(), bounty);
        return hub.open(request, pass, new Hearing(pass.caller(), REPORTS, bounty), lastEventId);
    }
}
