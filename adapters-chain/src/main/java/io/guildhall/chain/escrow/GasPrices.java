package io.guildhall.chain.escrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.shared.RefusedException;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * What blocks cost. The tip is what half of the newest blocks' gas was content with; the base fee
 * may double, which takes six full blocks, before a transaction at this price has to wait.
 */
final class GasPrices {

    /** What nodes ask for by default, in wei. */
    static final long TIP_MIN = 1_000_000;

    private static final int BLOCKS = 10;
    private static final int MEDIAN = 50;

    private final Nodes nodes;

    GasPrices(Nodes nodes) {
        this.nodes = nodes;
    }

    Price now() {
        Question history =
                Question.of(
                        "eth_feeHistory",
                        Hex.of(BLOCKS),
                        "latest",
                        JsonNodeFactory.instance.arrayNode().add(MEDIAN));
        JsonNode past = nodes.answer(history);
        JsonNode baseFees = past.path("baseFeePerGas");
        if (!baseFees.isArray() || baseFees.isEmpty()) {
            throw new RefusedException(
                    new ChainUnavailable("a node names no base fee: the chain must know EIP-1559"));
        }
        // One more than the blocks: the last is that of the block to come.
        long baseFee = Hex.quantity(baseFees.get(baseFees.size() - 1));
        long tip = Math.max(TIP_MIN, median(past));
        try {
            return new Price(Math.addExact(Math.multiplyExact(2, baseFee), tip), tip);
        } catch (ArithmeticException _) {
            throw new RefusedException(
                    new ChainUnavailable("a node names a price past all bounds"));
        }
    }

    private static long median(JsonNode past) {
        LongStream rewards =
                StreamSupport.stream(past.path("reward").spliterator(), false)
                        .filter(block -> block.isArray() && !block.isEmpty())
                        .mapToLong(block -> Hex.quantity(block.get(0)));
        long[] sorted = rewards.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
