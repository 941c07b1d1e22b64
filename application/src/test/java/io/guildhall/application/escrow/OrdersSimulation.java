package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.OrdersOnChain.CONFIRMATIONS;
import static io.guildhall.application.escrow.OrdersOnChain.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.Crashes.Crash;
import io.guildhall.application.inmemory.ScriptedChain;
import io.guildhall.application.inmemory.ScriptedChain.Fate;
import io.guildhall.application.simulation.Census;
import io.guildhall.application.simulation.Chance;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Orders carried out by chance, by two replicas, over a chain and a net that cannot be relied on.
 */
final class OrdersSimulation {

    private static final int STEPS = 120;
    private static final int BOUNTIES = 4;
    private static final int CALLS_BEFORE_CRASH_MAX = 30;
    private static final int ROUNDS_TO_THE_END_MAX = 400;

    /** An order that is still on its way after so many does not come on by itself. */
    private static final int ROUNDS_TO_A_GAP = 100;

    private static final String SPENT_ELSEWHERE = "nonce spent elsewhere";
    private static final long GWEI = 1_000_000_000L;

    private final Chance chance;
    private final OrdersOnChain ground;
    private final ScriptedChain chain;
    private final List<CarryOutOrders> replicas;
    private final Crashes crashes;
    private final CarryOutOrders doomed;
    private final List<BountyId> bounties = new ArrayList<>();
    private final List<VaultOrder> given = new ArrayList<>();
    private final Set<VaultCall> refused = new HashSet<>();
    private final List<WalletAddress> exchanged = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Census census;

    private OrdersSimulation(long seed, Census census) {
        this.census = census;
        this.chance = new Chance(seed);
        this.ground = new OrdersOnChain(seed);
        this.chain = ground.chain;
        this.replicas = List.of(ground.worker, ground.replica("replica two"));
        this.crashes = new Crashes(ground.guildhall.ports());
        VaultSender sender = crashes.doomed((VaultSender) chain);
        this.doomed =
                ground.replica("replica three", crashes.ports(), sender, (ChainReader) sender);
        for (int i = 0; i < BOUNTIES; i++) {
            bounties.add(ground.bounty());
        }
    }

    /**
     * @param census where it is counted what happened
     * @throws AssertionError that names the seed and tells the story so far, when something does
     *     not hold
     */
    static void live(long seed, Census census) {
        var simulation = new OrdersSimulation(seed, census);
        try {
            simulation.live();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed %d, replay it with -Dseed=%d. What happened:%n%s%n%s"
                            .formatted(seed, seed, String.join("\n", simulation.told), e),
                    e);
        }
    }

    private void live() {
        for (int step = 0; step < STEPS; step++) {
            somethingHappens();
            hold();
        }
        allGoesWell();
    }

    private void somethingHappens() {
        switch (chance.between(0, 19)) {
            case 0, 1, 2 -> give();
            case 3, 4, 5, 6 -> round("round", chance.oneOf(replicas));
            case 7, 8 -> crash();
            case 9 -> interrupted();
            case 10, 11, 12 -> {
                chain.mine();
                tell("mined");
            }
            case 13 -> reorganise();
            case 14 -> {
                chain.forgetPool();
                tell("pool forgotten");
            }
            case 15 -> {
                Fate fate = chance.oneOf(List.of(Fate.values()));
                chain.next(fate);
                tell("fate " + fate);
            }
            case 16 -> prices();
            case 17 -> contract();
            case 18 -> withdraw();
            default -> {
                Duration pause = Duration.ofSeconds(chance.between(0, 199));
                ground.pass(pause);
                tell("time passed");
            }
        }
        if (chance.percent(3)) {
            chain.spendNonce(Signer.RELAYER);
            tell(SPENT_ELSEWHERE);
        }
        if (chance.percent(1)) {
            exchangeKey();
        }
    }

    /** The old wallet may keep its role until all goes well. */
    private void exchangeKey() {
        WalletAddress old = chain.wallet(Signer.RELAYER).orElseThrow();
        exchanged.add(old);
        chain.exchangeKey(Signer.RELAYER, new WalletAddress("0x%040x".formatted(exchanged.size())));
        tell("key exchanged");
        if (chance.percent(50)) {
            chain.revoke(old);
            tell("role revoked");
        }
    }

    private void give() {
        BountyId bounty = chance.oneOf(bounties);
        String key = "order:" + given.size();
        given.add(
                chance.percent(80)
                        ? ground.give(bounty, key)
                        : ground.give(bounty, key, ruling(bounty), ground.clock.instant()));
        tell("given");
    }

    private VaultCall ruling(BountyId bounty) {
        OnchainId onchain = new OnchainId(Digest.of(bounty.toString()).hex());
        return new VaultCall.RuleDispute(onchain, given.size() + 1, 5_000);
    }

    private void round(String how, CarryOutOrders replica) {
        try {
            replica.handle();
            tell(how);
        } catch (RefusedException e) {
            tell(how + " refused");
        }
    }

    private void crash() {
        crashes.after(chance.between(0, CALLS_BEFORE_CRASH_MAX));
        try {
            doomed.handle();
        } catch (Crash e) {
            tell("crashed");
        } catch (RefusedException e) {
            tell("doomed round refused");
        } finally {
            crashes.noMore();
        }
    }

    /** In the middle of a round its time is over, and another replica goes on. */
    private void interrupted() {
        chain.interrupt(
                chance.between(0, 9),
                () -> {
                    ground.pass(LIMITS.leaseFor());
                    round("round in between", replicas.getLast());
                });
        round("interrupted round", replicas.getFirst());
        chain.interrupt(-1, () -> {});
    }

    /** Never deeper than what is taken to stay. */
    private void reorganise() {
        int depth = chance.between(1, CONFIRMATIONS);
        if (chain.height() > depth) {
            boolean isLost = chance.percent(50);
            chain.reorganise(depth, isLost);
            tell(isLost ? "reorganised and lost" : "reorganised");
        }
    }

    private void prices() {
        long price = chance.between(10, 69) * GWEI;
        if (chance.percent(50)) {
            chain.ask(price);
        } else {
            chain.askInSecret(price);
        }
        chain.refuse(chance.percent(25) ? "insufficient funds" : null);
        tell("other prices");
    }

    private void contract() {
        if (given.isEmpty()) {
            return;
        }
        VaultCall call = chance.oneOf(given).call();
        if (chance.percent(50)) {
            chain.revertOnce(call);
            tell("reverts once");
        } else if (refused.add(call)) {
            chain.object(call, "WrongStatus()");
            tell("objects");
        } else {
            refused.remove(call);
            chain.allow(call);
            tell("allows");
        }
    }

    private void withdraw() {
        BountyId bounty = chance.oneOf(bounties);
        ground.guildhall.transactions.run(
                () -> ground.guildhall.vaultOrders.withdrawWaiting(bounty, ground.clock.instant()));
        tell("withdrawn");
    }

    /** Whatever comes, no effect is there twice, and no end is taken back. */
    private void hold() {
        assertThat(chain.effects()).doesNotHaveDuplicates();
        for (VaultOrder order : given) {
            VaultOrder current = ground.now(order);
            boolean hasEffect = chain.effects().contains(order.call());
            switch (current.status()) {
                case Done _ -> assertThat(hasEffect).as("done: %s", current).isTrue();
                case Waiting _, Failed _, Withdrawn _ ->
                        assertThat(hasEffect).as("not sent: %s", current).isFalse();
                default -> {
                    // It is on its way, or there.
                }
            }
        }
    }

    private void allGoesWell() {
        chain.interrupt(-1, () -> {});
        chain.ask(10 * GWEI);
        chain.refuse(null);
        chain.next();
        refused.forEach(chain::allow);
        exchanged.forEach(chain::revoke);
        tell("all goes well");
        for (int round = 0; round < ROUNDS_TO_THE_END_MAX && !isAllOver(); round++) {
            ground.pass(Duration.ofMinutes(3));
            round("round", replicas.get(round % replicas.size()));
            chain.mine();
            hold();
            if (round % ROUNDS_TO_A_GAP == ROUNDS_TO_A_GAP - 1 && !isAllOver()) {
                closeGap();
            }
        }
        assertThat(isAllOver()).as("everything comes to its end").isTrue();
        noncesHaveNoGap();
        for (VaultOrder order : given) {
            census.count("ended " + ground.word(order));
        }
    }

    /**
     * What something else had spent came free again, and was nobody's: the next order gets it, and
     * lets those behind it go on.
     */
    private void closeGap() {
        assertThat(told)
                .as("without others there is none")
                .anyMatch(line -> line.endsWith(SPENT_ELSEWHERE));
        given.add(ground.give(ground.bounty(), "order:" + given.size()));
        tell("gap closed");
    }

    private boolean isAllOver() {
        return given.stream()
                .map(ground::now)
                .allMatch(order ->
                        switch (order.status()) {
                            case Done _, Failed _, Withdrawn _ -> true;
                            default -> false;
                        });
    }

    /** A number that nobody used would hold up all after it: the pool would not be empty. */
    private void noncesHaveNoGap() {
        List<SignedCall> inFlight =
                ground.guildhall.vaultOrders.all().stream()
                        .map(VaultOrder::signed)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        assertThat(inFlight).isEmpty();
        assertThat(chain.isPoolEmpty()).as("no text waits behind a gap").isTrue();
    }

    private void tell(String what) {
        told.add(ground.clock.instant() + " " + what);
        census.count(what);
    }
}
