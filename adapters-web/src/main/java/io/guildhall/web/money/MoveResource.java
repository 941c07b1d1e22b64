package io.guildhall.web.money;

import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.payment.PaymentView;
import io.guildhall.web.payment.RealMoney;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Money comes to a balance, or leaves it. */
@Path("/money")
@WebPage
@RunOnVirtualThread
public class MoveResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewLedger ledger;
    private final Withdraw withdraw;
    private final TopUp topUp;
    private final RequestPayment requestPayment;
    private final RealMoney realMoney;

    public MoveResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewLedger ledger,
            Withdraw withdraw,
            TopUp topUp,
            RequestPayment requestPayment,
            RealMoney realMoney) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.ledger = ledger;
        this.withdraw = withdraw;
        this.topUp = topUp;
        this.requestPayment = requestPayment;
        this.realMoney = realMoney;
    }

    /**
     * @param said what it does, in a sentence
     * @param deed what the button says
     * @param leaves whether it goes to an account of the operator's at a processor
     * @param dollarsOnly whether nothing else can be moved so
     */
    @CheckedTemplate(basePath = "money", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Move(
            Frame frame,
            String action,
            String said,
            String deed,
            boolean leaves,
            boolean dollarsOnly,
            List<BalanceTile> balances,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    /** With what is known to be missing, where somebody comes from something that needs it. */
    @GET
    @Path("top-up")
    public Response askTopUp(
            @QueryParam("amount") @Nullable String amount,
            @QueryParam("currency") @Nullable String currency) {
        visit.caller();
        Form form =
                amount == null
                        ? Form.empty()
                        : Form.of(
                                Map.of(
                                        "amount",
                                        List.of(amount),
                                        "currency",
                                        List.of(Objects.requireNonNullElse(currency, ""))));
        return Answers.ok(topUpPage(form, Complaint.none()));
    }

    @POST
    @Path("top-up")
    public Response topUp(Form form) {
        Caller caller = visit.caller();
        return once.leadOn(
                form,
                () -> Outcome.at(broughtIn(caller, amount(form))),
                UNPROCESSABLE,
                complaint -> topUpPage(form, complaint));
    }

    @GET
    @Path("withdraw")
    public Response askWithdraw() {
        return Answers.ok(withdrawPage(Form.empty(), Complaint.none()));
    }

    @POST
    @Path("withdraw")
    public Response withdraw(Form form) {
        Caller caller = visit.caller();
        return once.leadOn(
                form,
                () -> {
                    var payout = withdraw.handle(new Withdraw.Command(caller, amount(form)));
                    return Outcome.at(
                            Said.WITHDRAWN.at(
                                    "/money/payouts/"
                                            + OpenBountyIds.PAYOUT.on(payout.id().value())));
                },
                UNPROCESSABLE,
                complaint -> withdrawPage(form, complaint));
    }

    /** Pretended money is there at once; what is real has a page of its own until it has come. */
    private String broughtIn(Caller caller, Money amount) {
        if (topUp.isOffered()) {
            topUp.handle(new TopUp.Command(caller, amount));
            return Said.TOPPED_UP.at("/money");
        }
        return PaymentView.path(requestPayment.handle(new RequestPayment.Command(caller, amount)));
    }

    private static Money amount(Form form) {
        Invalid.Check check = new Invalid.Check();
        Currency currency =
                form.text("currency").equals(Currency.USDC.word()) ? Currency.USDC : Currency.USD;
        Money amount = Amounts.read(form.given("amount"), currency, "amount", check);
        check.orThrow();
        return amount;
    }

    private Move topUpPage(Form form, Complaint complaint) {
        return new Move(
                frames.of("Top up", Section.MONEY),
                "/money/top-up",
                topUp.isOffered()
                        ? "This installation is a sandbox: the money is pretended, and nothing real moves."
                        : "You pay at Stripe; the money is on your balance once Stripe has it.",
                topUp.isOffered() ? "Put it on my balance" : "Go on to pay",
                false,
                realMoney.isHere(),
                balances(),
                form,
                complaint);
    }

    private Move withdrawPage(Form form, Complaint complaint) {
        return new Move(
                frames.of("Withdraw", Section.MONEY),
                "/money/withdraw",
                "The amount is set aside at once and sent by a worker; you can follow it as a payout.",
                "Withdraw",
                realMoney.isHere(),
                realMoney.isHere(),
                balances(),
                form,
                complaint);
    }

    private List<BalanceTile> balances() {
        List<Balance> balances = ledger.balances(visit.caller());
        return BalanceTile.of(balances);
    }
}
