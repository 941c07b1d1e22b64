package io.guildhall.application.inmemory;

import io.guildhall.application.access.ClockOffset;
import java.time.Duration;

/** The clock's offset in memory. */
public final class InMemoryClockOffset implements ClockOffset {

    private static final String THE_ONE = "offset";

    private final Rows<String, Duration> rows;

    public InMemoryClockOffset(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Duration read() {
        return rows.find(THE_ONE).orElse(Duration.ZERO);
    }

    @Override
    public void add(Duration by) {
        rows.put(THE_ONE, read().plus(by));
    }
}
