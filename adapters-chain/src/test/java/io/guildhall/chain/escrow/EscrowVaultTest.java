package io.guildhall.chain.escrow;

import static io.guildhall.chain.escrow.EscrowOnChain.BOUNTY;
import static io.guildhall.chain.escrow.EscrowOnChain.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.esaulpaugh.headlong.abi.Function;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowVault.Companions;
import io.guildhall.domain.escrow.EscrowVault.FeeTerms;
import io.guildhall.domain.escrow.EscrowVault.Purse;
import io.guildhall.domain.escrow.EscrowVault.State;
import io.guildhall.domain.escrow.EscrowVault.Totals;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.shared.RefusedException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscrowVaultTest extends EscrowTest {

    @Test
    void idIsTheOneThatTheContractGives() {
        OnchainId funded = escrow.funded();

        assertThat(escrow.facts().getLast().event().bounty()).isEqualTo(funded);
        assertThat(escrow.vault.state(funded).status()).isEqualTo(VaultStatus.OPEN);
    }

    @Test
    void feeTermsAreThoseOfNewBounties() {
        assertThat(escrow.vault.feeTerms())
                .isEqualTo(new FeeTerms(1_000, escrow.deployed.feeAccount().address()));
    }

    @Test
    void contractNamesItsTokenAndItsRegistry() {
        assertThat(escrow.vault.companions())
                .isEqualTo(new Companions(escrow.deployed.token(), escrow.deployed.registry()));
    }

    @Test
    void onlyRegisteredWalletsAreAgents() {
        assertThat(escrow.vault.isActiveAgent(escrow.ann())).isTrue();
        assertThat(escrow.vault.isActiveAgent(escrow.deployed.poster().address())).isFalse();
    }

    @Test
    void quoteIsWhatAClaimThenLocks() {
        OnchainId bounty = escrow.funded();

        var quote = escrow.vault.quoteClaim(bounty);

        assertThat(quote.stake()).isEqualTo(usdc(7_500_000));
        assertThat(quote.leaseEndsAt())
                .isBetween(
                        escrow.chain.now().plus(Duration.ofDays(3)),
                        escrow.chain.now().plus(Duration.ofDays(3)).plusSeconds(60));
    }

    @Test
    void purseHoldsBalanceAndAllowance() {
        Wallet ann = escrow.deployed.ann();
        escrow.deployed.does(ann, new WalletCall.Approve(usdc(7)));

        assertThat(escrow.vault.purse(ann.address()))
                .isEqualTo(new Purse(usdc(10_000_000_000L), usdc(7)));
    }

    @Test
    void endlessAllowanceIsAsMuchAsWeCount() {
        Wallet ann = escrow.deployed.ann();
        ann.does(
                escrow.deployed.token(),
                Hex.of(
                        new Function("approve(address,uint256)")
                                .encodeCallWithArgs(
                                        Solidity.address(escrow.deployed.manager()),
                                        BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE))
                                .array()));

        assertThat(escrow.vault.purse(ann.address()).allowance()).isEqualTo(usdc(Long.MAX_VALUE));
    }

    @Test
    void stateFollowsTheBounty() {
        VaultTerms terms = escrow.deployed.terms();
        OnchainId bounty = escrow.deployed.fund(BOUNTY, terms);

        assertThat(escrow.vault.state(bounty))
                .isEqualTo(
                        new State(
                                VaultStatus.OPEN,
                                usdc(150_000_000),
                                null,
                                usdc(0),
                                0,
                                0,
                                terms.deadline()));

        escrow.deployed.claim(escrow.deployed.ann(), bounty);

        assertThat(escrow.vault.state(bounty))
                .isEqualTo(
                        new State(
                                VaultStatus.CLAIMED,
                                usdc(150_000_000),
                                escrow.ann(),
                                usdc(7_500_000),
                                1,
                                0,
                                escrow.chain.now().plus(Duration.ofDays(3))));
    }

    @Test
    void unknownBountyIsNothing() {
        assertThat(escrow.vault.state(new OnchainId("0x" + "5".repeat(64))))
                .isEqualTo(new State(VaultStatus.NONE, usdc(0), null, usdc(0), 0, 0, null));
    }

    @Test
    void totalsAreWhatIsOwedAndWhatIsThere() {
        escrow.claimedByAnn();

        assertThat(escrow.vault.totals())
                .isEqualTo(
                        new Totals(usdc(150_000_000), usdc(7_500_000), usdc(0), usdc(157_500_000)));
    }

    @Test
    void pauseIsSeen() {
        assertThat(escrow.vault.isPaused()).isFalse();

        escrow.deployed.does(escrow.deployed.admin(), new Function("pause()"));

        assertThat(escrow.vault.isPaused()).isTrue();
    }

    @Test
    void addressWithoutTheContractIsNamed() {
        WalletAddress nowhere = new WalletAddress("0x" + "9".repeat(40));
        ChainSettings wrong =
                new ChainSettings(
                        escrow.settings.nodes(),
                        escrow.settings.chainId(),
                        nowhere,
                        escrow.settings.token(),
                        escrow.settings.registry(),
                        ChainSettings.TIME_LIMIT,
                        ChainSettings.BLOCKS_BEHIND_MAX);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        new EthereumEscrowVault(
                                        escrow.nodes, wrong, Map.of(), InstantSource.system())
                                .feeTerms())
                .withMessageContaining(nowhere.hex());
    }
}
