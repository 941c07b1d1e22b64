package io.guildhall.bootstrap.mergebounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.mergebounty.ChainRoom.Poster;
import io.guildhall.bootstrap.mergebounty.ChainRoom.Said;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bounties whose money lies in a real contract on a real node, through both doors. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithContract.class)
class LifeOnChainTest {

    private static final Money AGENTS_PART = new Money(135_000_000, Currency.USDC);

    private static @Nullable Cast everybody;

    private ChainRoom room;
    private Poster poster;
    private SigningAgent ann;
    private SigningAgent bob;
    private String annsKey;
    private Wallet annsWallet;
    private Wallet bobsWallet;

    /** Who acts, each signed up once: a wallet stays with whom it was bound to first. */
    private record Cast(
            ChainRoom room, Poster poster, SigningAgent ann, SigningAgent bob, String annsKey) {

        static Cast enter() {
            ChainRoom room = new ChainRoom();
            Wallet anns = room.contracts.ann();
            Wallet bobs = room.contracts.bob();
            SigningAgent ann = room.agent(anns, WithContract.registrationOf(anns));
            SigningAgent bob = room.agent(bobs, WithContract.registrationOf(bobs));
            return new Cast(room, room.poster(), ann, bob, keyOf(ann));
        }
    }

    /** Only once a test runs is the service's address known. */
    @BeforeEach
    void enter() {
        Cast cast = everybody == null ? Cast.enter() : everybody;
        everybody = cast;
        room = cast.room();
        poster = cast.poster();
        ann = cast.ann();
        bob = cast.bob();
        annsKey = cast.annsKey();
        annsWallet = room.contracts.ann();
        bobsWallet = room.contracts.bob();
    }

    @AfterEach
    void contractAndMarketAgree() {
        assertThat(reconciliation().path("differences")).as("differences").isEmpty();
    }

    @AfterAll
    static void leave() {
        Cast cast = everybody;
        everybody = null;
        if (cast != null) {
            cast.room().close();
        }
    }

    @Test
    void wholeLifeWithAForkInItsMiddle() {
        String bounty = room.open(poster);
        JsonNode shown = room.detail(bounty);
        assertThat(shown.path("status").asText()).isEqualTo("OPEN");
        assertThat(given().get("/v1/bounties/" + shown.path("onchainId").asText()).asString())
                .isEqualTo(given().get("/v1/bounties/" + ChainRoom.merge(bounty)).asString());
        byte[] manifest = given().get(shown.path("manifestUri").asText()).asByteArray();
        assertThat(shown.path("manifestHash").asText()).isEqualTo(ChainRoom.digest(manifest).hex());

        Said prepared = room.prepare(ann, bounty).is(200);
        assertThat(prepared.text("stakeAmount")).isEqualTo("7500000");
        TxHash lost = room.claim(annsWallet, prepared);
        room.chain.mine();
        Said confirmed = room.confirm(ann, bounty, lost).is(200);
        assertThat(confirmed.text("finality")).isEqualTo("pending");
        assertThat(room.detail(bounty).path("status").asText()).isEqualTo("CLAIMED");

        room.chain.reorganise(1);
        room.until(() -> room.detail(bounty).path("status").asText().equals("OPEN"));
        room.confirm(ann, bounty, lost).is(422);

        room.claimed(ann, annsWallet, bounty);
        Said submitted = room.submit(ann, bounty, 17).is(201);
        assertThat(submitted.text("prUrl")).endsWith("/pull/17");
        assertThat(room.detail(bounty).path("claims").path(0).path("prNumber").asInt())
                .isEqualTo(17);

        Money before = room.contracts.balanceOf(annsWallet.address());
        accept(bounty);
        assertThat(room.detail(bounty).path("status").asText()).isEqualTo("APPROVED");
        room.until(() -> room.detail(bounty).path("status").asText().equals("PAID"));

        // With the stake, which came back with the work.
        assertThat(room.contracts.balanceOf(annsWallet.address()).minus(before))
                .isIn(AGENTS_PART, AGENTS_PART.plus(new Money(7_500_000, Currency.USDC)));
        Response payouts = ChainRoom.api(ann.operatorKey(), "GET", "/api/payouts", "");
        assertThat(payouts.<String>path("items[0].rail")).isEqualTo("escrow");
        assertThat(payouts.<Integer>path("items[0].net_amount_cents")).isEqualTo(13_500);
    }

    /** Field by field, in the document's order; what more there is comes after. */
    @Test
    void answersHaveTheFieldsOfTheDocument() {
        String bounty = room.open(poster);
        List<String> listed =
                List.of(
                        "id",
                        "onchainId",
                        "repoFullName",
                        "repoUrl",
                        "issueNumber",
                        "issueUrl",
                        "title",
                        "descriptionMd",
                        "amount",
                        "currency",
                        "status",
                        "createdAt",
                        "deadline",
                        "ttlHours",
                        "manifestUri",
                        "manifestHash",
                        "txHash");
        JsonNode page = ChainRoom.json(given().get("/v1/bounties?status=OPEN&limit=1"));
        assertThat(names(page)).containsExactly("items", "nextCursor");
        JsonNode item = page.path("items").path(0);
        assertThat(names(item)).containsExactlyElementsOf(listed);
        assertThat(item.path("id").asText()).isEqualTo(ChainRoom.merge(bounty));
        assertThat(item.path("amount").asText()).isEqualTo("150000000");
        assertThat(item.path("currency").asText()).isEqualTo("USDC");
        assertThat(item.path("repoFullName").asText()).isEqualTo("org/repo");
        assertThat(item.path("createdAt").asText()).matches("[-0-9]{10}T[:0-9]{8}\\.[0-9]{3}Z");

        Said prepared = room.prepare(ann, bounty).is(200);
        assertThat(names(prepared.body()))
                .startsWith(
                        "contractAddress",
                        "usdcAddress",
                        "onchainBountyId",
                        "chainId",
                        "deadline",
                        "amount",
                        "currency");
        TxHash claim = room.claim(annsWallet, prepared);
        room.chain.mine();
        Said confirmed = room.confirm(ann, bounty, claim).is(200);
        assertThat(names(confirmed.body())).startsWith("confirmed", "bountyId", "claimId");

        JsonNode detail = room.detail(bounty);
        assertThat(names(detail))
                .startsWith(listed.toArray(String[]::new))
                .endsWith("poster", "claims", "prNumber", "prUrl");
        assertThat(names(detail.path("poster")))
                .containsExactly("id", "walletAddress", "githubUsername");
        assertThat(names(detail.path("claims").path(0)))
                .containsExactly(
                        "id", "agentId", "prNumber", "prUrl", "status", "claimedAt", "resolvedAt");
        assertThat(detail.path("claims").path(0).path("agentId").asText()).isEqualTo(ann.id());
        room.until(() -> room.confirm(ann, bounty, claim).text("finality").equals("final"));
    }

    @Test
    void whatCannotBeIsRefusedInTheDocumentsWords() {
        String bounty = room.open(poster);
        String confirming = ann.path("/bounties/" + ChainRoom.merge(bounty) + "/confirm-claim");

        assertRefused(
                room.signed(ann, "POST", confirming, "{\"txHash\": \"0x12\"}"), 400, "BAD_REQUEST");
        assertRefused(
                room.signed(ann, "POST", confirming, "{\"txHash\": \"0x" + "7".repeat(64) + "\"}"),
                422,
                "UNPROCESSABLE");
        assertRefused(
                room.signed(
                        ann,
                        "POST",
                        bob.path("/bounties/" + ChainRoom.merge(bounty) + "/prepare-claim"),
                        ""),
                403,
                "AGENT_DOES_NOT_MATCH");
        assertRefused(
                room.signed(ann, "POST", ann.path("/bounties/clbounty_nothing/prepare-claim"), ""),
                404,
                "NOT_FOUND");
        assertThat(given().get("/v1/bounties/0x" + "7".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(given().get("/v1/bounties?status=LOST").statusCode()).isEqualTo(400);
        assertThat(given().get("/v1/bounties?limit=0").statusCode()).isEqualTo(400);
    }

    private static void assertRefused(Said said, int status, String code) {
        said.is(status);
        assertThat(said.body().path("error").path("code").asText()).isEqualTo(code);
        assertThat(names(said.body().path("error")))
                .containsExactly("code", "message", "requestId");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void ofTwoAgentsOneClaims() {
        String bounty = room.open(poster);
        TxHash first = room.claim(annsWallet, room.prepare(ann, bounty).is(200));
        TxHash second = room.claim(bobsWallet, room.prepare(bob, bounty).is(200));
        room.chain.mine();

        Said loser = room.confirm(bob, bounty, second).is(422);
        assertThat(loser.body().path("error").path("code").asText()).isEqualTo("UNPROCESSABLE");
        assertThat(loser.body().toString()).contains("reverted");
        room.confirm(ann, bounty, first).is(200);
        room.confirm(ann, bounty, first).is(200);
        room.confirm(bob, bounty, first).is(422);
        room.prepare(bob, bounty).is(409);

        room.until(() -> room.confirm(ann, bounty, first).text("finality").equals("final"));
        room.carryOut(annsKey, bounty, annsWallet);
        room.until(() -> room.status(poster.key(), bounty).equals("open"));
        assertThat(room.detail(bounty).path("claims").path(0).path("status").asText())
                .isEqualTo("RELEASED");
    }

    @Test
    void nodeThatIsLostIsNotMissed() {
        String bounty = room.open(poster);
        WithContract.loseANode();

        room.claimed(bob, bobsWallet, bounty);
        room.submit(bob, bounty, 18).is(201);
        accept(bounty);

        room.until(() -> room.detail(bounty).path("status").asText().equals("PAID"));
    }

    @Test
    void rulingIsCarriedOutByTheContract() {
        String bounty = room.open(poster);
        room.claimed(ann, annsWallet, bounty);
        room.submit(ann, bounty, 19).is(201);
        String submission = room.submissionOf(poster, bounty);
        Response opened =
                ChainRoom.api(
                        poster.key(),
                        "POST",
                        "/api/disputes",
                        "{\"bounty_id\": \"%s\", \"submission_id\": \"%s\", \"reason\": \"It leaks still\"}"
                                .formatted(bounty, submission));
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        String dispute = "/api/disputes/" + opened.<String>path("id");
        assertThat(
                        ChainRoom.api(
                                        poster.key(),
                                        "POST",
                                        dispute + "/offers",
                                        "{\"agent_share_bps\": 5000}")
                                .<String>path("reason"))
                .isEqualTo("on_chain_only");
        ChainRoom.api(
                        ann.operatorKey(),
                        "POST",
                        dispute + "/evidence",
                        "{\"content\": \"See the profile\"}")
                .then()
                .statusCode(201);

        Response ruled =
                ChainRoom.api(
                        arbiter(),
                        "POST",
                        dispute + "/resolve",
                        "{\"ruling\": \"split\", \"agent_share_bps\": 6000, \"notes\": \"Most of it\"}");
        assertThat(ruled.statusCode()).as(ruled.asString()).isEqualTo(200);
        assertThat(ruled.<String>path("status")).isEqualTo("ruled");
        assertThat(room.status(poster.key(), bounty)).isEqualTo("disputed");

        room.until(() -> room.status(poster.key(), bounty).equals("paid"));
        assertThat(ChainRoom.api(poster.key(), "GET", dispute, "").<String>path("status"))
                .isEqualTo("executed");
    }

    @Test
    void contradictionFreezesAndAdminsLook() {
        Disagreements.fundedOnOtherTermsIsFrozen(room, poster);
    }

    @Test
    void sidesSettleByTheirWallets() {
        Disagreements.sidesSettleAtTheContract(room, poster, ann);
    }

    @Test
    void cancelledByTheWalletAndRefused() {
        String bounty = room.open(poster);
        Response refused =
                ChainRoom.api(
                        poster.key(),
                        "POST",
                        "/api/bounties/" + bounty + "/cancel",
                        "{\"reason\": \"not needed\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("message")).contains("cancelBounty");
        assertThat(
                        ChainRoom.api(
                                        annsKey,
                                        "POST",
                                        "/api/bounties/" + bounty + "/claims",
                                        "{\"cover_letter\": \"Me\"}")
                                .<String>path("message"))
                .contains("prepare-claim");

        room.carryOut(poster.key(), bounty, poster.wallet());
        room.until(() -> room.detail(bounty).path("status").asText().equals("CANCELLED"));
    }

    @Test
    void accessKeyWithoutItsWalletClaimsNothing() {
        String bounty = room.open(poster);
        String path = ann.path("/bounties/" + ChainRoom.merge(bounty) + "/prepare-claim");

        Response stolen =
                given().header("Authorization", "Bearer " + ann.operatorKey())
                        .header("X-Agent-Access-Key", ann.accessKey())
                        .post(path);
        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(stolen.<String>path("error.code")).isEqualTo("SIGNATURE_HEADER_MISSING");

        String other = bob.wallet().sign(ann.draft("POST", path, "").text());
        assertThat(other).isNotBlank();
        room.prepare(ann, bounty).is(200);
    }

    private void accept(String bounty) {
        Response accepted =
                ChainRoom.api(
                        poster.key(),
                        "POST",
                        "/api/submissions/" + room.submissionOf(poster, bounty) + "/accept",
                        "");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
    }

    /** One that its operator has minted for the other door; an agent has two at most. */
    private static String keyOf(SigningAgent agent) {
        return ChainRoom.api(
                        agent.operatorKey(),
                        "POST",
                        "/api/agents/" + agent.id().replace("clagent_", "agt_") + "/keys",
                        "{}")
                .path("api_key");
    }

    private static String arbiter() {
        Response signedUp =
                given().contentType("application/json")
                        .body("{\"name\": \"Judith\", \"email\": \"judith@example.org\"}")
                        .post("/api/operators");
        ChainRoom.api(
                        WithContract.ADMIN_KEY,
                        "PUT",
                        "/api/operators/" + signedUp.<String>path("id") + "/roles",
                        "{\"roles\": [\"arbiter\"], \"reason\": \"An arbiter is needed\"}")
                .then()
                .statusCode(200);
        return signedUp.path("api_key");
    }

    private JsonNode reconciliation() {
        room.chain.mine(WithContract.CONFIRMATIONS + 1);
        room.until(() ->
                ChainRoom.api(WithContract.ADMIN_KEY, "GET", "/api/escrow/reconciliation", "")
                                .<Integer>path("under_way")
                        == 0);
        return ChainRoom.json(
                ChainRoom.api(WithContract.ADMIN_KEY, "GET", "/api/escrow/reconciliation", ""));
    }
}
