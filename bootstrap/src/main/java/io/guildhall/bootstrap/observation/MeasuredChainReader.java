package io.guildhall.bootstrap.observation;

import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how far the chain has come, to be compared with how far it has been followed. */
public final class MeasuredChainReader implements ChainReader {

    private final ChainReader reader;
    private final AtomicLong newest = new AtomicLong();

    public MeasuredChainReader(ChainReader reader, MeterRegistry registry) {
        this.reader = reader;
        Gauge.builder("guildhall.chain.head_block", newest, AtomicLong::doubleValue)
                .description("The newest block that a node has told of")
                .register(registry);
    }

    @Override
    public Block head() {
        Block head = reader.head();
        newest.set(head.number());
        return head;
    }

    @Override
    public Optional<Block> block(long number) {
        return reader.block(number);
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
