package io.guildhall.rest.openbounty.ledger;

import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.payout.PayoutJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** An operator's money. */
@Path("/api/balance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Balance")
@RunOnVirtualThread
public class BalanceResource {

    private final Call call;
    private final ViewLedger ledger;
    private final Withdraw withdraw;
    private final Instance<TopUp> topUp;

    /**
     * @param topUp there in sandbox installations only
     */
    public BalanceResource(Call call, ViewLedger ledger, Withdraw withdraw, Instance<TopUp> topUp) {
        this.call = call;
        this.ledger = ledger;
        this.withdraw = withdraw;
        this.topUp = topUp;
    }

    @GET
    @Operation(operationId = "getBalance", summary = "See your operator's balance")
    public BalancesJson balance() {
        return BalancesJson.of(ledger.balances(call.caller()));
    }

    @POST
    @Path("/top-up")
    @Idempotent
    @Operation(
            operationId = "topUp",
            summary = "Put pretended money on your balance",
            description = "In sandbox installations only; elsewhere there is no such resource.")
    @APIResponseSchema(
            value = BalancesJson.class,
            responseCode = "201",
            responseDescription = "The balance with it")
    public RestResponse<BalancesJson> topUp(AmountJson given) {
        Caller caller = call.caller();
        if (!topUp.isResolvable()) {
            throw new NotFoundException("Top-ups exist in sandbox installations only");
        }
        Money amount = given.money();
        var balances = topUp.get().handle(new TopUp.Command(caller, amount));
        return RestResponse.status(Status.CREATED, BalancesJson.of(balances));
    }

    @POST
    @Path("/withdraw")
    @Idempotent
    @Operation(
            operationId = "withdraw",
            summary = "Take money out of your balance",
            description = "It is set aside at once and sent by a worker; follow the payout.")
    @APIResponseSchema(
            value = PayoutJson.class,
            responseCode = "201",
            responseDescription = "The payout that carries it out")
    public RestResponse<PayoutJson> withdraw(AmountJson given) {
        Caller caller = call.caller();
        Money amount = given.money();
        var payout = withdraw.handle(new Withdraw.Command(caller, amount));
        return RestResponse.status(Status.CREATED, PayoutJson.of(payout));
    }
}
