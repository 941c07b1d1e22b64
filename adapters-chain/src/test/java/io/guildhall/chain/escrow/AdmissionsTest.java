package io.guildhall.chain.escrow;

import static io.guildhall.chain.escrow.EscrowOnChain.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.esaulpaugh.headlong.abi.Function;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.EscrowError.NoRelayer;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we sign is what the contract reads: the two are written down apart. */
class AdmissionsTest extends EscrowTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void admittedAgentClaims() {
        OnchainId bounty = escrow.funded();

        TxHash claim = claim(ann(), bounty, escrow.deployed.admission(ann(), bounty));

        assertThat(escrow.said(claim))
                .singleElement()
                .isInstanceOfSatisfying(
                        VaultEvent.Claimed.class,
                        claimed -> assertThat(claimed.agent()).isEqualTo(escrow.ann()));
    }

    @Test
    void admissionOfAnotherIsNone() {
        OnchainId bounty = escrow.funded();

        TxHash claim = claim(bob(), bounty, escrow.deployed.admission(ann(), bounty));

        assertThat(escrow.reader.receipt(claim)).isInstanceOf(Receipt.Reverted.class);
    }

    @Test
    void admissionServesOnce() {
        OnchainId bounty = escrow.funded();
        Admission admission = escrow.deployed.admission(ann(), bounty);
        claim(ann(), bounty, admission);
        escrow.deployed.does(ann(), new WalletCall.Release(bounty));

        TxHash again = claim(ann(), bounty, admission);
        assertThat(escrow.reader.receipt(again)).isInstanceOf(Receipt.Reverted.class);

        TxHash admittedAgain = claim(ann(), bounty, escrow.deployed.admission(ann(), bounty));
        assertThat(escrow.reader.receipt(admittedAgain)).isInstanceOf(Receipt.Mined.class);
    }

    @Test
    void admissionIsGoodForItsTimeByTheClockThatIsAhead() {
        OnchainId bounty = escrow.funded();
        Instant there = escrow.chain.now();
        Instant ahead = there.plus(Duration.ofDays(1)).plusMillis(1);

        assertThat(admissionBy(there.minus(Duration.ofDays(1)), bounty).expiresAt())
                .isEqualTo(there.plus(TEN_MINUTES));
        assertThat(admissionBy(ahead, bounty).expiresAt())
                .isEqualTo(there.plus(Duration.ofDays(1)).plus(TEN_MINUTES));
    }

    @Test
    void nobodyIsAdmittedWithoutAKey() {
        OnchainId bounty = escrow.funded();
        var withoutKey =
                new EthereumEscrowVault(
                        escrow.nodes, escrow.settings, Map.of(), InstantSource.system());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> withoutKey.admit(bounty, escrow.ann(), 1, TEN_MINUTES))
                .satisfies(refused ->
                        assertThat(refused.error())
                                .isEqualTo(new NoRelayer("no key of the relayer is set")));
    }

    @Test
    void nobodyIsAdmittedByAKeyThatTheContractDoesNotBelieve() {
        OnchainId bounty = escrow.funded();
        Wallet arbiter = escrow.deployed.arbiter();
        var withAnother =
                new EthereumEscrowVault(
                        escrow.nodes,
                        escrow.settings,
                        Map.of(Signer.RELAYER, SigningKey.of(arbiter.key())),
                        InstantSource.system());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> withAnother.admit(bounty, escrow.ann(), 1, TEN_MINUTES))
                .withMessageContaining(arbiter.address().hex())
                .satisfies(refused -> assertThat(refused.error()).isInstanceOf(NoRelayer.class));
    }

    @Test
    void refusalsOfAdmissionsHaveNames() {
        var reverts = new Reverts(Abi.ofBountyManager());

        assertThat(
                        reverts.error(
                                new Function("NotAdmitted(address)")
                                        .encodeCallWithArgs(Solidity.address(escrow.ann()))
                                        .array()))
                .isEqualTo("NotAdmitted(%s)".formatted(escrow.ann()));
        assertThat(
                        reverts.error(
                                new Function("AdmissionExpired(uint40)")
                                        .encodeCallWithArgs(Long.valueOf(7))
                                        .array()))
                .isEqualTo("AdmissionExpired(7)");
    }

    private static Wallet ann() {
        return escrow.deployed.ann();
    }

    private static Wallet bob() {
        return escrow.deployed.bob();
    }

    private static TxHash claim(Wallet agent, OnchainId bounty, Admission admission) {
        escrow.deployed.send(agent, new WalletCall.Approve(usdc(7_500_000)));
        return escrow.deployed.does(agent, new WalletCall.Claim(bounty, admission));
    }

    private static Admission admissionBy(Instant clock, OnchainId bounty) {
        return new EthereumEscrowVault(
                        escrow.nodes,
                        escrow.settings,
                        escrow.deployed.keys(),
                        InstantSource.fixed(clock))
                .admit(bounty, escrow.ann(), 1, TEN_MINUTES);
    }
}
