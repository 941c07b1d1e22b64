package io.guildhall.domain.chain;

import java.time.Instant;

/**
 * Where on the chain something is written. Block hash and index in it name it for good: in another
 * block it is another fact, though it may say the same.
 *
 * @param blockHash {@code 0x} and 64 hex digits
 * @param logIndex its place in the block
 * @param at the block's own time, in whole seconds
 */
public record Origin(long block, String blockHash, TxHash transaction, int logIndex, Instant at)
        implements Comparable<Origin> {

    @Override
    public int compareTo(Origin other) {
        int byBlock = Long.compare(block, other.block);
        return byBlock != 0 ? byBlock : Integer.compare(logIndex, other.logIndex);
    }
}
