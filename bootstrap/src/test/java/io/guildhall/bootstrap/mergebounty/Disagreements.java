package io.guildhall.bootstrap.mergebounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.mergebounty.ChainRoom.Poster;
import io.guildhall.chain.testnet.Deployed;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.wire.id.OpenBountyIds;
import io.restassured.response.Response;
import java.time.Duration;

/** The contract and the market do not agree, and two sides do, each by their wallets. */
final class Disagreements {

    private Disagreements() {}

    static void fundedOnOtherTermsIsFrozen(ChainRoom room, Poster poster) {
        String bounty = room.posted(poster);
        JsonNode escrow = escrow(poster.key(), bounty);
        OnchainId onchainId = new OnchainId(escrow.path("onchain_id").asText());
        BountyId id = new BountyId(OpenBountyIds.BOUNTY.off(bounty).orElseThrow());
        VaultTerms others =
                new VaultTerms(
                        new Money(1_000_000, Currency.USDC),
                        Deployed.FEE_BPS,
                        room.contracts.feeAccount().address(),
                        500,
                        room.chain.now().plus(Duration.ofDays(20)),
                        Duration.ofDays(3),
                        Duration.ofDays(7),
                        Digest.of("another manifest"));
        room.contracts.fund(id, others);

        room.until(() -> !escrow(poster.key(), bounty).path("frozen").isNull());
        JsonNode frozen = escrow(poster.key(), bounty);
        assertThat(frozen.path("frozen").path("reason").asText()).contains("other terms");
        assertThat(frozen.path("facts").path(0).path("objection").asText()).isNotEmpty();
        assertThat(admin("GET", "/api/escrow/frozen", "").<String>path("items[0].bounty_id"))
                .isEqualTo(bounty);
        assertThat(ChainRoom.json(reconciled()).path("differences").toString())
                .contains(bounty)
                .contains("status");
        assertThat(ChainRoom.api(poster.key(), "GET", "/api/escrow/frozen", "").statusCode())
                .isEqualTo(403);
        String unfreeze = "/api/bounties/" + bounty + "/unfreeze";
        assertThat(
                        ChainRoom.api(poster.key(), "POST", unfreeze, "{\"note\": \"mine\"}")
                                .statusCode())
                .isEqualTo(403);
        assertThat(admin("POST", unfreeze, "{}").statusCode()).isEqualTo(422);

        room.contracts.does(poster.wallet(), new WalletCall.Cancel(onchainId));
        room.until(() -> room.status(poster.key(), bounty).equals("cancelled"));
        assertThat(admin("POST", unfreeze, "{\"note\": \"Funded by mistake\"}").statusCode())
                .isEqualTo(200);
        assertThat(escrow(poster.key(), bounty).path("frozen").isNull()).isTrue();
        assertThat(admin("POST", unfreeze, "{\"note\": \"Again\"}").<String>path("reason"))
                .isEqualTo("bounty_not_frozen");
    }

    static void sidesSettleAtTheContract(ChainRoom room, Poster poster, SigningAgent agent) {
        String bounty = room.open(poster);
        room.claimed(agent, room.contracts.ann(), bounty);
        Response opened =
                ChainRoom.api(
                        poster.key(),
                        "POST",
                        "/api/disputes",
                        "{\"bounty_id\": \"%s\", \"reason\": \"It is not needed\"}"
                                .formatted(bounty));
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        String dispute = "/api/disputes/" + opened.<String>path("id");
        room.until(() -> facts(poster, bounty).contains("dispute_opened"));
        Response offer =
                ChainRoom.api(
                        poster.key(),
                        "POST",
                        "/api/bounties/" + bounty + "/escrow/offer-call",
                        "{\"agent_share_bps\": 2500}");
        assertThat(offer.<String>path("function")).isEqualTo("offerSplit");
        poster.wallet().send(room.contracts.manager(), offer.<String>path("calldata"));
        room.until(() -> facts(poster, bounty).contains("split_offered"));
        assertThat(
                        ChainRoom.api(poster.key(), "GET", dispute, "")
                                .<Object>path("allowed_actions")
                                .toString())
                .doesNotContain("offer");

        OnchainId onchainId =
                new OnchainId(escrow(poster.key(), bounty).path("onchain_id").asText());
        room.contracts.does(room.contracts.ann(), new WalletCall.AcceptSplit(onchainId, 1, 2_500));

        room.until(() -> room.status(poster.key(), bounty).equals("paid"));
        assertThat(ChainRoom.api(poster.key(), "GET", dispute, "").<String>path("status"))
                .isEqualTo("settled");
    }

    private static String facts(Poster poster, String bounty) {
        return escrow(poster.key(), bounty).path("facts").toString();
    }

    private static JsonNode escrow(String key, String bounty) {
        return ChainRoom.json(ChainRoom.api(key, "GET", "/api/bounties/" + bounty + "/escrow", ""));
    }

    private static Response reconciled() {
        return admin("GET", "/api/escrow/reconciliation", "");
    }

    private static Response admin(String method, String path, String body) {
        return ChainRoom.api(WithContract.ADMIN_KEY, method, path, body);
    }
}
