package io.guildhall.application.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Outside;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.ScriptedChain;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.OrderFailures;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.shared.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Orders, a chain, and replicas that carry the ones to the other. */
final class OrdersOnChain {

    static final int CONFIRMATIONS = 3;

    static final SendingLimits LIMITS =
            new SendingLimits(
                    300_000_000_000L,
                    Duration.ofSeconds(90),
                    60,
                    new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5)),
                    Duration.ofMinutes(2),
                    CONFIRMATIONS,
                    50,
                    16);

    private static final WalletAddress AGENT = new WalletAddress("0x" + "c3".repeat(20));
    private static final int ROUNDS_MAX = 100;

    final InMemoryGuildhall guildhall;
    final TestClock clock;
    final ScriptedChain chain = new ScriptedChain();
    final List<OrderId> failed = new ArrayList<>();

    /** What nodes had against orders that were signed. */
    final List<String> held = new ArrayList<>();

    /** What the failures' hearer does beside noting them. */
    BiConsumer<VaultOrder, String> hearer = (_, _) -> {};

    final CarryOutOrders worker;

    OrdersOnChain() {
        this(1);
    }

    OrdersOnChain(long seed) {
        guildhall = new InMemoryGuildhall(seed, InMemoryGuildhall.OPENING);
        clock = guildhall.clock;
        worker = replica("replica one");
    }

    CarryOutOrders replica(String holder) {
        return replica(holder, guildhall.ports(), chain, chain);
    }

    CarryOutOrders replica(String holder, Ports ports, VaultSender sender, ChainReader reader) {
        Outside outside = new Outside(guildhall.transactions::isInside);
        return new CarryOutOrders(
                ports.transactions(),
                ports.clock(),
                ports.vaultOrders(),
                ports.signerAccounts(),
                outside.port(VaultSender.class, sender),
                outside.port(ChainReader.class, reader),
                new OrderFailures() {
                    @Override
                    public void failed(VaultOrder order, String reason) {
                        hearer.accept(order, reason);
                        failed.add(order.id());
                    }

                    @Override
                    public void held(VaultOrder order, String objection) {
                        held.add(order.id() + ": " + objection);
                    }
                },
                LIMITS,
                holder);
    }

    BountyId bounty() {
        return new BountyId(guildhall.ids.next());
    }

    VaultOrder give(BountyId bounty, String key) {
        return give(bounty, key, clock.instant());
    }

    VaultOrder give(BountyId bounty, String key, Instant notBefore) {
        OnchainId onchain = new OnchainId(Digest.of(bounty.toString()).hex());
        return give(
                bounty,
                key,
                new VaultCall.SubmitWork(onchain, AGENT, 1, Digest.of(key)),
                notBefore);
    }

    VaultOrder give(BountyId bounty, String key, VaultCall call, Instant notBefore) {
        VaultOrder order =
                VaultOrder.give(
                        new OrderId(guildhall.ids.next()),
                        bounty,
                        key,
                        call,
                        notBefore,
                        clock.instant());
        assertThat(guildhall.transactions.run(() -> guildhall.vaultOrders.add(order))).isTrue();
        return order;
    }

    VaultOrder now(VaultOrder order) {
        return guildhall.vaultOrders.find(order.id()).orElseThrow();
    }

    String word(VaultOrder order) {
        return now(order).status().word();
    }

    /** Rounds until one finds nothing to do. */
    int rounds() {
        int steps = 0;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            int made = worker.handle();
            if (made == 0) {
                return steps;
            }
            steps += made;
        }
        throw new AssertionError("There is always something to do");
    }

    /** Blocks until what is in one stays, with a round after each. */
    void confirm() {
        for (int block = 0; block < CONFIRMATIONS; block++) {
            chain.mine();
            rounds();
        }
    }

    /** It comes into the next block, and stays there. */
    void confirmed(VaultOrder order) {
        chain.mine();
        rounds();
        confirm();
        assertThat(word(order)).isEqualTo("done");
        assertThat(chain.effects()).containsOnlyOnce(order.call());
    }

    void pass(Duration time) {
        clock.advance(time);
    }
}
