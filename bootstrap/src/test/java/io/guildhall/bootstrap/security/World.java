package io.guildhall.bootstrap.security;

import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A market with one of everything that can be somebody's, and callers who have nothing to do with
 * it.
 */
final class World {

    static final String ADMIN = "the-key-that-the-tests-gave-their-admin";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> strangers = new LinkedHashMap<>();
    final String ann;
    final String rex;

    World() {
        ann = operator("ann");
        topUp(ann);
        String workshop = operator("workshop");
        topUp(workshop);
        rex = agent(workshop, "rex");
        strangers();
        bounties(workshop);
        payment();
        project();
        task();
    }

    /** Callers by what they are; none of them has to do with anything here. */
    Map<String, String> strangers() {
        if (!strangers.isEmpty()) {
            return strangers;
        }
        String eve = operator("eve");
        strangers.put("foreign operator", eve);
        strangers.put("foreign agent", agent(eve, "mallory"));
        strangers.put("pod agent", pod());
        String suspended = operator("suspended");
        strangers.put("suspended operator", suspended);
        Knock.post(
                        ADMIN,
                        "/api/admin/operators/"
                                + Knock.get(suspended, "/api/me").at("/id")
                                + "/suspend",
                        "{\"reason\": \"A test\"}")
                .ok();
        String operator = operator("revoked");
        String revoked = agent(operator, "revoked");
        String id = Knock.get(revoked, "/api/me").at("/agent/id");
        Knock.post(operator, "/api/agents/" + id + "/keys", "{\"revoke_others\": true}").ok();
        strangers.put("revoked key", revoked);
        return strangers;
    }

    /** The path with ids of what is not the strangers'; an unknown parameter is an error. */
    String pathOf(Operation operation) {
        String path = operation.path();
        String prefix = prefix(path);
        int open = path.indexOf('{');
        while (open >= 0) {
            String name = path.substring(open + 1, path.indexOf('}'));
            String id = ids.get(name.equals("id") ? prefix : name);
            if (id == null) {
                throw new AssertionError(
                        "Nothing is known that could stand for {%s} of %s %s: make one in World"
                                .formatted(name, operation.method(), operation.path()));
            }
            path = path.replaceFirst("\\{" + name + "}", id);
            open = path.indexOf('{');
        }
        return path;
    }

    static String operator(String name) {
        return Knock.post(
                        null,
                        "/api/operators",
                        "{\"name\": \"%s\", \"email\": \"%s@secret.example.org\"}"
                                .formatted(name, name + COUNT.incrementAndGet()))
                .ok()
                .at("/api_key");
    }

    static String agent(String operator, String name) {
        return Knock.post(operator, "/api/agents", "{\"name\": \"" + name + "\"}")
                .ok()
                .at("/api_key");
    }

    static String pod() {
        return Knock.post(
                        null,
                        "/api/agent/v1/register",
                        "{\"name\": \"pod-%d-%d\", \"capabilities\": [\"review\"]}"
                                .formatted(System.nanoTime(), COUNT.incrementAndGet()))
                .ok()
                .at("/data/api_key");
    }

    static void topUp(String operator) {
        Knock.post(
                        operator,
                        "/api/balance/top-up",
                        "{\"amount_cents\": 1000000, \"currency\": \"usd\"}")
                .ok();
    }

    private String bounty(String more) {
        return Knock.post(
                        ann,
                        "/api/bounties",
                        "{\"title\": \"Port it\", \"acceptance_criteria\": [\"It compiles\"], \"reward_cents\": 5000%s}"
                                .formatted(more))
                .ok()
                .at("/id");
    }

    private void bounties(String workshop) {
        String disputed = bounty(", \"claim_policy\": \"first_come\"");
        Knock.post(rex, "/api/bounties/" + disputed + "/claims", "{}").ok();
        String submitted =
                Knock.post(
                                rex,
                                "/api/bounties/" + disputed + "/submissions",
                                "{\"content\": \"Done\"}")
                        .ok()
                        .at("/id");
        String dispute =
                Knock.post(
                                rex,
                                "/api/disputes",
                                "{\"bounty_id\": \"%s\", \"submission_id\": \"%s\", \"reason\": \"No answer\"}"
                                        .formatted(disputed, submitted))
                        .ok()
                        .at("/id");
        String offer =
                Knock.post(
                                ann,
                                "/api/disputes/" + dispute + "/offers",
                                "{\"agent_share_bps\": 5000}")
                        .ok()
                        .at("/offers/poster/id");
        String bounty = bounty(", \"claim_policy\": \"first_come\"");
        String claim = Knock.post(rex, "/api/bounties/" + bounty + "/claims", "{}").ok().at("/id");
        String submission =
                Knock.post(
                                rex,
                                "/api/bounties/" + bounty + "/submissions",
                                "{\"content\": \"Done\"}")
                        .ok()
                        .at("/id");
        String payout =
                Knock.post(
                                workshop,
                                "/api/balance/withdraw",
                                "{\"amount_cents\": 100, \"currency\": \"usd\"}")
                        .ok()
                        .at("/id");
        String webhook =
                Knock.post(ann, "/api/webhooks", "{\"url\": \"https://example.org/hook\"}")
                        .ok()
                        .at("/id");
        String delivery =
                Knock.post(ann, "/api/webhooks/" + webhook + "/test", "{}")
                        .ok()
                        .text()
                        .replaceAll("(?s).*\"(dlv_[0-9A-Z]{26})\".*", "$1");
        ids.put("/api/bounties", bounty);
        ids.put("/api/claims", claim);
        ids.put("/api/submissions", submission);
        ids.put("/api/disputes", dispute);
        ids.put("offerId", offer);
        ids.put("/api/payouts", payout);
        ids.put("/api/webhooks", webhook);
        ids.put("deliveryId", delivery.startsWith("dlv_") ? delivery : "dlv_" + "0".repeat(26));
        ids.put("/api/agents", Knock.get(rex, "/api/me").at("/agent/id"));
        ids.put("/api/operators", Knock.get(ann, "/api/me").at("/id"));
        ids.put("/api/admin/bounties", bounty);
        ids.put("/api/admin/operators", Knock.get(ann, "/api/me").at("/id"));
        ids.put("/api/admin/agents", Knock.get(rex, "/api/me").at("/agent/id"));
        ids.put("/api/admin/payouts", payout);
        ids.put("/api/admin/webhooks", webhook);
        ids.put("name", "payouts");
        ids.put("/v1/agents", "clagent_" + "0".repeat(26));
        ids.put("/v1/bounties", "clbounty_" + "0".repeat(26));
        ids.put("bountyId", "clbounty_" + "0".repeat(26));
    }

    /**
     * No money comes from outside into a sandbox, so it is kept as the market keeps one that does.
     */
    private void payment() {
        OperatorId payer =
                OpenBountyIds.OPERATOR
                        .off(Knock.get(ann, "/api/me").at("/id"))
                        .map(OperatorId::new)
                        .orElseThrow();
        PaymentId payment = new PaymentId(bean(IdGenerator.class).next());
        bean(Transactions.class)
                .run(() ->
                        bean(Payments.class)
                                .add(
                                        Payment.request(
                                                payment,
                                                payer,
                                                Money.cents(100, Currency.USD),
                                                null,
                                                Rail.STRIPE,
                                                Instant.now())));
        ids.put("/api/payments", OpenBountyIds.PAYMENT.on(payment.value()));
        ids.put("/api/payments/stripe/events", "evt_1");
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    private void project() {
        String owner = pod();
        topUp(owner);
        var created =
                Knock.post(
                                owner,
                                "/api/agent/v1/projects",
                                "{\"title\": \"Build it\", \"description\": \"All of it\","
                                        + " \"budget_cents\": 1000}")
                        .ok();
        String project = created.at("/data/project/id");
        ids.put("projectId", project);
        ids.put(
                "ticketId",
                Knock.post(
                                owner,
                                "/api/agent/v1/tickets",
                                "{\"project_id\": \"%s\", \"title\": \"Implement the endpoint\", \"description\": \"So that everybody can ask for it at any time\"}"
                                        .formatted(project))
                        .ok()
                        .at("/data/id"));
        ids.put(
                "positionId",
                Knock.post(
                                owner,
                                "/api/agent/v1/positions",
                                "{\"project_id\": \"%s\", \"title\": \"Reviewer\", \"description\": \"Reviews\", \"role_level\": \"worker\"}"
                                        .formatted(project))
                        .ok()
                        .at("/data/id"));
        ids.put(
                "knowledgeId",
                Knock.post(
                                owner,
                                "/api/agent/v1/knowledge",
                                "{\"project_id\": \"%s\", \"title\": \"What is known\", \"content\": \"That the parser loses the last row of every file which does not end with a line feed.\", \"category\": \"general\"}"
                                        .formatted(project))
                        .ok()
                        .at("/data/id"));
        ids.put("version", "1");
        ids.put("channelId", created.at("/data/channel/id"));
        ids.put("applicationId", Objects.requireNonNull(ids.get("projectId")));
        ids.put(
                "webhookId",
                Knock.post(
                                owner,
                                "/api/agent/v1/webhooks",
                                "{\"url\": \"https://example.org/pod\", \"events\": [\"ticket_assigned\"]}")
                        .ok()
                        .at("/data/id"));
    }

    private void task() {
        String task = bounty(", \"claim_policy\": \"bid\"");
        var bid =
                Knock.post(
                        rex,
                        "/api/bounties/" + task + "/claims",
                        "{\"proposed_reward_cents\": 4000}");
        ids.put("taskId", uuid(task));
        ids.put("bidId", uuid(bid.ok().at("/id")));
    }

    /** The same id as the doors have it that dress none. */
    private static String uuid(String dressed) {
        return OpenBountyIds.BOUNTY.off("bnt_" + dressed.substring(4)).orElseThrow().toString();
    }

    private static String prefix(String path) {
        int open = path.indexOf("/{");
        return open < 0 ? path : path.substring(0, open);
    }
}
