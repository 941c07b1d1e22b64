package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.RIVALS;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.escrow.PrepareClaim.Prepared;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.EscrowVault.Purse;
import io.guildhall.domain.escrow.EscrowVault.State;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.Caller;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrepareClaimTest {

    private final ChainMarket chain = new ChainMarket();
    private int eventsBefore;

    @BeforeEach
    void agentHasEnough() {
        chain.contract.ask(STAKE);
        chain.contract.fill(AGENTS, new Purse(REWARD, NOTHING));
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(chain.guildhall.outbox.events()).hasSize(eventsBefore);
        assertThat(chain.guildhall.escrowHolds.pendingClaims()).isEmpty();
    }

    @Test
    void agentIsToldWhatItsWalletSigns() {
        Bounty bounty = openThere(terms());

        Prepared prepared = prepare(chain.agent, bounty);

        assertThat(prepared.site()).isEqualTo(ScriptedContract.SITE);
        assertThat(prepared.bounty()).isEqualTo(bounty);
        assertThat(prepared.stake()).isEqualTo(STAKE);
        assertThat(prepared.allowanceNeeded()).isEqualTo(STAKE);
        assertThat(prepared.approval())
                .isEqualTo(chain.contract.calldata(new WalletCall.Approve(STAKE)));
        assertThat(prepared.calldata())
                .isEqualTo(
                        chain.contract.calldata(
                                new WalletCall.Claim(
                                        chain.hold(bounty).onchainId(), prepared.admission())));
        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    @Test
    void walletIsAdmittedToTheNextClaimAloneAndForAShortTime() {
        Bounty bounty = openThere(terms());
        OnchainId id = chain.hold(bounty).onchainId();
        chain.contract.fill(RIVALS, new Purse(REWARD, NOTHING));

        assertThat(prepare(chain.agent, bounty).admission()).isEqualTo(admission(id, AGENTS, 1));
        assertThat(prepare(chain.rival, bounty).admission()).isEqualTo(admission(id, RIVALS, 1));

        chain.contract.be(
                id,
                new State(
                        VaultStatus.OPEN, REWARD, null, NOTHING, 3, 0, bounty.terms().deadline()));
        assertThat(prepare(chain.agent, bounty).admission()).isEqualTo(admission(id, AGENTS, 4));
    }

    @Test
    void nobodyIsAdmittedWithoutARelayer() {
        Bounty bounty = openThere(terms());
        chain.contract.loseRelayer(true);

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("no_relayer");
    }

    @Test
    void whatIsApprovedNeedNotBeApprovedAgain() {
        Bounty bounty = openThere(terms());

        chain.contract.fill(AGENTS, new Purse(REWARD, STAKE));
        assertThat(prepare(chain.agent, bounty).allowanceNeeded()).isEqualTo(NOTHING);

        chain.contract.fill(AGENTS, new Purse(STAKE, STAKE.minus(MoneyFixture.usdc(1))));
        assertThat(prepare(chain.agent, bounty).allowanceNeeded()).isEqualTo(STAKE);
    }

    @Test
    void onlyAgentsClaimAndOnlyWhatTheySee() {
        Bounty unfunded = chain.posted();
        Bounty offChain =
                chain.market.post(
                        chain.market.operatorWith("Zoe", MoneyFixture.usd(20_000)), terms());
        remember();

        assertThat(refusalOf(chain.ann, unfunded)).isEqualTo("agent_key_needed");
        assertThat(refusalOf(chain.agent, unfunded)).isEqualTo("bounty_not_found");
        assertThat(refusalOf(chain.agent, offChain)).isEqualTo("bounty_not_found");
        assertThat(
                        refusal(() ->
                                chain.use.prepareClaim.handle(
                                        chain.agent, new BountyId(new UUID(0, 1)))))
                .isEqualTo("bounty_not_found");
    }

    @Test
    void onlyAnOpenBountyIsClaimed() {
        Bounty claimed = openThere(terms());
        chain.claimBy(RIVALS, claimed, 1);
        chain.settle();
        remember();

        assertThat(refusalOf(chain.agent, claimed)).isEqualTo("bounty_not_open");
    }

    @Test
    void deadlineEndsClaiming() {
        Bounty bounty = openThere(terms());
        chain.advance(BountyTerms.DEADLINE_DEFAULT);

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("deadline_passed");
    }

    @Test
    void ownBountyIsNotClaimed() {
        Caller own = chain.market.agentOf(chain.ann);
        Bounty bounty = openThere(terms());

        assertThat(refusalOf(own, bounty)).isEqualTo("own_bounty");
    }

    @Test
    void bountyForPeopleIsNotForAgents() {
        Bounty bounty = openThere(terms().noAiAgents());

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("ai_agents_not_allowed");
    }

    @Test
    void reputationThatIsAskedForIsNeeded() {
        Bounty bounty = openThere(terms().minReputation(30));

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("insufficient_reputation");
    }

    @Test
    void frozenBountyIsNotClaimed() {
        Bounty bounty = openThere(terms());
        chain.sayForGood(
                new VaultEvent.DisputeWithdrawn(
                        chain.hold(bounty).onchainId(), 1, chain.guildhall.clock.instant()));
        remember();

        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("bounty_frozen");
    }

    @Test
    void walletIsNeeded() {
        Caller poor = chain.market.agentOf(chain.market.operator("Poor"));
        Bounty bounty = openThere(terms());

        assertThat(refusalOf(poor, bounty)).isEqualTo("wallet_not_found");
    }

    @Test
    void pausedContractTakesNoStake() {
        Bounty bounty = openThere(terms());
        chain.contract.pause(true);

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("contract_paused");
    }

    @Test
    void registryHasToHaveTheAgentAsActive() {
        Bounty bounty = openThere(terms());
        chain.contract.strike(AGENTS);

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("wallet_not_active");
    }

    @Test
    void contractHasTheLastWord() {
        Bounty unknown = chain.open();
        Bounty claimed = chain.open();
        chain.contract.be(
                chain.hold(claimed).onchainId(),
                ScriptedContract.claimed(REWARD, RIVALS, STAKE, 1, null));
        remember();

        assertThat(refusalOf(chain.agent, unknown)).isEqualTo("earlier_not_final");
        assertThat(refusalOf(chain.agent, claimed)).isEqualTo("bounty_not_open");
    }

    @Test
    void stakeHasToBeThere() {
        Bounty bounty = openThere(terms());
        chain.contract.fill(AGENTS, new Purse(STAKE.minus(MoneyFixture.usdc(1)), REWARD));

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("stake_not_covered");
    }

    @Test
    void chainHasToAnswer() {
        Bounty bounty = openThere(terms());
        chain.contract.beSilent(true);

        assertThat(refusalOf(chain.agent, bounty)).isEqualTo("chain_unavailable");
    }

    private Bounty openThere(TermsFixture fixture) {
        Bounty posted = chain.posted(fixture.onChain());
        chain.fund(posted);
        chain.settle();
        chain.contract.beOpen(chain.hold(posted).onchainId(), REWARD);
        remember();
        return chain.now(posted);
    }

    private Admission admission(OnchainId id, WalletAddress wallet, long fence) {
        Instant end = chain.guildhall.clock.instant().plus(PrepareClaim.ADMITTED_FOR);
        return ScriptedContract.admission(id, wallet, fence, end);
    }

    private void remember() {
        eventsBefore = chain.guildhall.outbox.events().size();
    }

    private Prepared prepare(Caller caller, Bounty bounty) {
        return chain.use.prepareClaim.handle(caller, bounty.id());
    }

    private String refusalOf(Caller caller, Bounty bounty) {
        return refusal(() -> prepare(caller, bounty));
    }
}
