package io.guildhall.chain.rpc;

import io.guildhall.chain.ChainSettings;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which node is asked: the one that answered last, as long as it is on our chain and keeps up with
 * the others. One that is behind knows less than was heard already, and would look as if the chain
 * had taken it back.
 */
final class NodeChoice {

    /** How long a node is asked before all of them are compared again. */
    static final Duration COMPARED_EVERY = Duration.ofMinutes(1);

    private static final Duration CHECK_MAX = Duration.ofSeconds(5);

    /** After this a chain that lost blocks is believed, and no longer its node doubted. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final List<Node> nodes;
    private final long chainId;
    private final long blocksBehindMax;
    private final Duration checkLimit;
    private final InstantSource clock;
    private final ReentrantLock comparing = new ReentrantLock();

    private volatile @Nullable Choice chosen;
    private volatile Highest highest = new Highest(0, Instant.EPOCH);

    NodeChoice(List<Node> nodes, ChainSettings settings, InstantSource clock) {
        this.nodes = nodes;
        this.chainId = settings.chainId();
        this.blocksBehindMax = settings.blocksBehindMax();
        Duration limit = settings.timeLimit();
        this.checkLimit = limit.compareTo(CHECK_MAX) < 0 ? limit : CHECK_MAX;
        this.clock = clock;
    }

    private record Choice(Node node, Instant at) {}

    private record Highest(long block, Instant at) {}

    private record Checked(Node node, OptionalLong head, String trouble) {}

    String name(Node node) {
        return "node " + (nodes.indexOf(node) + 1);
    }

    /**
     * @param lost those that failed the question already
     * @param reasons gets to hear why the others are not asked
     * @return null when there is none
     */
    @Nullable Node pick(Set<Node> lost, StringJoiner reasons) {
        Choice current = chosen;
        if (current != null && !lost.contains(current.node())) {
            if (!isDue(current) || !comparing.tryLock()) {
                return current.node();
            }
        } else {
            comparing.lock();
        }
        try {
            return compare(lost, reasons);
        } finally {
            comparing.unlock();
        }
    }

    private boolean isDue(Choice choice) {
        return !choice.at().plus(COMPARED_EVERY).isAfter(clock.instant());
    }

    private @Nullable Node compare(Set<Node> lost, StringJoiner reasons) {
        Choice current = chosen;
        if (current != null && !lost.contains(current.node()) && !isDue(current)) {
            // Another thread has compared meanwhile.
            return current.node();
        }
        List<Checked> all = check(nodes.stream().filter(node -> !lost.contains(node)).toList());
        if (Thread.currentThread().isInterrupted()) {
            reasons.add("interrupted");
        }
        all.forEach(one -> one.head().ifPresent(this::sawBlock));
        long least = highest.block() - blocksBehindMax;
        Node first = null;
        for (Checked one : all) {
            if (one.head().isEmpty()) {
                reasons.add(name(one.node()) + ": " + one.trouble());
            } else if (nodes.size() > 1 && one.head().getAsLong() < least) {
                reasons.add(name(one.node()) + ": behind, at block " + one.head().getAsLong());
            } else if (first == null || (current != null && one.node() == current.node())) {
                first = one.node();
            }
        }
        chosen = first == null ? null : new Choice(first, clock.instant());
        return first;
    }

    void sawBlock(long number) {
        Instant now = clock.instant();
        Highest before = highest;
        // Two at once may overwrite each other: then it is a block less, which does not matter.
        if (number >= before.block() || !before.at().plus(REMEMBERED).isAfter(now)) {
            highest = new Highest(number, now);
        }
    }

    private List<Checked> check(List<Node> asked) {
        List<Checked> all = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Checked>> running =
                    asked.stream().map(node -> each.submit(() -> check(node))).toList();
            for (Future<Checked> one : running) {
                all.add(one.get());
            }
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException _) {
            // Whoever interrupts wants the caller to end, and so none is chosen.
            Thread.currentThread().interrupt();
        }
        return all;
    }

    private Checked check(Node node) {
        try {
            List<Reply> replies =
                    node.ask(
                            List.of(Question.of("eth_chainId"), Question.of("eth_blockNumber")),
                            checkLimit);
            long found = Hex.quantity(replies.get(0).value());
            if (found != chainId) {
                return new Checked(
                        node,
                        OptionalLong.empty(),
                        "on chain %d instead of %d".formatted(found, chainId));
            }
            return new Checked(node, OptionalLong.of(Hex.quantity(replies.get(1).value())), "");
        } catch (NodeFailure failure) {
            return new Checked(node, OptionalLong.empty(), failure.reason());
        } catch (RefusedException refused) {
            return new Checked(node, OptionalLong.empty(), refused.error().message());
        }
    }
}
