package io.guildhall.chain;

import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.domain.chain.WalletAddress;
import java.time.Duration;
import java.util.List;

/**
 * Which chain, which contracts on it, and through whom they are reached.
 *
 * @param nodes the first is asked as long as it answers, then the next
 * @param contract the escrow's
 * @param registry of the agents
 * @param timeLimit for one answer of a node
 * @param blocksBehindMax a node further behind the others is not asked
 */
public record ChainSettings(
        List<NodeUrl> nodes,
        long chainId,
        WalletAddress contract,
        WalletAddress token,
        WalletAddress registry,
        Duration timeLimit,
        long blocksBehindMax) {

    public static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    public static final long BLOCKS_BEHIND_MAX = 8;

    public ChainSettings {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A chain is reached through one node at least");
        }
    }
}
