package io.guildhall.rest.openbounty.admin.work;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.payout.RetryPayout;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openbounty.ReasonJson;
import io.guildhall.rest.openbounty.payout.PayoutJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Everybody's payouts that do not come on. */
@Path("/api/admin/payouts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class AdminPayoutResource {

    private static final List<String> STAGES =
            List.of(
                    "pending",
                    "sending",
                    "confirming",
                    "completed",
                    "failed",
                    "blocked",
                    "returned");

    private final Call call;
    private final ViewPayouts payouts;
    private final RetryPayout retryPayout;

    public AdminPayoutResource(Call call, ViewPayouts payouts, RetryPayout retryPayout) {
        this.call = call;
        this.payouts = payouts;
        this.retryPayout = retryPayout;
    }

    @GET
    @Operation(
            operationId = "listPayoutsInStage",
            summary = "List everybody's payouts in one stage, newest first",
            description = "For admins.")
    public RestResponse<ListJson<PayoutJson>> list(
            @QueryParam("stage")
                    @Parameter(
                            description = "Where they stand.",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "pending",
                                                "sending",
                                                "confirming",
                                                "completed",
                                                "failed",
                                                "blocked",
                                                "returned"
                                            },
                                            defaultValue = "blocked"))
                    @Nullable String stage,
            @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var caller = call.admin();
        QueryReader reader = new QueryReader();
        String given = reader.text("stage", stage);
        String word = given == null ? "blocked" : given;
        if (!STAGES.contains(word)) {
            reader.problem("stage", "must be one of " + String.join(", ", STAGES));
        }
        PageRequest asked = page.read(reader);
        reader.orThrow();
        return ListJson.answer(
                payouts.inStage(caller, word, asked),
                PayoutJson::of,
                (Payout payout) -> Cursor.newestFirst(payout.id().value()),
                uri);
    }

    @POST
    @Path("/{id}/retry")
    @Idempotent
    @Operation(
            operationId = "retryPayout",
            summary = "Have a failed or blocked payout tried again at once",
            description =
                    "For admins. The rail is asked under the same key as before, so that nothing is"
                            + " paid twice. One that was blocked has one attempt more.")
    public RestResponse<PayoutJson> retry(@PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return RestResponse.ok(
                PayoutJson.of(
                        retryPayout.handle(new RetryPayout.Command(mandate, PathIds.payout(id)))));
    }
}
