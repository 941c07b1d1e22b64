package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.notification.Audience;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.rest.gate.Pass;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events as the tail tells them, with places of one's choice. */
final class Happenings {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final OperatorId ANN = new OperatorId(new UUID(1, 1));
    static final OperatorId BOB = new OperatorId(new UUID(1, 2));
    static final BountyId BOUNTY = new BountyId(new UUID(2, 1));
    static final BountyId OTHER_BOUNTY = new BountyId(new UUID(2, 2));

    private Happenings() {}

    static StreamedEvent forEverybody(long place) {
        return event(place, new BountyExpired(BOUNTY, ANN), everybody());
    }

    static StreamedEvent cancelled(long place, BountyId bounty) {
        return event(place, new BountyCancelled(bounty, ANN, "done"), everybody());
    }

    static StreamedEvent forOnly(OperatorId operator, long place) {
        return event(
                place,
                new BountyExpired(BOUNTY, operator),
                new Audience(false, Set.of(operator), Set.of(), false));
    }

    static List<StreamedEvent> forEverybody(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Happenings::forEverybody).toList();
    }

    static Pass passOf(OperatorId operator) {
        return new Pass(
                Caller.operator(operator, Set.of()),
                new CredentialId(new UUID(3, operator.value().getLeastSignificantBits())),
                null,
                null);
    }

    /** The id that the event at a place has. */
    static String id(long place) {
        return OpenBountyIds.EVENT.on(uuid(place));
    }

    static UUID uuid(long place) {
        return new UUID(9, place);
    }

    private static Audience everybody() {
        return new Audience(true, Set.of(), Set.of(), false);
    }

    private static StreamedEvent event(long place, BountyEvent event, Audience audience) {
        return StreamedEvent.of(
                new Addressed(
                        new Placed(place, new Recorded(uuid(place), event, NOW)), audience, null));
    }
}
