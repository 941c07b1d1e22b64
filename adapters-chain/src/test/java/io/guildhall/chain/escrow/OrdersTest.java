package io.guildhall.chain.escrow;

import static io.guildhall.chain.escrow.EscrowOnChain.BOUNTY;
import static io.guildhall.chain.escrow.EscrowOnChain.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Function;
import io.guildhall.application.escrow.CarryOutOrders;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.OrderFailures;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.shared.BackOff;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;

/** Orders on their way to the contract on a real node. */
class OrdersTest extends EscrowTest {

    private static final int CONFIRMATIONS = 3;

    private static final SendingLimits LIMITS =
            new SendingLimits(
                    300_000_000_000L,
                    Duration.ofSeconds(90),
                    60,
                    new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5)),
                    Duration.ofMinutes(2),
                    CONFIRMATIONS,
                    50,
                    16);

    private InMemoryGuildhall guildhall;
    private CarryOutOrders worker;

    @BeforeEach
    void worker() {
        guildhall = new InMemoryGuildhall();
        worker = worker(escrow.sender);
    }

    private CarryOutOrders worker(VaultSender sender) {
        return new CarryOutOrders(
                guildhall.transactions,
                guildhall.clock,
                guildhall.vaultOrders,
                guildhall.signerAccounts,
                sender,
                escrow.reader,
                new OrderFailures() {
                    @Override
                    public void failed(VaultOrder order, String reason) {
                        throw new AssertionError(order + " failed: " + reason);
                    }

                    @Override
                    public void held(VaultOrder order, String objection) {
                        // What counts here is how it ends.
                    }
                },
                LIMITS,
                "replica one");
    }

    @Test
    void twoOrdersOfABountyTakeEffectInTheirOrder() {
        OnchainId bounty = escrow.claimedByAnn();
        VaultOrder submitted = give("submit:1:1", submit(bounty));
        VaultOrder accepted =
                give("accept:1:1", new VaultCall.AcceptWork(bounty, escrow.annsWork(1)));

        untilDone(accepted);

        assertThat(now(submitted).status()).isInstanceOf(Done.class);
        assertThat(escrow.vault.state(bounty).status()).isEqualTo(VaultStatus.PAID);
    }

    @Test
    void orderSurvivesAReorganisationAndTakesEffectOnce() {
        OnchainId bounty = escrow.claimedByAnn();
        VaultOrder order = give("submit:1:1", submit(bounty));
        rounds();
        escrow.chain.mine();
        rounds();
        assertThat(now(order).status().word()).isEqualTo("mined");

        escrow.chain.reorganise(1);
        assertThat(escrow.vault.state(bounty).status()).isEqualTo(VaultStatus.CLAIMED);
        rounds();
        assertThat(now(order).status().word()).isEqualTo("signed");
        untilDone(order);

        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void stuckOrderIsReplacedAtAHigherPrice() {
        VaultOrder order = give("submit:1:1", submit(escrow.claimedByAnn()));
        rounds();
        SignedCall first = Objects.requireNonNull(now(order).signed());

        guildhall.clock.advance(LIMITS.stuckAfter());
        rounds();
        SignedCall second = Objects.requireNonNull(now(order).signed());
        assertThat(second.nonce()).isEqualTo(first.nonce());
        assertThat(second.variants()).hasSize(2).containsAll(first.variants());
        untilDone(order);

        assertThat(now(order).status())
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.transaction()).isEqualTo(second.newest().hash()));
        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void whatTheNodeForgotIsSentAgain() {
        VaultOrder order = give("submit:1:1", submit(escrow.claimedByAnn()));
        rounds();
        escrow.chain.drop(Objects.requireNonNull(now(order).signed()).newest().hash());

        guildhall.clock.advance(LIMITS.stuckAfter());
        untilDone(order);

        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void refusalOfTheContractIsKeptAndTheOrderPassesWhenItIsOver() {
        OnchainId bounty = escrow.funded();
        VaultOrder order = give("submit:1:1", submit(bounty));
        rounds();

        assertThat(now(order).status())
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting ->
                                assertThat(waiting.objection())
                                        .isEqualTo("WrongStatus(%s, OPEN)".formatted(bounty)));

        escrow.deployed.claim(escrow.deployed.ann(), bounty);
        guildhall.clock.advance(LIMITS.backOff().first());
        untilDone(order);
        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void walletWithoutFundsGoesOnWhenItHasSome() {
        VaultOrder order = give("submit:1:1", submit(escrow.claimedByAnn()));
        var relayer = escrow.deployed.relayer().address();
        // Enough to be rehearsed, and not for the price.
        escrow.chain.setBalance(relayer, BigInteger.ONE);
        rounds();
        assertThat(now(order).status()).isNotInstanceOf(Done.class);

        escrow.chain.setBalance(relayer, BigInteger.TEN.pow(18));
        guildhall.clock.advance(LIMITS.stuckAfter());
        untilDone(order);

        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void whatTheOldKeySignedIsSignedByTheNewOneWhenTheRoleIsGone() {
        VaultOrder order = give("submit:1:1", submit(escrow.claimedByAnn()));
        rounds();
        SignedCall before = Objects.requireNonNull(now(order).signed());
        escrow.chain.drop(before.newest().hash());
        Wallet successor = escrow.deployed.operator();
        worker =
                worker(
                        new EthereumVaultSender(
                                escrow.nodes,
                                escrow.settings,
                                Map.of(Signer.RELAYER, SigningKey.of(successor.key()))));

        changeRole("grantRole(bytes32,address)", successor);
        changeRole("revokeRole(bytes32,address)", escrow.deployed.relayer());
        untilDone(order);

        assertThat(submissions()).isEqualTo(1);
        assertThat(now(order).tries()).isZero();
        escrow.sender.broadcast(before.newest());
        escrow.chain.mine();
        assertThat(submissions()).as("the old text changes nothing").isEqualTo(1);
    }

    private static void changeRole(String function, Wallet of) {
        escrow.deployed.does(
                escrow.deployed.admin(),
                new Function(function),
                Hash.sha3("RELAYER_ROLE".getBytes(StandardCharsets.US_ASCII)),
                of.argument());
    }

    private VaultOrder give(String key, VaultCall call) {
        var now = guildhall.clock.instant();
        VaultOrder order =
                VaultOrder.give(new OrderId(guildhall.ids.next()), BOUNTY, key, call, now, now);
        guildhall.transactions.run(() -> guildhall.vaultOrders.add(order));
        return order;
    }

    private VaultOrder now(VaultOrder order) {
        return guildhall.vaultOrders.find(order.id()).orElseThrow();
    }

    private void rounds() {
        for (int round = 0; round < 20 && worker.handle() > 0; round++) {
            assertThat(round).as("rounds come to an end").isLessThan(19);
        }
    }

    private void untilDone(VaultOrder order) {
        for (int block = 0; block < 20; block++) {
            rounds();
            if (now(order).status() instanceof Done) {
                return;
            }
            escrow.chain.mine();
        }
        throw new AssertionError(now(order) + " is not done");
    }

    private static VaultCall submit(OnchainId bounty) {
        return new VaultCall.SubmitWork(bounty, escrow.ann(), 1, CONTENT);
    }

    private static long submissions() {
        return escrow.facts().stream()
                .map(ChainFact::event)
                .filter(VaultEvent.Submitted.class::isInstance)
                .count();
    }
}
