package io.guildhall.rest.openbounty.escrow;

import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.rest.gate.Call;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the contract and this market agree; for admins. */
@Path("/api/escrow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escrow")
@RunOnVirtualThread
public class ContractResource {

    private final Call call;
    private final Reconcile reconcile;
    private final ViewEscrow escrow;

    public ContractResource(Call call, Reconcile reconcile, ViewEscrow escrow) {
        this.call = call;
        this.reconcile = reconcile;
        this.escrow = escrow;
    }

    @GET
    @Path("/reconciliation")
    @Operation(
            operationId = "reconcileEscrow",
            summary = "Compare the contract, the ledger and our bounties now",
            description =
                    "For admins. Each difference is named; what is only under way is counted apart. The"
                            + " same is done each night and goes to the log.")
    public ReconciliationJson reconcile() {
        return ReconciliationJson.of(reconcile.handle(call.caller()));
    }

    @GET
    @Path("/frozen")
    @Operation(
            operationId = "listFrozenBounties",
            summary = "List the bounties about which the contract and this market do not agree",
            description = "For admins.")
    public FrozenBountiesJson frozen() {
        return FrozenBountiesJson.of(escrow.frozen(call.caller()));
    }
}
