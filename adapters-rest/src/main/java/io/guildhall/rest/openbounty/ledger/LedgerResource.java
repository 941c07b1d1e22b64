package io.guildhall.rest.openbounty.ledger;

import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.payment.ViewReserves;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where every cent is. */
@Path("/api/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@RunOnVirtualThread
public class LedgerResource {

    private final Call call;
    private final ViewLedger ledger;
    private final ViewReserves reserves;

    public LedgerResource(Call call, ViewLedger ledger, ViewReserves reserves) {
        this.call = call;
        this.ledger = ledger;
        this.reserves = reserves;
    }

    @GET
    @Path("/entries")
    @Operation(
            operationId = "listLedgerEntries",
            summary = "List the entries of your operator's accounts, newest first")
    public RestResponse<ListJson<EntryJson>> entries(
            @BeanParam EntriesQuery page, @Context UriInfo uri) {
        Caller caller = call.caller();
        return ListJson.answer(
                ledger.entries(caller, page.read()),
                entry -> EntryJson.of(entry, caller.operator()),
                entry -> Cursor.newestFirst(entry.transfer().id().value()),
                uri);
    }

    @GET
    @Path("/proof")
    @Operation(
            operationId = "proveLedger",
            summary = "Count the whole ledger again",
            description = "Sums only, of all accounts of this installation.")
    public ProofJson proof() {
        call.caller();
        return ProofJson.of(ledger.proof());
    }

    @GET
    @Path("/reserves")
    @SecurityRequirements
    @Operation(
            operationId = "listReserves",
            summary = "See what lies behind the money of this market",
            description =
                    "For everybody: what each rail held by its own word when its books were last compared"
                            + " with the ledger, each night at least, beside what the ledger owed.")
    public ReservesJson reserves() {
        return ReservesJson.of(reserves.handle());
    }
}
