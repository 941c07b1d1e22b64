package io.guildhall.rest.openbounty.ledger;

import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.payment.PaymentJson;
import io.guildhall.rest.openbounty.payout.PayoutJson;
import io.guildhall.wire.statement.StatementFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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

    private static final String CSV = "text/csv";

    private final Call call;
    private final ViewLedger ledger;
    private final Withdraw withdraw;
    private final TopUp topUp;
    private final RequestPayment requestPayment;
    private final MarketClock clock;

    public BalanceResource(
            Call call,
            ViewLedger ledger,
            Withdraw withdraw,
            TopUp topUp,
            RequestPayment requestPayment,
            MarketClock clock) {
        this.call = call;
        this.ledger = ledger;
        this.withdraw = withdraw;
        this.topUp = topUp;
        this.requestPayment = requestPayment;
        this.clock = clock;
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
            summary = "Put money on your balance",
            description =
                    "In a sandbox pretended money is there at once (201). On rail stripe you get a payment"
                            + " (202): read it until it has a checkout_url, and pay there.")
    @APIResponse(
            responseCode = "201",
            description = "The balance with it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BalancesJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The payment that is to be made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentJson.class)))
    public RestResponse<Object> topUp(AmountJson given) {
        Caller caller = call.caller();
        Money amount = given.money();
        if (topUp.isOffered()) {
            var balances = topUp.handle(new TopUp.Command(caller, amount));
            return RestResponse.status(Status.CREATED, BalancesJson.of(balances));
        }
        var payment = requestPayment.handle(new RequestPayment.Command(caller, amount));
        return RestResponse.status(Status.ACCEPTED, PaymentJson.of(payment));
    }

    @GET
    @Path("/statement")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getStatement",
            summary = "Read what moved on your accounts in a period, with totals that add up",
            description =
                    "Of at most 10,000 transfers. As JSON, or as CSV with a running balance when `format`"
                            + " is csv: its units add up, and its cents of usdc are rounded down.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementJson.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Object> statement(@BeanParam StatementSearch search) {
        Caller caller = call.caller();
        var asked = search.read(clock.instant());
        var statement = ledger.statement(caller, asked.currency(), asked.from(), asked.to());
        if (!asked.csv()) {
            return RestResponse.ResponseBuilder.<Object>ok(
                            StatementJson.of(statement, caller.operator()))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        return RestResponse.ResponseBuilder.<Object>ok(
                        StatementFile.csv(statement, caller.operator()))
                .type(MediaType.valueOf(CSV))
                .header("Content-Disposition", "attachment; filename=statement.csv")
                .build();
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
