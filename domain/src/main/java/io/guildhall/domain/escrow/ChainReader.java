package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the chain says of our contract. It is outside: nobody asks it inside a unit of work. Asking
 * changes nothing and may be repeated; when no node answers each question is refused with {@link
 * io.guildhall.domain.chain.ChainUnavailable}.
 */
public interface ChainReader {

    /** The newest block. */
    record Block(long number, String hash) {}

    Block head();

    /** Empty when there is no such block (yet, or any more). */
    Optional<Block> block(long number);

    /** When it was made, by its own clock. */
    Instant timeOf(Block block);

    /**
     * All events of the contract about bounties from one block to another, both included, in their
     * order on the chain.
     *
     * @throws TooManyLogs when the node would answer for fewer blocks
     */
    List<ChainFact> facts(long from, long to) throws TooManyLogs;

    /** The same about one bounty. */
    List<ChainFact> facts(OnchainId bounty, long from, long to) throws TooManyLogs;

    Receipt receipt(TxHash transaction);

    /** What became of a transaction. */
    sealed interface Receipt {

        /** There is none: it is not known, or not in a block yet. */
        record None() implements Receipt {}

        /** It is in a block, and changed nothing. */
        record Reverted(Block block) implements Receipt {}

        /**
         * It is in a block.
         *
         * @param facts what our contract said in it, in order; what others said is not among them
         */
        record Mined(Origin origin, List<ChainFact> facts) implements Receipt {}
    }

    /** The node limits how many blocks or logs it answers for at once; ask for fewer. */
    final class TooManyLogs extends Exception {

        private static final long serialVersionUID = 1L;

        public TooManyLogs(String message) {
            super(message);
        }
    }
}
