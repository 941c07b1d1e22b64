package io.guildhall.rest.openbounty.admin.work;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.notification.ReplayForReceiver;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.notification.ReplayedJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What receivers of webhooks have missed. */
@Path("/api/admin/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class AdminWebhookResource {

    private final Call call;
    private final ReplayForReceiver replayForReceiver;

    public AdminWebhookResource(Call call, ReplayForReceiver replayForReceiver) {
        this.call = call;
        this.replayForReceiver = replayForReceiver;
    }

    @POST
    @Path("/replay")
    @Idempotent
    @Operation(
            operationId = "replayForReceiver",
            summary = "Send an endpoint of anybody's again what it missed",
            description = "For admins. One delivery, or all since a time, 5000 at once.")
    public RestResponse<ReplayedJson> replay(
            @PathParam("id") String id, ReplayForReceiverJson json) {
        Mandate mandate = call.mandate(Given.text(json.reason()));
        return RestResponse.ok(
                ReplayedJson.of(
                        replayForReceiver.handle(json.command(mandate, PathIds.webhook(id)))));
    }
}
