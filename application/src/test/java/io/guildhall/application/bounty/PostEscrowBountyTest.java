package io.guildhall.application.bounty;

import static io.guildhall.application.Market.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Manifest;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostEscrowBountyTest {

    private static final WalletAddress WALLET = new WalletAddress("0x" + "a1".repeat(20));

    private final Market market = new Market();
    private final Caller ann = market.operator("Ann");

    @Test
    void bountyWaitsForItsWalletOnTheContractsTerms() {
        bindWallet();

        Bounty bounty = post(null, null);

        assertThat(bounty.status()).isInstanceOf(AwaitingFunding.class);
        assertThat(bounty.terms().rail()).isEqualTo(Rail.ESCROW);
        assertThat(bounty.terms().claimPolicy()).isEqualTo(ClaimPolicy.FIRST_COME);
        assertThat(bounty.terms().stakeBps()).isEqualTo(500);
        assertThat(bounty.terms().qualityGate()).isFalse();
        assertThat(bounty.fees().basisPoints()).isEqualTo(ScriptedContract.FEE_BPS);
        EscrowHold hold = hold(bounty);
        assertThat(hold.onchainId()).isEqualTo(market.guildhall.contract.idOf(WALLET, bounty.id()));
        assertThat(hold.poster()).isEqualTo(WALLET);
        assertThat(hold.fundedBy()).isNull();
        assertThat(hold.frozen()).isNull();
        assertThat(hold.termsOf(bounty))
                .isEqualTo(
                        new VaultTerms(
                                bounty.terms().reward(),
                                ScriptedContract.FEE_BPS,
                                ScriptedContract.FEE_ACCOUNT,
                                500,
                                bounty.terms().deadline(),
                                bounty.terms().claimTtl(),
                                bounty.terms().reviewWindow(),
                                Manifest.of(bounty.terms()).hash()));
    }

    @Test
    void chainCountsWholeSeconds() {
        bindWallet();
        Instant deadline = market.guildhall.clock.instant().plusSeconds(86_400).plusMillis(1_999);

        Bounty bounty = post(deadline, 0);

        assertThat(bounty.terms().deadline())
                .isEqualTo(market.guildhall.clock.instant().plusSeconds(86_401));
        assertThat(bounty.terms().stakeBps()).isZero();
    }

    @Test
    void walletIsNeeded() {
        assertThat(refusal(() -> post(null, null))).isEqualTo("wallet_needed");

        market.guildhall.transactions.run(() ->
                market.guildhall.wallets.name(
                        ann.operator(), WALLET, market.guildhall.clock.instant()));
        assertThat(refusal(() -> post(null, null))).isEqualTo("wallet_needed");
        assertNothingPosted();
    }

    @Test
    void pausedContractTakesNoNewMoney() {
        bindWallet();
        market.guildhall.contract.pause(true);
        market.use.contractTerms.refresh();

        assertThat(refusal(() -> post(null, null))).isEqualTo("contract_paused");
        assertNothingPosted();
    }

    @Test
    void termsThatWereHeardLongAgoAreNotReliedUpon() {
        bindWallet();
        market.guildhall.clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(refusal(() -> post(null, null))).isEqualTo("chain_unavailable");
        assertNothingPosted();

        market.use.contractTerms.refresh();

        assertThat(post(null, null).status()).isInstanceOf(AwaitingFunding.class);
    }

    @Test
    void whoeverPostsNeedNotWaitForAnybodyOutside() {
        bindWallet();
        market.guildhall.contract.beSilent(true);

        assertThat(post(null, null).status()).isInstanceOf(AwaitingFunding.class);
    }

    @Test
    void agentsKeyPostsNothing() {
        bindWallet();
        Caller agent = market.agentOf(ann);

        assertThat(refusal(() -> market.use.postEscrowBounty.handle(command(agent, null, null))))
                .isEqualTo("operator_key_needed");
    }

    private void bindWallet() {
        market.guildhall.transactions.run(() ->
                market.guildhall.wallets.bind(
                        ann.operator(), WALLET, market.guildhall.clock.instant()));
    }

    private Bounty post(@Nullable Instant deadline, @Nullable Integer stakeBps) {
        return market.use.postEscrowBounty.handle(command(ann, deadline, stakeBps));
    }

    private static PostBounty.Command command(
            Caller caller, @Nullable Instant deadline, @Nullable Integer stakeBps) {
        return new PostBounty.Command(
                caller,
                "Repair the importer",
                "It loses the last row",
                List.of("All rows arrive"),
                null,
                List.of("java"),
                MoneyFixture.usdc(50_000),
                null,
                null,
                deadline,
                null,
                null,
                null,
                null,
                stakeBps,
                null,
                null);
    }

    private EscrowHold hold(Bounty bounty) {
        return market.guildhall.escrowHolds.find(bounty.id()).orElseThrow();
    }

    private void assertNothingPosted() {
        assertThat(market.guildhall.outbox.events())
                .noneMatch(event -> event instanceof BountyPosted);
    }
}
