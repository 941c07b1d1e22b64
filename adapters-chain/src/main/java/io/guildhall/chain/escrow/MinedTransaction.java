package io.guildhall.chain.escrow;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction that is in a block.
 *
 * @param index its place in the block
 */
record MinedTransaction(
        TxHash hash, boolean passed, long block, String blockHash, int index, List<RawLog> logs) {

    /** Empty when it is not known, or in no block yet. */
    static Optional<MinedTransaction> find(Nodes nodes, TxHash hash) {
        JsonNode receipt = nodes.answer(Question.of("eth_getTransactionReceipt", hash.hex()));
        if (!receipt.isNull() && !receipt.isObject()) {
            throw Hex.unreadable("receipt");
        }
        if (!receipt.path("blockHash").isTextual()) {
            return Optional.empty();
        }
        List<RawLog> logs = RawLog.all(receipt.path("logs"));
        return Optional.of(
                new MinedTransaction(
                        hash,
                        Hex.quantity(receipt.path("status")) == 1,
                        Hex.quantity(receipt.path("blockNumber")),
                        receipt.path("blockHash").asText(),
                        Hex.index(receipt.path("transactionIndex")),
                        logs));
    }

    List<RawLog> logsOf(WalletAddress contract) {
        return logs.stream().filter(log -> log.contract().equals(contract)).toList();
    }

    Origin origin(Instant at) {
        return new Origin(block, blockHash, hash, index, at);
    }
}
