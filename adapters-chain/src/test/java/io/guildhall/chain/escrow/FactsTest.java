package io.guildhall.chain.escrow;

import static io.guildhall.chain.escrow.EscrowOnChain.BOUNTY;
import static io.guildhall.chain.escrow.EscrowOnChain.CONTENT;
import static io.guildhall.chain.escrow.EscrowOnChain.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WalletCall;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;

/** Each thing the contract can say, said by the contract itself and read back. */
class FactsTest extends EscrowTest {

    private static final Function FUND =
            new Function(
                    "fundBounty((bytes32,uint96,uint16,address,uint16,uint40,uint32,uint32,bytes32))");
    private static final Function MINT = new Function("mint(address,uint256)");

    @Test
    void fundingNamesPosterOurBountyAndTerms() {
        VaultTerms terms = escrow.deployed.terms();

        OnchainId bounty = escrow.deployed.fund(BOUNTY, terms);

        assertThat(newest())
                .containsExactly(new VaultEvent.Funded(bounty, poster(), BOUNTY, terms));
    }

    @Test
    void claimNamesStakeAndLease() {
        OnchainId bounty = escrow.funded();

        var claim = escrow.deployed.claim(escrow.deployed.ann(), bounty);

        Instant now = escrow.chain.now();
        assertThat(escrow.said(claim))
                .containsExactly(
                        new VaultEvent.Claimed(
                                bounty,
                                escrow.ann(),
                                1,
                                usdc(7_500_000),
                                now,
                                now.plus(Duration.ofDays(3))));
    }

    @Test
    void firstSubmissionReturnsTheStake() {
        OnchainId bounty = escrow.claimedByAnn();

        var said = escrow.relay(new VaultCall.SubmitWork(bounty, escrow.ann(), 1, CONTENT));

        assertThat(said)
                .containsExactly(
                        new VaultEvent.Submitted(
                                bounty,
                                escrow.annsWork(1),
                                usdc(7_500_000),
                                escrow.chain.now().plus(Duration.ofDays(7))));
    }

    @Test
    void workIsSentBackEitherWay() {
        OnchainId bounty = escrow.submittedByAnn();

        var revision = escrow.relay(sendBack(bounty, 1, SentBackAs.REVISION_REQUESTED));
        escrow.relay(new VaultCall.SubmitWork(bounty, escrow.ann(), 1, CONTENT));
        var rejection = escrow.relay(sendBack(bounty, 2, SentBackAs.REJECTED));

        assertThat(revision)
                .singleElement()
                .isInstanceOfSatisfying(
                        VaultEvent.SentBack.class,
                        sent -> {
                            assertThat(sent.as()).isEqualTo(SentBackAs.REVISION_REQUESTED);
                            assertThat(sent.number()).isEqualTo(1);
                            assertThat(sent.agent()).isEqualTo(escrow.ann());
                            assertThat(sent.leaseEndsAt())
                                    .isAfter(escrow.chain.now().plus(Duration.ofDays(2)));
                        });
        assertThat(rejection)
                .singleElement()
                .isInstanceOfSatisfying(
                        VaultEvent.SentBack.class,
                        sent -> assertThat(sent.as()).isEqualTo(SentBackAs.REJECTED));
    }

    @Test
    void workMergedIsPaidWithItsFee() {
        OnchainId bounty = escrow.submittedByAnn();

        var said = escrow.relay(new VaultCall.AcceptWork(bounty, escrow.annsWork(1)));

        assertThat(said)
                .containsExactly(
                        new VaultEvent.Ended(
                                bounty,
                                escrow.ann(),
                                1,
                                VaultStatus.PAID,
                                VaultOutcome.MERGED,
                                10_000,
                                usdc(150_000_000),
                                usdc(15_000_000),
                                usdc(0),
                                usdc(0),
                                usdc(0)));
    }

    @Test
    void silenceOfThePosterPays() {
        OnchainId bounty = escrow.submittedByAnn();
        escrow.chain.pass(Duration.ofDays(7));

        var said = escrow.relay(new VaultCall.AcceptUnanswered(bounty));

        assertThat(said).singleElement().satisfies(ended(VaultOutcome.REVIEW_UNANSWERED));
    }

    @Test
    void releasedClaimReturnsItsStakeAndOpensTheBounty() {
        OnchainId bounty = escrow.claimedByAnn();

        var release = escrow.deployed.does(escrow.deployed.ann(), new WalletCall.Release(bounty));

        assertThat(escrow.said(release))
                .containsExactly(
                        new VaultEvent.ClaimEnded(
                                bounty,
                                escrow.ann(),
                                1,
                                VaultOutcome.RELEASED,
                                usdc(7_500_000),
                                usdc(0)));
    }

    @Test
    void endedLeaseForfeitsTheStake() {
        OnchainId bounty = escrow.claimedByAnn();
        escrow.chain.pass(Duration.ofDays(3));

        var said = escrow.relay(new VaultCall.Expire(bounty));

        assertThat(said)
                .containsExactly(
                        new VaultEvent.ClaimEnded(
                                bounty,
                                escrow.ann(),
                                1,
                                VaultOutcome.LEASE_ENDED,
                                usdc(0),
                                usdc(7_500_000)));
    }

    @Test
    void cancelledBountyThatNobodyHadIsRefunded() {
        OnchainId bounty = escrow.funded();

        var cancel = escrow.deployed.does(escrow.deployed.poster(), new WalletCall.Cancel(bounty));

        assertThat(escrow.said(cancel))
                .containsExactly(
                        new VaultEvent.Ended(
                                bounty,
                                null,
                                0,
                                VaultStatus.CANCELLED,
                                VaultOutcome.CANCELLED,
                                0,
                                usdc(0),
                                usdc(0),
                                usdc(150_000_000),
                                usdc(0),
                                usdc(0)));
    }

    @Test
    void paymentThatCannotBePushedIsHeldUntilItIsFetched() {
        OnchainId bounty = escrow.funded();
        // The token loses the contract's money, so that it refuses to pay it out.
        escrow.chain.setStorage(escrow.deployed.token(), balanceOfManager(), "0x" + "0".repeat(64));

        var cancel = escrow.deployed.does(escrow.deployed.poster(), new WalletCall.Cancel(bounty));

        assertThat(escrow.said(cancel))
                .contains(new VaultEvent.PaymentHeld(bounty, poster(), usdc(150_000_000)));
        assertThat(escrow.vault.heldFor(poster())).isEqualTo(usdc(150_000_000));
        escrow.chain.setStorage(
                escrow.deployed.token(), balanceOfManager(), "0x%064x".formatted(150_000_000));

        escrow.deployed.does(escrow.deployed.ann(), new WalletCall.Withdraw(poster()));

        assertThat(escrow.deployed.balanceOf(poster())).isEqualTo(usdc(10_000_000_000L));
        assertThat(escrow.vault.heldFor(poster())).isEqualTo(usdc(0));
    }

    @Test
    void bountiesUnderNamesThatAreNoIdOfOursArePassedOver() {
        byte[] name = Solidity.word(Digest.of("somebody else's name for a bounty"));

        fund(name, BigInteger.valueOf(150_000_000));

        assertThat(newest()).isEmpty();
    }

    @Test
    void moreMoneyThanWeCountIsPassedOver() {
        BigInteger tooMuch = BigInteger.ONE.shiftLeft(80);
        Wallet poster = escrow.deployed.poster();
        poster.send(
                escrow.deployed.token(),
                Hex.of(MINT.encodeCallWithArgs(poster.argument(), tooMuch).array()));

        fund(Solidity.word(BOUNTY), tooMuch);

        assertThat(newest()).isEmpty();
        assertThat(escrow.vault.state(escrow.vault.idOf(poster(), BOUNTY)).amount())
                .isEqualTo(usdc(Long.MAX_VALUE));
    }

    @Test
    void factsOfOneBountyAreOfNoOther() throws Exception {
        OnchainId first = escrow.claimedByAnn();
        OnchainId second =
                escrow.deployed.fund(new BountyId(new UUID(1, 2)), escrow.deployed.terms());

        assertThat(escrow.reader.facts(second, 0, escrow.chain.head()))
                .extracting(fact -> fact.event().bounty())
                .containsExactly(second);
        assertThat(escrow.reader.facts(first, 0, escrow.chain.head())).hasSize(2);
        assertThat(escrow.facts())
                .hasSize(3)
                .isSortedAccordingTo(Comparator.comparing(ChainFact::origin));
    }

    private static void fund(byte[] platformId, BigInteger amount) {
        Wallet poster = escrow.deployed.poster();
        poster.send(
                escrow.deployed.token(),
                Hex.of(
                        new Function("approve(address,uint256)")
                                .encodeCallWithArgs(
                                        Solidity.address(escrow.deployed.manager()), amount)
                                .array()));
        VaultTerms terms = escrow.deployed.terms();
        var funding =
                escrow.deployed.does(
                        poster,
                        FUND,
                        Tuple.from(
                                platformId,
                                amount,
                                terms.feeBps(),
                                Solidity.address(terms.feeAccount()),
                                terms.stakeBps(),
                                terms.deadline().getEpochSecond(),
                                terms.ttl().toSeconds(),
                                terms.reviewWindow().toSeconds(),
                                Solidity.word(terms.manifest())));
        // It was taken, and is no fact even so.
        assertThat(escrow.said(funding)).isEmpty();
    }

    /** What was said in the newest block. */
    private static List<VaultEvent> newest() {
        long head = escrow.chain.head();
        return escrow.facts().stream()
                .filter(fact -> fact.origin().block() == head)
                .map(ChainFact::event)
                .toList();
    }

    private static WalletAddress poster() {
        return escrow.deployed.poster().address();
    }

    private static VaultCall sendBack(OnchainId bounty, int number, SentBackAs as) {
        return new VaultCall.SendBack(bounty, escrow.annsWork(number), as, Digest.of("notes"));
    }

    /** Where the token keeps what the contract has: its first variable maps accounts to amounts. */
    private static String balanceOfManager() {
        TupleType<Tuple> place = TupleType.parse("(address,uint256)");
        return Hex.of(
                Hash.sha3(
                        place.encode(
                                        Tuple.of(
                                                Solidity.address(escrow.deployed.manager()),
                                                BigInteger.ZERO))
                                .array()));
    }
}
