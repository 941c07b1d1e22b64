package io.guildhall.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the stub's account does when it is asked, and what happens there without us. */
public final class StripeAccount {

    /** What each payment costs, in cents, whatever its amount. */
    public static final long FEE = 59;

    public static final long DISPUTE_FEE = 1_500;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PAGE_OPEN_SECONDS = 86_400;
    private static final Set<String> COUNTRIES = Set.of("US", "DE", "FR", "GB", "KE", "IN");

    private final PublishedApi published;
    private final StripeLedger ledger;
    private final StripeOutgoing outgoing;
    private long now = Instant.now().getEpochSecond();

    StripeAccount(PublishedApi published) {
        this.published = published;
        this.ledger = new StripeLedger(published);
        this.outgoing = new StripeOutgoing(ledger);
    }

    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        Refusal(int status, String code) {
            super(code, null, false, false);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    ObjectNode answer(String call, String path, ObjectNode query, ObjectNode form) {
        return switch (call) {
            case "post /v1/accounts" -> open(form);
            case "get /v1/accounts/{account}" -> known(path).deepCopy();
            case "post /v1/account_links" -> link(form);
            case "post /v1/checkout/sessions" -> session(form).deepCopy();
            case "get /v1/checkout/sessions/{session}" -> shown(known(path), query);
            case "post /v1/transfers" -> outgoing.transfer(form).deepCopy();
            case "get /v1/transfers" ->
                    list(
                            "/v1/transfers",
                            "transfer",
                            "transfer_group",
                            query.path("transfer_group").asText());
            case "post /v1/refunds" -> outgoing.refund(form).deepCopy();
            case "get /v1/refunds" ->
                    list(
                            "/v1/refunds",
                            "refund",
                            "payment_intent",
                            query.path("payment_intent").asText());
            case "get /v1/disputes" ->
                    list(
                            "/v1/disputes",
                            "dispute",
                            "payment_intent",
                            query.path("payment_intent").asText());
            case "get /v1/balance_transactions" -> ledger.lines(query);
            case "get /v1/balance" -> ledger.balanceObject();
            case "get /v1/country_specs/{country}" -> countries(path);
            default -> throw new IllegalStateException("Nobody answers " + call);
        };
    }

    /** What time it is there. */
    public void at(Instant time) {
        now = time.getEpochSecond();
    }

    /** How much money it has, in cents. */
    public long balance() {
        return ledger.balance();
    }

    /** Somebody has put money there, or taken it, and not by us. */
    public void change(long cents) {
        ObjectNode topUp = ledger.make("charge", "py");
        ledger.book("charge", topUp.path("id").asText(), cents, 0);
    }

    /** The payee has said all that is wanted, and where its money goes. */
    public void complete(String account, String fingerprint) {
        ObjectNode known = ledger.get(account);
        known.put("payouts_enabled", true).put("charges_enabled", true);
        known.putObject("capabilities").put("transfers", "active");
        ObjectNode requirements = requirements();
        requirements.putArray("currently_due");
        requirements.putNull("disabled_reason");
        known.set("requirements", requirements);
        ObjectNode bank = MAPPER.createObjectNode();
        bank.put("id", "ba_" + fingerprint)
                .put("object", "bank_account")
                .put("fingerprint", fingerprint)
                .put("country", "US")
                .put("currency", "usd")
                .put("last4", "6789")
                .put("status", "new");
        known.set(
                "external_accounts",
                StripeLedger.list("/v1/accounts/" + account, List.of(bank), false));
    }

    /** Stripe wants to know more, and pays nothing to it meanwhile. */
    public void restrict(String account) {
        ObjectNode known = ledger.get(account);
        known.put("payouts_enabled", false);
        known.putObject("capabilities").put("transfers", "inactive");
        known.set("requirements", requirements());
    }

    /** The payer has paid at the page. */
    public void pay(String session) {
        ObjectNode page = ledger.get(session);
        if (page.path("payment_status").asText().equals("paid")) {
            return;
        }
        JsonNode before = page.path("payment_intent");
        ObjectNode intent = before.isNull() ? intent(page) : ledger.get(before.asText());
        ObjectNode charge = ledger.make("charge", "ch");
        long amount = page.path("amount_total").asLong();
        charge.put("amount", amount)
                .put("amount_captured", amount)
                .put("currency", "usd")
                .put("captured", true)
                .put("paid", true)
                .put("disputed", false)
                .put("status", "succeeded")
                .put("payment_intent", intent.path("id").asText())
                .set("metadata", intent.path("metadata").deepCopy());
        ObjectNode booked = ledger.book("charge", charge.path("id").asText(), amount, FEE);
        charge.put("balance_transaction", booked.path("id").asText());
        intent.put("status", "succeeded").put("latest_charge", charge.path("id").asText());
        page.put("status", "complete")
                .put("payment_status", "paid")
                .putNull("url")
                .put("payment_intent", intent.path("id").asText());
    }

    /** The payer has done its part, and its bank says no. */
    public void failToPay(String session) {
        ObjectNode page = ledger.get(session);
        ObjectNode intent = intent(page);
        intent.put("status", "requires_payment_method");
        page.put("status", "complete").put("payment_status", "unpaid").putNull("url");
    }

    /** The payer has done its part, and its bank says nothing yet. */
    public void promiseToPay(String session) {
        ObjectNode page = ledger.get(session);
        ObjectNode intent = intent(page);
        intent.put("status", "processing");
        page.put("status", "complete").put("payment_status", "unpaid").putNull("url");
    }

    public void expire(String session) {
        ObjectNode page = ledger.get(session);
        if (page.path("status").asText().equals("open")) {
            page.put("status", "expired").putNull("url");
        }
    }

    /** The payer's bank takes all of it back. */
    public void dispute(String session) {
        ObjectNode intent = ledger.get(ledger.get(session).path("payment_intent").asText());
        ObjectNode charge = ledger.get(intent.path("latest_charge").asText());
        long amount = charge.path("amount").asLong();
        ObjectNode dispute = ledger.make("dispute", "du");
        String id = dispute.path("id").asText();
        dispute.put("amount", amount)
                .put("currency", "usd")
                .put("charge", charge.path("id").asText())
                .put("payment_intent", intent.path("id").asText())
                .put("reason", "fraudulent")
                .put("status", "needs_response");
        dispute.putArray("balance_transactions")
                .add(ledger.book("adjustment", id, -amount, DISPUTE_FEE).deepCopy());
        charge.put("disputed", true);
    }

    /** The bank gives it back; Stripe keeps its fee. */
    public void winDispute(String session) {
        ObjectNode dispute = disputeOf(session);
        ArrayNode booked = (ArrayNode) dispute.path("balance_transactions");
        booked.add(
                ledger.book(
                                "adjustment",
                                dispute.path("id").asText(),
                                dispute.path("amount").asLong(),
                                0)
                        .deepCopy());
        dispute.put("status", "won");
    }

    public void loseDispute(String session) {
        disputeOf(session).put("status", "lost");
    }

    /** What Stripe says when something has happened; id and type are the caller's. */
    public String event(String id, String type, String object) {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("id", id)
                .put("object", "event")
                .put("api_version", com.stripe.Stripe.API_VERSION)
                .put("created", now)
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type);
        event.putObject("data").set("object", ledger.get(object).deepCopy());
        return event.toString();
    }

    /** The id of the intent, charge or dispute behind a page. */
    public String behind(String session, String kind) {
        String intent = ledger.get(session).path("payment_intent").asText();
        return switch (kind) {
            case "payment_intent" -> intent;
            case "charge" -> ledger.get(intent).path("latest_charge").asText();
            case "dispute" -> disputeOf(session).path("id").asText();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** The page of one of our payments. */
    public String sessionOf(String payment) {
        return ledger.all(
                        "checkout.session",
                        page -> page.path("client_reference_id").asText().equals(payment))
                .getFirst()
                .path("id")
                .asText();
    }

    /** Pages that are still open close by themselves. */
    public void expireAll() {
        ledger.all(
                        "checkout.session",
                        page ->
                                page.path("status").asText().equals("open")
                                        && page.path("expires_at").asLong() <= now)
                .forEach(page -> expire(page.path("id").asText()));
    }

    /** What has left it, and what came back of that. */
    public StripeOutgoing outgoing() {
        return outgoing;
    }

    public long sessions() {
        return ledger.all("checkout.session", _ -> true).size();
    }

    public long accounts() {
        return ledger.all("account", _ -> true).size();
    }

    private ObjectNode disputeOf(String session) {
        String intent = ledger.get(session).path("payment_intent").asText();
        return ledger.all("dispute", one -> one.path("payment_intent").asText().equals(intent))
                .getFirst();
    }

    private ObjectNode open(ObjectNode form) {
        if (!COUNTRIES.contains(form.path("country").asText())) {
            throw new Refusal(400, "country_unsupported");
        }
        ObjectNode account = ledger.make("account", "acct");
        account.put("country", form.path("country").asText())
                .put("payouts_enabled", false)
                .put("charges_enabled", false)
                .set("metadata", form.path("metadata"));
        account.putObject("capabilities").put("transfers", "inactive");
        account.set("requirements", requirements());
        return account.deepCopy();
    }

    private ObjectNode requirements() {
        ObjectNode requirements = published.sample("account_requirements");
        requirements.putArray("currently_due").add("external_account").add("tos_acceptance.date");
        return requirements.put("disabled_reason", "requirements.past_due");
    }

    private ObjectNode link(ObjectNode form) {
        known(form.path("account").asText());
        ObjectNode link = published.sample("account_link");
        return link.put("created", now)
                .put("expires_at", now + 300)
                .put(
                        "url",
                        "https://connect.stripe.example/setup/" + form.path("account").asText());
    }

    private ObjectNode session(ObjectNode form) {
        JsonNode price = form.path("line_items").get(0).path("price_data");
        ObjectNode session = ledger.make("checkout.session", "cs_test");
        session.put("mode", "payment")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("currency", price.path("currency").asText())
                .put("amount_total", price.path("unit_amount").asLong())
                .put("client_reference_id", form.path("client_reference_id").asText())
                .put("expires_at", now + PAGE_OPEN_SECONDS)
                .put("url", "https://checkout.stripe.example/" + session.path("id").asText())
                .set("metadata", form.path("metadata"));
        session.putNull("payment_intent");
        session.set("payment_intent_data", form.path("payment_intent_data"));
        return session;
    }

    private ObjectNode intent(ObjectNode page) {
        ObjectNode intent = ledger.make("payment_intent", "pi");
        intent.put("amount", page.path("amount_total").asLong())
                .put("currency", "usd")
                .put(
                        "transfer_group",
                        page.path("payment_intent_data").path("transfer_group").asText())
                .set("metadata", page.path("metadata").deepCopy());
        page.put("payment_intent", intent.path("id").asText());
        return intent;
    }

    private ObjectNode shown(ObjectNode session, ObjectNode query) {
        ObjectNode shown = session.deepCopy();
        String intentId = shown.path("payment_intent").asText("");
        if (shown.path("payment_intent").isNull()
                || !StripeLedger.expands(query, "payment_intent")) {
            return shown;
        }
        ObjectNode intent = ledger.get(intentId).deepCopy();
        String chargeId = intent.path("latest_charge").asText("");
        if (ledger.find(chargeId).isPresent()
                && StripeLedger.expands(query, "payment_intent.latest_charge")) {
            ObjectNode charge = ledger.get(chargeId).deepCopy();
            charge.set(
                    "balance_transaction",
                    ledger.get(charge.path("balance_transaction").asText()).deepCopy());
            if (StripeLedger.expands(query, "payment_intent.latest_charge.refunds")) {
                charge.set("refunds", outgoing.refundsOf(intentId));
            }
            intent.set("latest_charge", charge);
        }
        shown.set("payment_intent", intent);
        return shown;
    }

    private ObjectNode list(String url, String object, String field, String value) {
        return StripeLedger.list(
                url,
                ledger.all(object, one -> one.path(field).asText().equals(value)).stream()
                        .map(ObjectNode::deepCopy)
                        .toList(),
                false);
    }

    private ObjectNode countries(String path) {
        ObjectNode spec = published.sample("country_spec");
        spec.put("id", path.substring(path.lastIndexOf('/') + 1));
        ArrayNode served = spec.putArray("supported_transfer_countries");
        COUNTRIES.stream().sorted().forEach(served::add);
        return spec;
    }

    private ObjectNode known(String path) {
        return ledger.find(path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow(() -> new Refusal(404, "resource_missing"));
    }
}
