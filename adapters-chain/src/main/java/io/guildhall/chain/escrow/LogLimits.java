package io.guildhall.chain.escrow;

import io.guildhall.chain.rpc.NodeRefusal;
import java.util.List;
import java.util.Set;

/** How providers say that a question about events was too large; each has words of its own. */
final class LogLimits {

    private static final Set<Integer> CODES = Set.of(413, -32005, -32062, -32614);

    private static final List<String> WORDS =
            List.of(
                    "query returned more than",
                    "query timeout",
                    "block range",
                    "blocks range",
                    "blocks distance",
                    "range is too",
                    "range limit",
                    "response size",
                    "response too large",
                    "too large",
                    "too many",
                    "limit exceeded",
                    "limited to",
                    "exceeds the limit",
                    "exceed maximum",
                    "exceeds max",
                    "max results");

    private LogLimits() {}

    static boolean isTooMany(NodeRefusal refusal) {
        return CODES.contains(refusal.code()) || refusal.says(WORDS);
    }
}
