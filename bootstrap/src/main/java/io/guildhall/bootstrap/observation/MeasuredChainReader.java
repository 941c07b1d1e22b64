package io.guildhall.bootstrap.observation;

import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows how far the chain has come, to be compared with how far it has been followed. */
public final class MeasuredChainReader implements ChainReader {

    private final ChainReader reader;
    private final ChainHead newest;

    public MeasuredChainReader(ChainReader reader, ChainHead newest) {
        this.reader = reader;
        this.newest = newest;
    }

    @Override
    public Block head() {
        Block head = reader.head();
        newest.seen(head.number());
        return head;
    }

    @Override
    public Optional<Block> block(long number) {
        return reader.block(number);
    }

    @Override
    public Instant timeOf(Block block) {
        return reader.timeOf(block);
    }

    @Override
    public List<ChainFact> facts(long from, long to) throws TooManyLogs {
        return reader.facts(from, to);
    }

    @Override
    public List<ChainFact> facts(OnchainId bounty, long from, long to) throws TooManyLogs {
        return reader.facts(bounty, from, to);
    }

    @Override
    public Receipt receipt(TxHash transaction) {
        return reader.receipt(transaction);
    }
}
