package io.guildhall.bootstrap.security;

import io.guildhall.bootstrap.mergebounty.AgentWallet;
import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.wire.id.MergeBountyIds;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A market with one of everything that can be somebody's, whoever that is, and callers who have
 * nothing to do with it.
 */
final class World {

    static final String ADMIN = "the-key-that-the-tests-gave-their-admin";

    /** It stands in whatever is between a few. */
    static final String IN_CONFIDENCE = "said-in-confidence";

    /** What a request names in its query or its body, and under what it is known here. */
    private static final Map<String, String> NAMED =
            Map.of(
                    "agent_id", "/api/agents",
                    "bounty_id", "/api/bounties",
                    "channel_id", "channelId",
                    "position_id", "positionId",
                    "project_id", "projectId",
                    "submission_id", "/api/submissions");

    /** Those of them that lie inside another that is named with them. */
    private static final Set<String> INSIDE = Set.of("channel_id", "submission_id");

    /** Those whose ids are nobody else's to see. */
    private static final List<String> HIDDEN =
            List.of(
                    "/api/agents",
                    "/api/payments",
                    "/api/payouts",
                    "/api/submissions",
                    "/api/webhooks",
                    "/v1/agents",
                    "applicationId",
                    "channelId",
                    "deliveryId",
                    "knowledgeId",
                    "ticketId",
                    "webhookId");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, String> doers = new LinkedHashMap<>();
    private final Map<String, String> strangers = new LinkedHashMap<>();
    private final String ann;
    private final String workshop;
    private final String rex;
    private final Signer signer;

    World() {
        ann = operator("ann");
        topUp(ann);
        workshop = operator("workshop");
        topUp(workshop);
        rex = agent(workshop, "rex");
        strangers();
        bounty();
        dispute();
        task();
        webhook();
        money();
        parties();
        project();
        contract();
        signer = walletAgent();
    }

    /** An agent's wallet, and the key that names the agent in what it signs. */
    private record Signer(AgentWallet wallet, String accessKey) {

        String[] headers(String method, String path, @Nullable String body) {
            String timestamp = Long.toString(Instant.now().toEpochMilli());
            String nonce = UUID.randomUUID().toString();
            String text =
                    String.join(
                            "|",
                            method,
                            path,
                            Digest.of(body == null ? "" : body).hex().substring(2),
                            timestamp,
                            nonce);
            return new String[] {
                "X-Agent-Access-Key",
                accessKey,
                "X-Agent-Signature",
                wallet.sign(text),
                "X-Agent-Timestamp",
                timestamp,
                "X-Agent-Nonce",
                nonce
            };
        }
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
                        "/api/admin/operators/" + idOf(suspended) + "/suspend",
                        "{\"reason\": \"A test\"}")
                .ok();
        String operator = operator("revoked");
        String revoked = agent(operator, "revoked");
        Knock.post(
                        operator,
                        "/api/agents/" + agentIdOf(revoked) + "/keys",
                        "{\"revoke_others\": true}")
                .ok();
        strangers.put("revoked key", revoked);
        return strangers;
    }

    /** Whether it is about something that is somebody's, wherever it says about what. */
    static boolean isAboutSomething(Operation operation) {
        return operation.path().contains("{")
                || operation.fields().stream().anyMatch(NAMED::containsKey);
    }

    /** How many things of the path are each inside of the one before. */
    static int depth(Operation operation) {
        return operation.path().split("\\{", -1).length - 1;
    }

    /**
     * The path with ids of what is not the strangers', and what the query can name; an unknown
     * parameter is an error.
     */
    String pathOf(Operation operation) {
        return pathOf(operation, this);
    }

    /**
     * @param inside whose world that is from which come the things inside the first
     */
    String pathOf(Operation operation, World inside) {
        String path = operation.path();
        String prefix = prefix(path);
        World from = this;
        int open = path.indexOf('{');
        while (open >= 0) {
            String name = path.substring(open + 1, path.indexOf('}'));
            path = path.replaceFirst("\\{" + name + "}", from.id(operation, name, prefix));
            open = path.indexOf('{');
            from = inside;
        }
        return path + (operation.isRead() ? query(operation, inside) : "");
    }

    /** As {@link Operation#body}, and it names what is not the strangers'. */
    @Nullable String bodyOf(Operation operation) {
        return bodyOf(operation, this);
    }

    @Nullable String bodyOf(Operation operation, World inside) {
        String body = operation.body();
        return body == null
                ? null
                : Knock.merged(
                        body,
                        NAMED.keySet().stream()
                                .map(field ->
                                        "\"%s\": \"%s\"".formatted(field, named(field, inside)))
                                .collect(Collectors.joining(", ", "{", "}")));
    }

    /** The key of whoever may do it with what is named: its owner, or who works on it. */
    String ownerOf(Operation operation) {
        String doer = doers.get(operation.id());
        return doer != null ? doer : known(owners, whatIsNamed(operation), operation);
    }

    /** What else shows who asks, where an agent's wallet has to sign. */
    String[] signatureOf(Operation operation, String path, @Nullable String body) {
        return operation.isSigned()
                ? signer.headers(operation.method(), path, body)
                : new String[0];
    }

    /** Ids that no list shows to strangers. */
    List<String> hidden() {
        return HIDDEN.stream().map(what -> Objects.requireNonNull(ids.get(what), what)).toList();
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

    private String id(Operation operation, String name, String prefix) {
        String what = name.equals("id") ? prefix : name;
        return ids.containsKey(operation.id())
                ? known(ids, operation.id(), operation)
                : known(ids, what, operation);
    }

    private String query(Operation operation, World inside) {
        String query =
                operation.fields().stream()
                        .filter(NAMED::containsKey)
                        .sorted()
                        .map(field -> field + "=" + named(field, inside))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private String named(String field, World inside) {
        World from = INSIDE.contains(field) ? inside : this;
        return Objects.requireNonNull(from.ids.get(NAMED.get(field)), field);
    }

    private static String whatIsNamed(Operation operation) {
        String path = operation.path();
        int open = path.indexOf('{');
        if (open >= 0) {
            String name = path.substring(open + 1, path.indexOf('}'));
            return name.equals("id") ? prefix(path) : name;
        }
        return operation.fields().stream()
                .filter(NAMED::containsKey)
                .map(field -> Objects.requireNonNull(NAMED.get(field)))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static String known(Map<String, String> among, String what, Operation operation) {
        String found = among.get(what);
        if (found == null) {
            throw new AssertionError(
                    "Nothing is known of {%s} of %s %s: make one in World, and say whose it is"
                            .formatted(what, operation.method(), operation.path()));
        }
        return found;
    }

    private void own(String what, String id, String owner) {
        ids.put(what, id);
        owners.put(what, owner);
    }

    private void does(String doer, String... operations) {
        for (String operation : operations) {
            doers.put(operation, doer);
        }
    }

    private static String post(String key, String path, String body) {
        return Knock.post(key, path, body).ok().at("/id");
    }

    private String posted(String more) {
        return post(
                ann,
                "/api/bounties",
                ("{\"title\": \"Port it\", \"acceptance_criteria\": [\"It compiles\"],"
                                + " \"reward_cents\": 5000%s}")
                        .formatted(more));
    }

    private String claimed(String bounty, String more) {
        return post(
                rex,
                "/api/bounties/" + bounty + "/claims",
                "{\"cover_letter\": \"%s\"%s}".formatted(IN_CONFIDENCE, more));
    }

    private String submitted(String bounty) {
        return post(
                rex,
                "/api/bounties/" + bounty + "/submissions",
                "{\"content\": \"Done, %s\"}".formatted(IN_CONFIDENCE));
    }

    private static String trace() {
        return "{\"event\": \"begun\", \"message\": \"%s\", \"visibility\": \"private\"}"
                .formatted(IN_CONFIDENCE);
    }

    /** One that rex works on, and whose poster has the work before it. */
    private void bounty() {
        String bounty = posted(", \"claim_policy\": \"first_come\"");
        String claim = claimed(bounty, "");
        post(rex, "/api/bounties/" + bounty + "/progress", trace());
        own("/api/bounties", bounty, ann);
        own("/api/admin/bounties", bounty, ADMIN);
        own("/api/claims", claim, ann);
        own("/api/submissions", submitted(bounty), ann);
        does(rex, "claimBounty", "submitWork", "reportProgress", "releaseClaim", "withdrawClaim");
        does(ADMIN, "unfreezeBounty", "unfreezeBountyAsAdmin");
    }

    private void dispute() {
        String bounty = posted(", \"claim_policy\": \"first_come\"");
        claimed(bounty, "");
        String dispute =
                post(
                        rex,
                        "/api/disputes",
                        ("{\"bounty_id\": \"%s\", \"submission_id\": \"%s\","
                                        + " \"reason\": \"No answer, %s\"}")
                                .formatted(bounty, submitted(bounty), IN_CONFIDENCE));
        String offer =
                Knock.post(
                                ann,
                                "/api/disputes/" + dispute + "/offers",
                                "{\"agent_share_bps\": 5000}")
                        .ok()
                        .at("/offers/poster/id");
        String arbiter = operator("arbiter");
        Knock.send(
                        ADMIN,
                        "PUT",
                        "/api/operators/" + idOf(arbiter) + "/roles",
                        "{\"roles\": [\"arbiter\"], \"reason\": \"A test\"}")
                .ok();
        own("/api/disputes", dispute, ann);
        ids.put("offerId", offer);
        does(rex, "acceptOffer", "withdrawDispute");
        does(arbiter, "resolveDispute");
        does(ann, "listDisputes");
    }

    /** One that rex has by the bid that was taken. */
    private void task() {
        String task = posted(", \"claim_policy\": \"bid\"");
        String bid = claimed(task, ", \"proposed_reward_cents\": 4000");
        Knock.post(ann, "/api/claims/" + bid + "/approve", "{}").ok();
        Knock.post(rex, "/v1/tasks/" + uuid(task) + "/progress", trace()).ok();
        own("taskId", uuid(task), rex);
        ids.put("bidId", uuid(bid));
    }

    private void webhook() {
        String webhook =
                post(
                        ann,
                        "/api/webhooks",
                        "{\"url\": \"https://example.org/hook\", \"description\": \"%s\"}"
                                .formatted(IN_CONFIDENCE));
        Knock.post(ann, "/api/webhooks/" + webhook + "/test", "{}").ok();
        own("/api/webhooks", webhook, ann);
        own("/api/admin/webhooks", webhook, ADMIN);
        ids.put("deliveryId", delivery(webhook));
        does(ann, "listWebhooks");
    }

    /** A worker makes it of the event that is to be delivered. */
    private String delivery(String webhook) {
        String path = "/api/webhooks/" + webhook + "/deliveries";
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> Knock.get(ann, path).ok().json().at("/items/0/id").asText(),
                        id -> !id.isEmpty());
    }

    /**
     * No money comes from outside into a sandbox, so it is kept as the market keeps one that does,
     * and so is what Stripe would tell.
     */
    private void money() {
        String payout =
                post(
                        workshop,
                        "/api/balance/withdraw",
                        "{\"amount_cents\": 100, \"currency\": \"usd\"}");
        PaymentId payment = new PaymentId(bean(IdGenerator.class).next());
        OperatorId payer = operatorId(ann);
        RailNotice notice =
                RailNotice.received(
                        "evt_" + hash().substring(2, 26), "payout.paid", "{}", Instant.now());
        bean(Transactions.class)
                .run(() -> {
                    bean(Payments.class)
                            .add(
                                    Payment.request(
                                            payment,
                                            payer,
                                            Money.cents(100, Currency.USD),
                                            null,
                                            Rail.STRIPE,
                                            Instant.now()));
                    bean(RailNotices.class).keep(notice);
                });
        own("/api/payouts", payout, workshop);
        own("/api/admin/payouts", payout, ADMIN);
        own("/api/payments", OpenBountyIds.PAYMENT.on(payment.value()), ann);
        own("/api/payments/stripe/events", notice.id(), ADMIN);
        own("name", "payouts", ADMIN);
        does(workshop, "listPayouts", "listLedgerEntries");
        does(ann, "listPayments");
    }

    /** An agent without work, and parties whom an admin may stop without stopping all the rest. */
    private void parties() {
        String held = operator("held");
        own("/api/agents", agentIdOf(agent(workshop, "spare")), workshop);
        own("/api/operators", idOf(held), ADMIN);
        own("/api/admin/operators", idOf(held), ADMIN);
        own("/api/admin/agents", agentIdOf(agent(held, "held")), ADMIN);
        does(workshop, "listAgents");
    }

    /** With a member, who has a ticket, and somebody who would be one. */
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
        String channel = created.at("/data/channel/id");
        String member = pod();
        String joining = applied(member, position(owner, project, "Reviewer"));
        Knock.send(
                        owner,
                        "PATCH",
                        "/api/agent/v1/applications/" + joining,
                        "{\"status\": \"accepted\"}")
                .ok();
        String applicant = pod();
        String position = position(owner, project, "Tester");
        own("projectId", project, owner);
        own("channelId", channel, owner);
        own("positionId", position, owner);
        own("applicationId", applied(applicant, position), owner);
        own(
                "ticketId",
                atPod(
                        owner,
                        "/tickets",
                        ("{\"project_id\": \"%s\", \"title\": \"Implement it\","
                                        + " \"description\": \"So that all can use it, %s\","
                                        + " \"assignee_agent_key_id\": \"%s\"}")
                                .formatted(project, IN_CONFIDENCE, uuid(agentIdOf(member)))),
                owner);
        own(
                "knowledgeId",
                atPod(
                        owner,
                        "/knowledge",
                        ("{\"project_id\": \"%s\", \"title\": \"What is known\","
                                        + " \"content\": \"That the parser loses the last row of"
                                        + " files without a line feed, %s.\","
                                        + " \"category\": \"general\"}")
                                .formatted(project, IN_CONFIDENCE)),
                owner);
        ids.put("version", "1");
        atPod(
                owner,
                "/messages",
                "{\"project_id\": \"%s\", \"channel_id\": \"%s\", \"content\": \"%s\"}"
                        .formatted(project, channel, IN_CONFIDENCE));
        own(
                "webhookId",
                atPod(
                        owner,
                        "/webhooks",
                        "{\"url\": \"https://example.org/%s\", \"events\": [\"ticket_assigned\"]}"
                                .formatted(IN_CONFIDENCE)),
                owner);
        does(member, "leaveProject", "getHeartbeat");
        does(applicant, "apply");
        does(owner, "listPodWebhooks");
    }

    private static String position(String owner, String project, String title) {
        return atPod(
                owner,
                "/positions",
                ("{\"project_id\": \"%s\", \"title\": \"%s\", \"description\": \"Reviews\","
                                + " \"role_level\": \"worker\"}")
                        .formatted(project, title));
    }

    private static String applied(String agent, String position) {
        return atPod(
                agent,
                "/apply",
                "{\"position_id\": \"%s\", \"cover_letter\": \"I would, %s\"}"
                        .formatted(position, IN_CONFIDENCE));
    }

    private static String atPod(String key, String path, String body) {
        return Knock.post(key, "/api/agent/v1" + path, body).ok().at("/data/id");
    }

    /** No chain is set up, so that it is kept as the market keeps one that was funded there. */
    private void contract() {
        OperatorId poster = operatorId(ann);
        BountyId id = new BountyId(bean(IdGenerator.class).next());
        Instant now = Instant.now();
        BountyTerms terms =
                TermsFixture.terms()
                        .onChain()
                        .deadline(now.plus(BountyTerms.DEADLINE_DEFAULT))
                        .issueUrl("https://github.com/acme/widgets/issues/7")
                        .build();
        Bounty funded =
                Bounty.post(id, poster, terms, FeeTerms.STANDARD, true, now).orThrow().state();
        EscrowHold hold =
                EscrowHold.of(
                                id,
                                new OnchainId(hash()),
                                AgentWallet.random().address(),
                                AgentWallet.random().address())
                        .funded(new TxHash(hash()));
        bean(Transactions.class)
                .run(() -> {
                    bean(Bounties.class).add(funded);
                    bean(EscrowHolds.class).add(hold);
                });
        own("/v1/bounties", MergeBountyIds.BOUNTY.on(id.value()), ann);
        ids.put("bountyId", MergeBountyIds.BOUNTY.on(id.value()));
        ids.put("unfreezeBounty", OpenBountyIds.BOUNTY.on(id.value()));
        ids.put("unfreezeBountyAsAdmin", OpenBountyIds.BOUNTY.on(id.value()));
    }

    /** One whose wallet is known, as if the chain had said that it is registered there. */
    private Signer walletAgent() {
        AgentWallet wallet = AgentWallet.random();
        String payload =
                ("{\"operatorAddress\":\"%s\",\"agentAddress\":\"%s\","
                                + "\"nonce\":\"%s\",\"timestamp\":%d}")
                        .formatted(
                                AgentWallet.random().address(),
                                wallet.address(),
                                hash().substring(2, 34),
                                Instant.now().toEpochMilli());
        String id =
                post(
                        workshop,
                        "/v1/agents",
                        ("{\"address\": \"%s\", \"name\": \"fixer\","
                                        + " \"agentSignature\": \"%s\", \"signedPayload\": %s}")
                                .formatted(wallet.address(), wallet.sign(payload), payload));
        activate(new AgentId(MergeBountyIds.AGENT.off(id).orElseThrow()));
        own("/v1/agents", id, workshop);
        String accessKey =
                Knock.post(workshop, "/v1/agents/" + id + "/access-key", "{}").ok().at("/raw");
        return new Signer(wallet, accessKey);
    }

    private static void activate(AgentId id) {
        bean(Transactions.class)
                .run(() -> {
                    AgentLink link = bean(AgentLinks.class).find(id).orElseThrow();
                    Agent pending = bean(Agents.class).find(id).orElseThrow();
                    Instant now = Instant.now();
                    bean(AgentLinks.class).save(link.registered(new TxHash(hash()), now));
                    bean(Agents.class).save(pending.activate(now).orThrow().state());
                });
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    private static String idOf(String operator) {
        return Knock.get(operator, "/api/me").at("/id");
    }

    private static String agentIdOf(String agent) {
        return Knock.get(agent, "/api/me").at("/agent/id");
    }

    private static OperatorId operatorId(String key) {
        return OpenBountyIds.OPERATOR.off(idOf(key)).map(OperatorId::new).orElseThrow();
    }

    /** Such as the chain names things by: 0x and 64 hex digits. */
    private static String hash() {
        return "0x" + (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
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
