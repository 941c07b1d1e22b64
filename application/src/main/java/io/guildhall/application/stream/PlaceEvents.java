package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;

/** Gives committed events their places in the stream: the relay's work, safe on every replica. */
public final class PlaceEvents {

    private final Transactions transactions;
    private final EventStream stream;
    private final InstantSource clock;

    /**
     * @param clock the system's, by which retention goes
     */
    public PlaceEvents(Transactions transactions, EventStream stream, InstantSource clock) {
        this.transactions = transactions;
        this.stream = stream;
        this.clock = clock;
    }

    /**
     * @return how many got a place; as many as {@code limit} means that more may be waiting
     */
    public int handle(int limit) {
        return transactions.run(() -> stream.place(limit, clock.instant()));
    }
}
