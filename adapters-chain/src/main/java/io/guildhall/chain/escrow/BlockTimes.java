package io.guildhall.chain.escrow;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.chain.rpc.Reply;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When blocks were made. A hash names one block for good, so its time is asked once. */
final class BlockTimes {

    private static final int REMEMBERED_MAX = 4_096;

    private final Nodes nodes;
    private final Map<String, Instant> remembered =
            new LinkedHashMap<>() {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    BlockTimes(Nodes nodes) {
        this.nodes = nodes;
    }

    Instant of(String blockHash) {
        return of(List.of(blockHash)).values().iterator().next();
    }

    Map<String, Instant> of(Collection<String> blockHashes) {
        Map<String, Instant> times = new HashMap<>();
        synchronized (remembered) {
            blockHashes.stream()
                    .filter(remembered::containsKey)
                    .forEach(hash -> times.put(hash, remembered.get(hash)));
        }
        List<String> unknown =
                blockHashes.stream().distinct().filter(hash -> !times.containsKey(hash)).toList();
        List<Reply> replies = nodes.askAll(unknown.stream().map(BlockTimes::question).toList());
        for (int place = 0; place < unknown.size(); place++) {
            times.put(unknown.get(place), time(replies.get(place).value()));
        }
        synchronized (remembered) {
            unknown.forEach(hash -> remembered.put(hash, times.get(hash)));
        }
        return times;
    }

    /** Of a block that a node has told of anyway. */
    void remember(JsonNode block) {
        if (block.path("timestamp").isTextual()) {
            synchronized (remembered) {
                remembered.put(block.path("hash").asText(), time(block));
            }
        }
    }

    private static Question question(String blockHash) {
        return Question.of("eth_getBlockByHash", blockHash, false);
    }

    private static Instant time(JsonNode block) {
        if (block.isNull()) {
            // Another block has taken its place since its events were read.
            throw new RefusedException(
                    new ChainUnavailable("the chain changed while it was being read"));
        }
        return Hex.time(block.path("timestamp"));
    }
}
