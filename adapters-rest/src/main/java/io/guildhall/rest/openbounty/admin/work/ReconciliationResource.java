package io.guildhall.rest.openbounty.admin.work;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.ReasonJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the books of all rails agree. */
@Path("/api/admin/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class ReconciliationResource {

    private final Call call;
    private final ReconcileRails reconcileRails;

    public ReconciliationResource(Call call, ReconcileRails reconcileRails) {
        this.call = call;
        this.reconcileRails = reconcileRails;
    }

    @POST
    @Operation(
            operationId = "reconcileRails",
            summary = "Compare the ledger and every rail that is on, now",
            description =
                    "For admins. Books nothing; a processor is asked once more about what differs."
                            + " A rail that cannot be reached is told of and keeps the others from"
                            + " nothing.")
    public RailsReconciledJson reconcile(ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return RailsReconciledJson.of(reconcileRails.handle(new ReconcileRails.Command(mandate)));
    }
}
