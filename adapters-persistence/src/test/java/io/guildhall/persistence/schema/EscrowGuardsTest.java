package io.guildhall.persistence.schema;

import static io.guildhall.domain.bounty.TermsFixture.terms;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.escrow.ChainFacts.Recorded;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class EscrowGuardsTest extends SchemaTest {

    private static final WalletAddress SOMEBODY = new WalletAddress("0x" + "a1".repeat(20));

    private Bounty bounty;
    private EscrowHold hold;
    private Claim claim;

    @BeforeEach
    void claimedAtTheContract() {
        bounty = openBounty(operator(), terms().onChain().build());
        hold = EscrowHold.of(bounty.id(), new OnchainId(hex()), SOMEBODY, SOMEBODY);
        claim = activeClaim(bounty, agentOf(operator()));
        unit(() -> {
            ports.escrowHolds().add(hold);
            ports.escrowHolds().add(held(Standing.PENDING));
            ports.chainFacts()
                    .add(
                            new Site(84_532, SOMEBODY, SOMEBODY, SOMEBODY),
                            new Recorded(hold.onchainId(), "funded", "…", "…", origin(), null));
        });
    }

    @Test
    void contractHoldsOnlyForBountiesOfItsRail() {
        Bounty onLedger = openBounty(operator());

        assertRefused(
                "escrow_hold_of_bounty",
                "INSERT INTO escrow_hold (bounty_id, onchain_id, poster_wallet, fee_account) VALUES (?, ?, ?, ?)",
                onLedger.id().value(),
                hex(),
                SOMEBODY.hex(),
                SOMEBODY.hex());
        assertRefused(
                "escrow_hold_of_bounty",
                "UPDATE bounty SET rail = 'ledger' WHERE id = ?",
                bounty.id().value());
    }

    @Test
    void onchainIdIsOneBountys() {
        Bounty another = openBounty(operator(), terms().onChain().build());

        assertRefused(
                "escrow_hold_onchain_id_key",
                "INSERT INTO escrow_hold (bounty_id, onchain_id, poster_wallet, fee_account) VALUES (?, ?, ?, ?)",
                another.id().value(),
                hold.onchainId().hex(),
                SOMEBODY.hex(),
                SOMEBODY.hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"currency = 'usd'", "claim_policy = 'approval'", "quality_gate = true"})
    void termsOnChainAreThoseOfTheContract(String change) {
        assertRefused(
                "bounty_on_chain_terms",
                "UPDATE bounty SET " + change + " WHERE id = ?",
                bounty.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"onchain_id", "poster_wallet", "fee_account", "funded_by", "ended_by"})
    void whatAChainNamesHasOneForm(String column) {
        assertRefused(
                "escrow_hold_" + column + "_check",
                "UPDATE escrow_hold SET " + column + " = '0xABC' WHERE bounty_id = ?",
                bounty.id().value());
    }

    @Test
    void freezeHasItsReason() {
        assertRefused(
                "escrow_hold_frozen_whole",
                "UPDATE escrow_hold SET frozen_at = now() WHERE bounty_id = ?",
                bounty.id().value());
    }

    @Test
    void numberOfAClaimIsOneClaims() {
        Claim other = activeClaim(reopened(), agentOf(operator()));

        assertRefused(
                "escrow_claim_one_of_a_fence",
                """
                INSERT INTO escrow_claim SELECT ?, bounty_id, agent, fence, stake_units, block, block_hash,
                    transaction, log_index, at, standing FROM escrow_claim WHERE claim_id = ?
                """,
                other.id().value(),
                claim.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fence = 0", "stake_units = -1", "block = -1", "standing = 'maybe'"})
    void claimAtTheContractIsOne(String change) {
        String column = change.substring(0, change.indexOf(' '));
        assertRefused(
                "escrow_claim_" + column + "_check",
                "UPDATE escrow_claim SET " + change + " WHERE claim_id = ?",
                claim.id().value());
    }

    @Test
    void factIsAboutABountyOfOurs() {
        assertRefused(
                "chain_fact_onchain_id_fkey",
                "UPDATE chain_fact SET onchain_id = ? WHERE onchain_id = ?",
                hex(),
                hold.onchainId().hex());
    }

    @Test
    void payoutOnChainWasPaid() {
        assertRefused(
                "payout_on_chain_is_paid",
                """
                INSERT INTO payout (id, source, payee_id, gross_units, fee_units, currency, rail, stage, due_at,
                    attempts, created_at, updated_at, version)
                VALUES (?, 'withdrawal', ?, 1, 0, 'usdc', 'escrow', 'pending', now(), 0, now(), now(), 0)
                """,
                ids.next(),
                bounty.poster().value());
    }

    private Bounty reopened() {
        return unit(() -> {
            Bounty claimed = ports.bounties().find(bounty.id()).orElseThrow();
            ports.claims()
                    .save(claim.takeBack(Claim.CHAIN_REORG, clock.instant()).orThrow().state());
            return ports.bounties().save(claimed.free(clock.instant()).orThrow().state());
        });
    }

    private HeldClaim held(Standing standing) {
        return new HeldClaim(
                claim.id(), bounty.id(), SOMEBODY, 1, MoneyFixture.usdc(2_500), origin(), standing);
    }

    private Origin origin() {
        return new Origin(7, hex(), new TxHash(hex()), 3, clock.instant());
    }

    /** 64 digits that no other test has. */
    private String hex() {
        return "0x" + (ids.next().toString() + ids.next()).replace("-", "");
    }
}
