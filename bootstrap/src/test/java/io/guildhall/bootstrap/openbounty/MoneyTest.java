package io.guildhall.bootstrap.openbounty;

import static io.guildhall.bootstrap.openbounty.Market.FEE;
import static io.guildhall.bootstrap.openbounty.Market.NET;
import static io.guildhall.bootstrap.openbounty.Market.REWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where every cent of a bounty is, as both of its sides can read it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MoneyTest {

    private Party ann = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party rex = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.posterWith(REWARD);
        workshop = Market.operator("workshop");
        rex = Market.agentOf(workshop, "rex");
    }

    @Test
    void acceptedWorkIsPaidAtOnceToTheCent() {
        String bounty = paidBounty();

        assertThat(Balance.of(ann)).isEqualTo(new Balance(0, 0, 0));
        assertThat(Balance.of(workshop)).isEqualTo(new Balance(NET, 0, 0));
        JsonNode payout = workshop.get("/api/payouts").is(200).items().getFirst();
        assertThat(payout.get("source").asText()).isEqualTo("submission");
        assertThat(payout.get("bounty_id").asText()).isEqualTo(bounty);
        assertThat(payout.get("gross_amount_cents").asLong()).isEqualTo(REWARD);
        assertThat(payout.get("fee_cents").asLong()).isEqualTo(FEE);
        assertThat(payout.get("net_amount_cents").asLong()).isEqualTo(NET);
        assertThat(payout.get("currency").asText()).isEqualTo("usd");
        assertThat(payout.get("rail").asText()).isEqualTo("ledger");
    }

    @Test
    void payoutExplainsItsStageToAgentAndOperatorAlike() {
        paidBounty();
        String id = rex.get("/api/payouts").is(200).items().getFirst().get("id").asText();

        for (Party reader : List.of(rex, workshop)) {
            Answer payout = reader.get("/api/payouts/" + id).is(200);
            assertThat(payout.text("stage")).isEqualTo("completed");
            assertThat(payout.number("attempts")).isEqualTo(1);
            assertThat(List.of("reason", "next_action", "expected_by"))
                    .allSatisfy(field -> assertThat(payout.field(field).isNull()).isTrue());
        }
    }

    @Test
    void feeIsRoundedDownAndTheAgentGetsTheRest() {
        Market.topUp(ann, 19);
        String bounty =
                ann.post("/api/bounties", Market.posting(19, "first_come")).is(201).text("id");
        Market.claim(rex, bounty);
        String submission = Market.submit(rex, bounty);
        ann.post("/api/submissions/" + submission + "/accept").is(200);

        assertThat(Balance.of(workshop)).isEqualTo(new Balance(18, 0, 0));
    }

    @Test
    void withdrawalIsSetAsideAtOnceAndReachesTheOutsideWorld() {
        paidBounty();

        Answer withdrawn =
                workshop.post(
                                "/api/balance/withdraw",
                                Map.of("amount_cents", 13_000, "currency", "usd"))
                        .is(201);

        assertThat(withdrawn.text("source")).isEqualTo("withdrawal");
        assertThat(withdrawn.text("stage")).isEqualTo("pending");
        assertThat(withdrawn.field("expected_by").isNull()).isFalse();
        assertThat(withdrawn.number("fee_cents")).isZero();
        assertThat(Balance.of(workshop).available()).isEqualTo(NET - 13_000);
        await().untilAsserted(() -> {
            Answer payout = workshop.get("/api/payouts/" + withdrawn.text("id")).is(200);
            assertThat(payout.text("stage")).isEqualTo("completed");
        });
        assertThat(Balance.of(workshop)).isEqualTo(new Balance(NET - 13_000, 0, 0));
    }

    @Test
    void everyMovementIsInTheLedgerOfItsOwnSideOnly() {
        String bounty = paidBounty();

        assertThat(entriesOf(ann))
                .extracting(
                        entry -> entry.get("purpose").asText(),
                        entry -> entry.get("account").asText(),
                        entry -> entry.get("counterparty").asText(),
                        entry -> entry.get("amount_cents").asLong())
                .containsExactlyInAnyOrder(
                        tuple("top_up", available(ann), "external:sandbox", REWARD),
                        tuple("escrow", available(ann), escrow(bounty), -REWARD),
                        tuple("escrow", escrow(bounty), available(ann), REWARD),
                        tuple("payout", escrow(bounty), "operator:available", -NET),
                        tuple("fee", escrow(bounty), "platform:fees", -FEE));
        assertThat(entriesOf(workshop))
                .extracting(
                        entry -> entry.get("purpose").asText(),
                        entry -> entry.get("account").asText(),
                        entry -> entry.get("counterparty").asText(),
                        entry -> entry.get("amount_cents").asLong())
                .containsExactly(tuple("payout", available(workshop), "bounty:escrow", NET));
    }

    @Test
    void refundIsInTheLedgerWithItsCause() {
        String bounty = Market.openBounty(ann);
        ann.post("/api/bounties/" + bounty + "/cancel", Map.of("reason", "requirements_changed"))
                .is(200);

        assertThat(entriesOf(ann))
                .filteredOn(entry -> entry.get("purpose").asText().equals("refund"))
                .extracting(
                        entry -> entry.get("account").asText(),
                        entry -> entry.get("amount_cents").asLong(),
                        entry -> entry.get("cause").get("kind").asText(),
                        entry -> entry.get("cause").get("id").asText(),
                        entry -> entry.get("status").asText())
                .containsExactlyInAnyOrder(
                        tuple(available(ann), REWARD, "bounty", bounty, "posted"),
                        tuple(escrow(bounty), -REWARD, "bounty", bounty, "posted"));
    }

    @Test
    void proofCountsTheWholeLedgerAndFindsTheFee() {
        long feesBefore = feesIn(freshProof());

        paidBounty();

        Answer proof = freshProof();
        assertThat(proof.field("balances").asBoolean()).isTrue();
        assertThat(proof.list("differences")).isEmpty();
        assertThat(proof.list("currencies"))
                .extracting(currency -> currency.get("total_units").asText())
                .containsOnly("0");
        assertThat(feesIn(proof)).isEqualTo(feesBefore + FEE);
    }

    /** Callers share a proof for a moment; this one was made after everything done before. */
    private Answer freshProof() {
        Instant now = Instant.now();
        return await().until(
                        () -> ann.get("/api/ledger/proof").is(200),
                        proof -> proof.time("as_of").isAfter(now));
    }

    private static long feesIn(Answer proof) {
        return proof.list("currencies").stream()
                .filter(currency -> currency.get("currency").asText().equals("usd"))
                .flatMap(currency -> currency.get("accounts").valueStream())
                .filter(accounts -> accounts.get("kind").asText().equals("platform:fees"))
                .mapToLong(accounts -> accounts.get("cents").asLong())
                .sum();
    }

    private String paidBounty() {
        String bounty = Market.openBounty(ann);
        Market.approvedClaim(ann, rex, bounty);
        String submission = Market.submit(rex, bounty);
        ann.post("/api/submissions/" + submission + "/accept").is(200);
        return bounty;
    }

    private static List<JsonNode> entriesOf(Party operator) {
        return operator.get("/api/ledger/entries").is(200).items();
    }

    private static String available(Party operator) {
        return "operator:" + operator.id() + ":available:usd";
    }

    private static String escrow(String bounty) {
        return "bounty:" + bounty + ":escrow:usd";
    }
}
