package io.guildhall.bootstrap.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How far the chain has come, as a node has told last; 0 where there is none. */
@Singleton
public final class ChainHead implements MeterBinder {

    private final AtomicLong block = new AtomicLong();

    void seen(long number) {
        block.set(number);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("guildhall.chain.head_block", block, AtomicLong::doubleValue)
                .description("The newest block that a node has told of")
                .register(registry);
    }
}
