package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.stream.PlaceEvents;
import io.guildhall.domain.shared.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The stream of events, and its readers. */
@Singleton
final class StreamWiring {

    @Produces
    @Singleton
    PlaceEvents placeEvents(Transactions transactions, EventStream stream, InstantSource clock) {
        return new PlaceEvents(transactions, stream, clock);
    }
}
