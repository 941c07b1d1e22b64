package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a contract wrote into a block, not yet understood. */
record RawLog(
        WalletAddress contract,
        List<String> topics,
        String data,
        long block,
        String blockHash,
        TxHash transaction,
        int index) {

    /** An answer that is no list would pass for one in which nothing had happened. */
    static List<RawLog> all(JsonNode answer) {
        if (!answer.isArray()) {
            throw Hex.unreadable("list of events");
        }
        List<RawLog> logs = new ArrayList<>();
        answer.forEach(log -> of(log).ifPresent(logs::add));
        return logs;
    }

    /** Empty for what is in no block: not yet, or not any more. */
    private static Optional<RawLog> of(JsonNode json) {
        if (!json.path("blockHash").isTextual() || json.path("removed").asBoolean()) {
            return Optional.empty();
        }
        List<String> topics = new ArrayList<>();
        json.path("topics").forEach(topic -> topics.add(topic.asText()));
        try {
            return Optional.of(
                    new RawLog(
                            new WalletAddress(json.path("address").asText()),
                            topics,
                            json.path("data").asText(),
                            Hex.quantity(json.path("blockNumber")),
                            json.path("blockHash").asText(),
                            new TxHash(json.path("transactionHash").asText()),
                            Hex.index(json.path("logIndex"))));
        } catch (IllegalArgumentException _) {
            throw unreadable();
        }
    }

    /** What kind of event it is; empty when it does not say. */
    String topic() {
        return topics.isEmpty() ? "" : topics.getFirst();
    }

    Fields fields(Event<Tuple> event) {
        byte[][] words = topics.stream().map(Hex::bytes).toArray(byte[][]::new);
        try {
            return new Fields(event.getInputs(), event.decodeArgs(words, Hex.bytes(data)));
        } catch (RuntimeException _) {
            // headlong has an exception of its own for every way of being wrong.
            throw unreadable();
        }
    }

    Origin origin(Instant at) {
        return new Origin(block, blockHash, transaction, index, at);
    }

    private static RefusedException unreadable() {
        return new RefusedException(
                new ChainUnavailable("a node answers with an event that cannot be read"));
    }
}
