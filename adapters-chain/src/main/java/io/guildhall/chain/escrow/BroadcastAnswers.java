package io.guildhall.chain.escrow;

import io.guildhall.chain.rpc.NodeRefusal;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import java.util.List;

/** What nodes of different makes say of a transaction that they do not take as a new one. */
final class BroadcastAnswers {

    private static final List<String> KNOWN =
            List.of(
                    "already known",
                    "known transaction",
                    "already imported",
                    "alreadyknown",
                    "already exists",
                    "already in pool",
                    "already in the pool",
                    "already in mempool");

    private static final List<String> SPENT =
            List.of("nonce too low", "nonce is too low", "oldnonce", "nonce has already been used");

    private static final List<String> UNDERPRICED =
            List.of(
                    "underpriced",
                    "could not replace",
                    "replacementnotallowed",
                    "too low to replace",
                    "feetoolow",
                    "fee too low",
                    "less than block base fee",
                    "less than the block base fee");

    /** A node that has no room now may have some later. */
    private static final List<String> LATER =
            List.of("pool is full", "txpool is full", "pool full", "overflow", "timeout", "busy");

    private BroadcastAnswers() {}

    static Broadcast of(NodeRefusal refusal) {
        // A transaction of an unknown type is none that is known.
        if (refusal.says(KNOWN) && !refusal.says(List.of("unknown"))) {
            return new Broadcast.Taken();
        }
        if (refusal.says(SPENT)) {
            return new Broadcast.NonceSpent();
        }
        if (refusal.says(UNDERPRICED)) {
            return new Broadcast.Underpriced();
        }
        if (refusal.says(LATER)) {
            throw refusal.unavailable();
        }
        return new Broadcast.Refused(refusal.text());
    }
}
