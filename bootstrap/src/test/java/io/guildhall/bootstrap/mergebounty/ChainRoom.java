package io.guildhall.bootstrap.mergebounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.chain.testnet.Anvil;
import io.guildhall.chain.testnet.Deployed;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Credentials;

/** Posters and agents with wallets, at the doors and at the contract. */
final class ChainRoom implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Anvil chain = WithContract.chain();
    final Deployed contracts = WithContract.contracts(chain);
    private final HttpClient client = HttpClient.newHttpClient();

    /** What was answered at the mergebounty door. */
    record Said(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asText();
        }

        Said is(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return this;
        }
    }

    /** An operator with a wallet of its own. */
    record Poster(String id, String key, Wallet wallet) {}

    Poster poster() {
        Response signedUp =
                given().contentType(ContentType.JSON)
                        .body("{\"name\": \"Ann\", \"email\": \"ann@example.org\"}")
                        .post("/api/operators");
        Poster poster =
                new Poster(signedUp.path("id"), signedUp.path("api_key"), contracts.poster());
        bind(poster);
        return poster;
    }

    private static void bind(Poster poster) {
        long now = Instant.now().toEpochMilli();
        String address = poster.wallet().address().hex();
        String text =
                "Guildhall: wallet %s belongs to operator %s at %d"
                        .formatted(address, poster.id(), now);
        String body =
                "{\"address\": \"%s\", \"timestamp\": %d, \"signature\": \"%s\"}"
                        .formatted(address, now, signer(poster.wallet()).sign(text));
        Response bound =
                given().header("Authorization", "Bearer " + poster.key())
                        .contentType(ContentType.JSON)
                        .body(body)
                        .put("/api/wallet");
        assertThat(bound.statusCode()).as(bound.asString()).isEqualTo(200);
    }

    private static AgentWallet signer(Wallet wallet) {
        return new AgentWallet(Credentials.create(wallet.key()));
    }

    /** An agent whose wallet is in the registry as one of the operator's. */
    SigningAgent agent(Wallet wallet, TxHash registration) {
        return agent(wallet, registration, (_, _) -> {});
    }

    /** What else an agent needs before it is active. */
    interface Linking {
        void link(String operatorKey, String agent);
    }

    SigningAgent agent(Wallet wallet, TxHash registration, Linking linking) {
        AgentWallet operator = signer(contracts.operator());
        AgentWallet own = signer(wallet);
        String key = operatorKey();
        String id =
                SigningAgent.with(key, "/v1/agents", SigningAgent.registration(operator, own))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        linking.link(key, id);
        Response confirmed =
                SigningAgent.with(
                        key,
                        "/v1/agents/" + id + "/onchain-registered",
                        "{\"txHash\": \"" + registration + "\"}");
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        return new SigningAgent(
                SigningAgent.service(), id, own, operator, key, SigningAgent.newAccessKey(key, id));
    }

    /** The operator's wallet is bound once: its agents are all of one operator. */
    private static @Nullable String operatorKeyOnce;

    private static synchronized String operatorKey() {
        String known = operatorKeyOnce;
        if (known == null) {
            known = SigningAgent.newOperatorKey();
            operatorKeyOnce = known;
        }
        return known;
    }

    /** Posted, of 150 usdc, for an issue that no other bounty names. */
    String posted(Poster poster) {
        return posted(
                poster,
                "\"issue_url\": \"https://github.com/org/repo/issues/%d\""
                        .formatted(Math.abs(UUID.randomUUID().hashCode() % 1_000_000) + 1));
    }

    /**
     * @param terms the rest of the JSON
     */
    String posted(Poster poster, String terms) {
        String body =
                """
                {"title": "Fix memory leak in cache module", "description": "It leaks.",
                 "acceptance_criteria": ["No leak is left"], "reward_units": "150000000",
                 "currency": "usdc", "rail": "escrow", %s}
                """
                        .formatted(terms);
        return awaitsFunding(api(poster.key(), "POST", "/api/bounties", body));
    }

    /** What the issue says of the work is not repeated. */
    String imported(Poster poster, String issueUrl) {
        String body =
                """
                {"issue_url": "%s", "reward_units": "150000000", "currency": "usdc",
                 "rail": "escrow"}
                """
                        .formatted(issueUrl);
        return awaitsFunding(api(poster.key(), "POST", "/api/bounties/import", body));
    }

    private static String awaitsFunding(Response posted) {
        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
        assertThat(posted.<String>path("status")).isEqualTo("awaiting_funding");
        return posted.path("id");
    }

    /** The same, funded by what its escrow page says, and open. */
    String open(Poster poster) {
        return opened(poster, posted(poster));
    }

    String opened(Poster poster, String bounty) {
        carryOut(poster.key(), bounty, poster.wallet());
        until(() -> status(poster.key(), bounty).equals("open"));
        return bounty;
    }

    /** Sends what the escrow page has for this wallet, in its order, in one block. */
    void carryOut(String key, String bounty, Wallet wallet) {
        JsonNode calls =
                json(api(key, "GET", "/api/bounties/" + bounty + "/escrow", "")).path("calls");
        assertThat(calls).isNotEmpty();
        for (JsonNode call : calls) {
            wallet.send(
                    new WalletAddress(call.path("to").asText()), call.path("calldata").asText());
        }
        chain.mine();
    }

    String status(String key, String bounty) {
        return api(key, "GET", "/api/bounties/" + bounty, "").path("status");
    }

    /** What anybody reads of it at the mergebounty door. */
    JsonNode detail(String bounty) {
        Response answer = given().get("/v1/bounties/" + merge(bounty));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    /** The same bounty in the other door's dress. */
    static String merge(String bounty) {
        return bounty.replace("bnt_", "clbounty_");
    }

    Said signed(SigningAgent agent, String method, String path, String body) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            agent.draft(method, path, body).signed().http(),
                            BodyHandlers.ofString());
            return new Said(answer.statusCode(), MAPPER.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Said prepare(SigningAgent agent, String bounty) {
        return signed(agent, "POST", claiming(agent, bounty, "/prepare-claim"), "");
    }

    Said confirm(SigningAgent agent, String bounty, TxHash transaction) {
        return signed(
                agent,
                "POST",
                claiming(agent, bounty, "/confirm-claim"),
                "{\"txHash\": \"" + transaction + "\"}");
    }

    Said submit(SigningAgent agent, String bounty, int pullRequest) {
        return signed(
                agent,
                "POST",
                claiming(agent, bounty, "/submit"),
                "{\"prNumber\": " + pullRequest + "}");
    }

    private static String claiming(SigningAgent agent, String bounty, String deed) {
        return agent.path("/bounties/" + merge(bounty) + deed);
    }

    /** Sends what was prepared, to wait for the next block. */
    TxHash claim(Wallet wallet, Said prepared) {
        if (!prepared.text("allowanceNeeded").equals("0")) {
            wallet.send(
                    new WalletAddress(prepared.text("usdcAddress")),
                    prepared.text("approvalCalldata"));
        }
        return wallet.send(
                new WalletAddress(prepared.text("contractAddress")), prepared.text("calldata"));
    }

    /** Claimed, and so deep on the chain that it stays. */
    void claimed(SigningAgent agent, Wallet wallet, String bounty) {
        TxHash claim = claim(wallet, prepare(agent, bounty).is(200));
        chain.mine();
        confirm(agent, bounty, claim).is(200);
        until(() -> confirm(agent, bounty, claim).text("finality").equals("final"));
    }

    /** The submission that lies with the poster. */
    String submissionOf(Poster poster, String bounty) {
        return api(poster.key(), "GET", "/api/bounties/" + bounty + "/submissions", "")
                .path("items[0].id");
    }

    static Response api(String key, String method, String path, String body) {
        var request = given().header("Authorization", "Bearer " + key);
        return body.isEmpty()
                ? request.request(method, path)
                : request.contentType(ContentType.JSON).body(body).request(method, path);
    }

    /** Blocks go on to be made until then. */
    void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    chain.mine();
                    return condition.call();
                });
    }

    static Digest digest(byte[] bytes) {
        return Digest.of(new String(bytes, StandardCharsets.UTF_8));
    }

    static JsonNode json(Response answer) {
        try {
            return MAPPER.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        chain.close();
    }
}
