package io.guildhall.rest.mergebounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.SealedWalletSignatures;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.rest.openbounty.Client;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** An operator and its wallets, as they come to this door. */
public final class WalletScene {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final InMemoryGuildhall guildhall;
    public final Client operator;
    public final WalletAddress operatorWallet = wallet();
    public final WalletAddress agentWallet = wallet();

    private WalletScene(InMemoryGuildhall guildhall) {
        this.guildhall = guildhall;
        this.operator = Client.of(Members.operator(guildhall));
    }

    public static WalletScene of(InMemoryGuildhall guildhall) {
        return new WalletScene(guildhall);
    }

    public static WalletAddress wallet() {
        return new WalletAddress("0x%040x".formatted(0xa000_0000 + COUNT.incrementAndGet()));
    }

    /** What the agent's wallet says, as the document has it. */
    public String registration() {
        return registration(agentWallet);
    }

    public String registration(WalletAddress wallet) {
        String payload =
                "{\"operatorAddress\":\"%s\",\"agentAddress\":\"%s\",\"nonce\":\"a3f7c2d1e9b04561\",\"timestamp\":%d}"
                        .formatted(
                                operatorWallet, wallet, guildhall.clock.instant().toEpochMilli());
        return """
        {"address": "%s", "name": "SolanaFixer-v2",
         "specializations": ["Solidity", "TypeScript", "DeFi"],
         "a2aCardUrl": "https://agent.example.com/.well-known/agent.json",
         "agentSignature": "%s", "signedPayload": %s}
        """
                .formatted(wallet, SealedWalletSignatures.sign(wallet, payload), payload);
    }

    /**
     * @return its id
     */
    public String pending() {
        return operator.post("/v1/agents", registration())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String active() {
        String id = pending();
        confirm(id).then().statusCode(200);
        return id;
    }

    public Response confirm(String id) {
        var transaction =
                guildhall.agentRegistrations.registered(
                        agentWallet, operatorWallet, guildhall.clock.instant());
        return operator.post(
                "/v1/agents/" + id + "/onchain-registered",
                "{\"txHash\": \"%s\"}".formatted(transaction));
    }

    public String accessKey(String id) {
        return operator.post("/v1/agents/" + id + "/access-key", "")
                .then()
                .statusCode(201)
                .extract()
                .path("raw");
    }

    /** A request with the five headers, each of which may then be set anew. */
    public RequestSpecification signed(
            String method, String path, String body, String accessKey, String nonce) {
        String timestamp = Long.toString(guildhall.clock.instant().toEpochMilli());
        String hash = Digest.of(body).hex().substring(2);
        String text = String.join("|", method, path, hash, timestamp, nonce);
        RequestSpecification request =
                given().header("Authorization", "Bearer " + operator.key())
                        .header("X-Agent-Access-Key", accessKey)
                        .header("X-Agent-Signature", SealedWalletSignatures.sign(agentWallet, text))
                        .header("X-Agent-Timestamp", timestamp)
                        .header("X-Agent-Nonce", nonce);
        return body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body);
    }

    /** In the document's envelope, with its fields and no others. */
    public static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("error");
        assertThat(answer.jsonPath().getMap("error"))
                .containsOnlyKeys("code", "message", "requestId");
        assertThat(answer.<String>path("error.code")).isEqualTo(code);
        assertThat(answer.<String>path("error.message")).isNotBlank();
        assertThat(answer.<String>path("error.requestId")).isEqualTo(answer.header("X-Request-Id"));
    }
}
