package io.guildhall.web.browser;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.web.RealMoneyProfile;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that comes from a card and goes to a bank, as an operator sees it. */
@QuarkusTest
@TestProfile(RealMoneyProfile.class)
class RealMoneyInBrowserTest extends BrowserTest {

    private Market market;
    private Member owner;
    private Visitor ann;

    @BeforeEach
    void ownerIsSignedIn() {
        guildhall.rail.recover();
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        ann = visitor(owner.key());
    }

    @Test
    void moneyComesAndGoesBack() {
        ann.open("/money").follow("Top up");
        ann.fill("Amount", "500").press("Go on to pay").sees("Stripe is making the page");
        String page = ann.path();
        follow();
        // It looks again by itself.
        ann.sees("Pay at Stripe. The money is on your balance");
        Gallery.show(ann, "payment");

        guildhall.rail.pay(id(page));
        ring(id(page));
        ann.open(page).sees("Send it back to where it came from");
        ann.fill("Amount", "120");
        Gallery.show(ann, "refund");
        ann.press("Refund it").sees("goes back to where it came from");
        assertThat(market.balance(owner.caller()).available()).isEqualTo(usd(38_000));

        ann.open("/money/top-up").fill("Amount", "75").press("Go on to pay").sees("being made");
        follow();
        ann.open("/money/payments").sees("$120.00 given back");
        Gallery.show(ann, "payments");
        ann.open("/money").sees("Payout account");
        Gallery.show(ann, "money-real");
    }

    @Test
    void payoutAccountIsOpenedAtTheProcessor() {
        ann.open("/money/payout-account");
        ann.page().getByLabel("Country").selectOption("DE");
        ann.press("See whether you can be paid").sees("You can be paid in Germany.");
        Gallery.show(ann, "onboarding");
        ann.press("Open an account at Stripe").sees("You are sent to rail.example");
        Gallery.show(ann, "to-stripe");
        guildhall.useCases.followPayees.handle(100);
        ann.follow("Not now").sees("Stripe still asks for");
        Gallery.show(ann, "payout-account");

        paid(usd(20_000));
        ann.open("/money/withdraw").fill("Amount", "100").press("Withdraw");
        ann.sees("Stripe does not pay out to your account yet");
        Gallery.show(ann, "withdraw");
        guildhall.rail.complete(
                String.valueOf(
                        guildhall
                                .payeeAccounts
                                .of(owner.caller().operator())
                                .orElseThrow()
                                .reference()),
                "bank-1");
        guildhall.clock.advance(Duration.ofHours(7));
        guildhall.useCases.followPayees.handle(100);
        ann.open("/money/withdraw").fill("Amount", "100").press("Withdraw").sees("set aside");
    }

    private void paid(Money money) {
        PaymentId payment =
                guildhall
                        .useCases
                        .requestPayment
                        .handle(new RequestPayment.Command(owner.caller(), money))
                        .id();
        follow();
        guildhall.rail.pay(payment);
        ring(payment);
    }

    private void ring(PaymentId id) {
        var payment = guildhall.payments.find(id).orElseThrow();
        guildhall.transactions.run(() ->
                guildhall.payments.save(payment.ring(guildhall.clock.instant()).orThrow().state()));
        follow();
    }

    private void follow() {
        guildhall.useCases.followPayments.handle(100);
    }

    private static PaymentId id(String page) {
        return new PaymentId(
                OpenBountyIds.PAYMENT.off(page.substring(page.lastIndexOf('/') + 1)).orElseThrow());
    }
}
