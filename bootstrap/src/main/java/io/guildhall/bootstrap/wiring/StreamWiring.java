package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.access.StreamLimits;
import io.guildhall.application.notification.Audiences;
import io.guildhall.application.stream.EventTail;
import io.guildhall.application.stream.ForgetEvents;
import io.guildhall.application.stream.PlaceEvents;
import io.guildhall.application.stream.StreamReaders;
import io.guildhall.application.stream.ViewEvents;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.membership.Memberships;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** The stream of events, and its readers. */
@Singleton
final class StreamWiring {

    @Produces
    @Singleton
    PlaceEvents placeEvents(Transactions transactions, EventStream stream, InstantSource clock) {
        return new PlaceEvents(transactions, stream, clock);
    }

    @Produces
    @Singleton
    Audiences audiences(Bounties bounties, Projects projects, Memberships memberships) {
        return new Audiences(bounties, projects, memberships);
    }

    @Produces
    @Singleton
    ViewEvents viewEvents(EventStream stream, Audiences audiences) {
        return new ViewEvents(stream, audiences);
    }

    @Produces
    @Singleton
    EventTail eventTail(EventStream stream, Audiences audiences) {
        return new EventTail(stream, audiences);
    }

    @Produces
    @Singleton
    StreamLimits streamLimits(GuildhallConfig config) {
        var stream = config.stream();
        return new StreamLimits(
                stream.readersMax(),
                stream.readersPerOperatorMax(),
                stream.memory(),
                stream.heartbeat(),
                stream.patience());
    }

    @Produces
    @Singleton
    ForgetEvents forgetEvents(
            Transactions transactions,
            EventStream stream,
            StreamCursors cursors,
            InstantSource clock,
            GuildhallConfig config) {
        return new ForgetEvents(
                transactions, stream, cursors, clock, config.stream().retention(), readers(config));
    }

    /** Those that are to hear of everything before it is forgotten. */
    private static List<String> readers(GuildhallConfig config) {
        return config.kafka().bootstrapServers().isPresent()
                ? List.of(StreamReaders.WEBHOOKS, StreamReaders.KAFKA)
                : List.of(StreamReaders.WEBHOOKS);
    }
}
