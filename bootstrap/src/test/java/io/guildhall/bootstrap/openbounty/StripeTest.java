package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.bootstrap.console.ConsoleVisitor;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.payments.stripe.StripeAccount;
import io.guildhall.payments.stripe.StripeStub;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import io.guildhall.persistence.PostgresForTests;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on PostgreSQL and Stripe: money comes, is held, is paid, and leaves. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithStripe.class)
class StripeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> BECAUSE = Map.of("reason", "The month is over");
    private static final AtomicInteger EVENTS = new AtomicInteger();

    private StripeStub stripe;

    @BeforeEach
    void startStripe() {
        stripe = WithStripe.start();
        stripe.account().at(Instant.now());
    }

    @AfterEach
    void stripeHadNothingToComplainOf() {
        assertThat(stripe.complaints()).isEmpty();
        stripe.close();
    }

    @Test
    void moneyComesByStripesPageAndIsBookedOnce() {
        Party ann = Market.operator("ann");
        Answer asked =
                ann.with("Idempotency-Key", "one")
                        .post("/api/balance/top-up", Map.of("amount_cents", 20_000));
        String payment = asked.is(202).text("id");
        assertThat(
                        ann.with("Idempotency-Key", "one")
                                .post("/api/balance/top-up", Map.of("amount_cents", 20_000))
                                .is(202)
                                .text("id"))
                .isEqualTo(payment);
        assertThat(opened(ann, payment).text("checkout_url")).startsWith("https://checkout.");
        assertThat(Balance.of(ann).available()).isZero();

        String session = stripe.account().sessionOf(key(payment));
        stripe.account().pay(session);
        String event =
                stripe.account()
                        .event(
                                "evt_" + EVENTS.incrementAndGet(),
                                "checkout.session.completed",
                                session);
        tell(event).is(202);
        tell(event).is(202);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Balance.of(ann).available()).isEqualTo(20_000));
        assertThat(ann.get("/api/payments/" + payment).is(200).text("stage")).isEqualTo("received");
        assertThat(ann.get("/api/payments").is(200).items()).hasSize(1);
        Market.operator("bob").get("/api/payments/" + payment).is(404);
        Answer proof = ann.get("/api/ledger/proof").is(200);
        assertThat(proof.field("balances").asBoolean()).isTrue();
    }

    @Test
    void whatStripeHasNotSignedIsRefused() {
        String body = "{\"id\":\"evt_x\",\"type\":\"charge.updated\"}";
        Visitor anybody = Visitor.anonymous();

        anybody.send("POST", "/api/payments/stripe/webhook", body).is(401);
        anybody.with(
                        "Stripe-Signature",
                        StripeStub.signature(body, Instant.now().minusSeconds(600)))
                .send("POST", "/api/payments/stripe/webhook", body)
                .is(401);
        anybody.with("Stripe-Signature", StripeStub.signature(body + " ", Instant.now()))
                .send("POST", "/api/payments/stripe/webhook", body)
                .is(401);
        String replay = "/api/payments/stripe/events/evt_x/replay";
        Market.operator("ann").post(replay, BECAUSE).is(403);
        WithAdmin.admin().post(replay, Map.of()).is(422);
        WithAdmin.admin().post(replay, BECAUSE).is(404);
    }

    @Test
    void bountyOpensWhenWhatItNeedsHasCome() {
        Party ann = Market.operator("ann");
        Answer posted = ann.post("/api/bounties", Market.posting(15_000, "first_come")).is(201);
        assertThat(posted.text("status")).isEqualTo("awaiting_funding");
        String bounty = posted.text("id");

        Answer payment = ann.post("/api/bounties/" + bounty + "/fund").is(202);
        assertThat(payment.text("bounty_id")).isEqualTo(bounty);
        assertThat(payment.number("amount_cents")).isEqualTo(15_000);
        assertThat(ann.post("/api/bounties/" + bounty + "/fund").is(202).text("id"))
                .isEqualTo(payment.text("id"));
        pay(ann, payment.text("id"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ann.get("/api/bounties/" + bounty).is(200).text("status"))
                                .isEqualTo("open"));
        assertThat(Balance.of(ann)).isEqualTo(new Balance(0, 15_000, 0));
    }

    @Test
    void moneyLeavesToAnAccountThatStripePays() throws IOException, InterruptedException {
        Party bob = Market.operator("bob");
        pay(bob, topUp(bob, 9_000));
        assertThat(withdraw(bob, 4_000).isRefusal(409, "conflict").text("reason"))
                .isEqualTo("payout_account_needed");
        assertThat(
                        bob.get("/api/payments/eligibility?country=KP")
                                .is(200)
                                .field("eligible")
                                .asBoolean())
                .isFalse();
        bob.post("/api/payments/onboarding-link", Map.of("country", "KP"))
                .isRefusal(409, "conflict");

        Answer link = bob.post("/api/payments/onboarding-link", Map.of("country", "DE")).is(200);
        String account = link.text("url").replaceFirst(".*/", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Answer shown = bob.get("/api/payments/account").is(200);
                    assertThat(shown.text("status")).isEqualTo("incomplete");
                    assertThat(shown.words("required")).contains("external_account");
                });
        stripe.account().complete(account, "print1");
        tell(stripe.account().event("evt_" + EVENTS.incrementAndGet(), "account.updated", account))
                .is(202);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(bob.get("/api/payments/account").is(200).text("status"))
                                .isEqualTo("payable"));

        stripe.trouble(call -> call.equals("post /v1/transfers"));
        stripe.next(Trouble.SILENT_AFTER);
        String payout = withdraw(bob, 4_000).is(201).text("id");
        awaitStage(bob, payout, "completed");
        assertThat(stripe.account().outgoing().transfers()).isOne();
        assertThat(Balance.of(bob)).isEqualTo(new Balance(5_000, 0, 0));
        statementAddsUp(bob);
    }

    @Test
    void refundThatFailsLaterIsOnTheBalanceAgain() {
        Party ann = Market.operator("ann");
        String payment = topUp(ann, 8_000);
        pay(ann, payment);
        String refund =
                ann.post("/api/payments/" + payment + "/refund", Map.of("amount_cents", 3_000))
                        .is(201)
                        .text("id");
        awaitStage(ann, refund, "completed");
        assertThat(Balance.of(ann)).isEqualTo(new Balance(5_000, 0, 0));
        PayoutId known = new PayoutId(OpenBountyIds.PAYOUT.off(refund).orElseThrow());

        stripe.account().outgoing().failRefund(known);
        tell(stripe.account()
                        .event(
                                "evt_" + EVENTS.incrementAndGet(),
                                "refund.failed",
                                stripe.account().outgoing().refundOf(known)))
                .is(202);

        awaitStage(ann, refund, "returned");
        assertThat(Balance.of(ann)).isEqualTo(new Balance(8_000, 0, 0));
        assertThat(ann.get("/api/payouts/" + refund).is(200).text("reason"))
                .isEqualTo("refund_expired_or_canceled_card");
        assertThat(ann.get("/api/payments/" + payment).is(200).number("given_back_cents")).isZero();
    }

    @Test
    void chargebackOfSpentMoneyIsOwed() {
        Party ann = Market.operator("ann");
        String payment = topUp(ann, 15_000);
        pay(ann, payment);
        ann.post("/api/bounties", Market.posting(15_000, "first_come")).is(201);
        String session = stripe.account().sessionOf(key(payment));
        stripe.account().dispute(session);
        tell(stripe.account()
                        .event(
                                "evt_" + EVENTS.incrementAndGet(),
                                "charge.dispute.created",
                                stripe.account().behind(session, "dispute")))
                .is(202);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        ann.get("/api/payments/" + payment)
                                                .is(200)
                                                .number("charged_back_cents"))
                                .isEqualTo(15_000));
        Answer refused = ann.post("/api/bounties", Market.posting(100, "first_come"));
        assertThat(refused.isRefusal(409, "conflict").text("reason")).isEqualTo("in_debt");
        assertThat(refused.text("message")).contains("150.00 usd");
    }

    @Test
    void nothingIsPretendedBesideRealMoney() {
        WithAdmin.admin().get("/api/test/clock").is(404);
    }

    @Test
    void booksOfStripeAndOursAreCompared() {
        Party ann = Market.operator("ann");
        ann.post("/api/payments/reconciliation", BECAUSE).is(403);
        String payment = topUp(ann, 20_000);
        pay(ann, payment);

        Answer paid = WithAdmin.admin().post("/api/payments/reconciliation", BECAUSE).is(200);

        // What other tests left is at a Stripe that is gone: each of it is named.
        assertThat(paid.number("held_cents")).isEqualTo(20_000 - StripeAccount.FEE);
        assertThat(differing(paid, "id")).doesNotContain(payment);

        stripe.account().change(-1_234);
        Answer report = WithAdmin.admin().post("/api/payments/reconciliation", BECAUSE).is(200);

        assertThat(report.number("held_cents")).isEqualTo(20_000 - StripeAccount.FEE - 1_234);
        assertThat(report.field("agrees").asBoolean()).isFalse();
        assertThat(differing(report, "line"))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).endsWith(" (charge)"));
        var reserves = Visitor.anonymous().get("/api/ledger/reserves").is(200).list("rails");
        assertThat(reserves).hasSize(1);
        assertThat(reserves.getFirst().get("held_cents")).isEqualTo(report.field("held_cents"));
        assertThat(reserves.getFirst().get("owed_cents")).isEqualTo(report.field("owed_cents"));
    }

    @Test
    void stripeIsAmongTheRailsThatAreReconciledAndTold() {
        Party ann = Market.operator("ann");
        String bounty =
                ann.post("/api/bounties", Market.posting(15_000, "first_come")).is(201).text("id");

        assertThat(
                        WithAdmin.admin()
                                .post("/api/admin/reconciliation", BECAUSE)
                                .is(200)
                                .list("rails"))
                .extracting(rail -> rail.get("rail").asText())
                .contains("ledger", "stripe");
        assertThat(WithAdmin.admin().get("/api/admin/bounties/" + bounty).is(200).list("rails"))
                .extracting(rail -> rail.get("rail").asText())
                .contains("stripe");
    }

    private static void statementAddsUp(Party bob) throws IOException, InterruptedException {
        Answer statement = bob.get("/api/balance/statement?format=json").is(200);
        long sum = statement.field("opening").get("cents").asLong();
        for (var entry : statement.list("entries")) {
            sum += entry.get("amount_cents").asLong();
        }
        assertThat(sum)
                .isEqualTo(statement.field("closing").get("cents").asLong())
                .isEqualTo(5_000);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String csv =
                    client.send(
                                    HttpRequest.newBuilder(
                                                    Visitor.service()
                                                            .resolve(
                                                                    "/api/balance/statement?format=csv"))
                                            .header("Authorization", "Bearer " + bob.key())
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            assertThat(csv.lines().skip(1).findFirst().orElseThrow()).contains("opening");
            assertThat(csv.lines().toList().getLast()).contains("closing").endsWith(",5000");
        }
        bob.get("/api/balance/statement?from=yesterday").isRefusal(400, "bad_request");
    }

    @Test
    void consoleLeadsToStripesPageAndMakesUpNoMoney() {
        Party ann = Market.operator("ann");
        var browser = ConsoleVisitor.signedIn(ann.key());
        String page =
                browser.send(
                                "/money/top-up",
                                "/money/top-up",
                                Map.of("amount", "50.00", "currency", "usd"))
                        .header("Location");
        assertThat(page).startsWith("/money/payments/pmt_");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(browser.get(page).asString()).contains("Pay at Stripe"));
        assertThat(Balance.of(ann).available()).isZero();

        pay(ann, page.substring(page.lastIndexOf('/') + 1));
        assertThat(browser.get(page).asString()).contains("The money is on your balance");
        assertThat(Balance.of(ann).available()).isEqualTo(5_000);
        assertThat(ConsoleVisitor.signedIn(Market.operator("bob").key()).get(page).statusCode())
                .isEqualTo(404);

        String bounty =
                ann.post("/api/bounties", Market.posting(15_000, "first_come")).is(201).text("id");
        assertThat(
                        browser.send(
                                        "/bounties/" + bounty,
                                        "/bounties/" + bounty + "/fund",
                                        Map.of())
                                .header("Location"))
                .startsWith("/money/payments/pmt_");
        assertThat(ann.get("/api/payments").is(200).items()).hasSize(2);
    }

    /** What is named in the differences under that word. */
    private static List<String> differing(Answer report, String word) {
        return report.list("differences").stream()
                .filter(difference -> difference.hasNonNull(word))
                .map(difference -> difference.get(word).asText())
                .toList();
    }

    private String topUp(Party operator, long cents) {
        return operator.post("/api/balance/top-up", Map.of("amount_cents", cents))
                .is(202)
                .text("id");
    }

    private void pay(Party payer, String payment) {
        opened(payer, payment);
        String session = stripe.account().sessionOf(key(payment));
        stripe.account().pay(session);
        tell(stripe.account()
                        .event(
                                "evt_" + EVENTS.incrementAndGet(),
                                "checkout.session.completed",
                                session))
                .is(202);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(payer.get("/api/payments/" + payment).is(200).text("stage"))
                                .isEqualTo("received"));
    }

    private static Answer opened(Party payer, String payment) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(payer.get("/api/payments/" + payment).is(200).text("stage"))
                                .isEqualTo("open"));
        return payer.get("/api/payments/" + payment).is(200);
    }

    private static void awaitStage(Party payee, String payout, String stage) {
        await().atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(() ->
                        assertThat(payee.get("/api/payouts/" + payout).is(200).text("stage"))
                                .isEqualTo(stage));
    }

    private static Answer withdraw(Party operator, long cents) {
        return operator.post("/api/balance/withdraw", Map.of("amount_cents", cents));
    }

    private static Answer tell(String event) {
        return Visitor.anonymous()
                .with("Stripe-Signature", StripeStub.signature(event, Instant.now()))
                .send("POST", "/api/payments/stripe/webhook", event);
    }

    /** Under which Stripe knows it. */
    private static String key(String payment) {
        UUID id = OpenBountyIds.PAYMENT.off(payment).orElseThrow();
        return new PaymentId(id).toString();
    }
}
