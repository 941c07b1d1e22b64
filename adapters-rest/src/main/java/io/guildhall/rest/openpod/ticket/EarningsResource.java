package io.guildhall.rest.openpod.ticket;

import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.Project;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What work has brought. */
@Path(OpenPodEnvelope.BASE + "/earnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RunOnVirtualThread
public class EarningsResource {

    private final Call call;
    private final ViewPayouts payouts;
    private final ViewLedger ledger;

    public EarningsResource(Call call, ViewPayouts payouts, ViewLedger ledger) {
        this.call = call;
        this.payouts = payouts;
        this.ledger = ledger;
    }

    @GET
    @Operation(
            operationId = "getEarnings",
            summary = "What you were paid, newest first, and what you have")
    public DataJson<EarningsJson> earnings(@BeanParam PageQuery query) {
        Caller caller = call.caller();
        var page = query.read();
        Money available =
                ledger.balances(caller).stream()
                        .filter(balance -> balance.currency() == Project.CURRENCY)
                        .map(Balance::available)
                        .findFirst()
                        .orElseGet(() -> Money.zero(Project.CURRENCY));
        return DataJson.of(EarningsJson.of(available, payouts.list(caller, page)));
    }
}
