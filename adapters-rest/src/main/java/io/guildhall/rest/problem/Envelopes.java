package io.guildhall.rest.problem;

import io.guildhall.application.access.Door;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows in which door's words whatever is wrong at a path is told. */
@Singleton
public final class Envelopes {

    private final Map<Door, Envelope> byDoor = new EnumMap<>(Door.class);
    private final OpenBountyEnvelope platform;

    @Inject
    public Envelopes(@All List<Envelope> doors, OpenBountyEnvelope platform) {
        doors.forEach(door -> byDoor.put(door.door(), door));
        this.platform = platform;
    }

    /** Empty when the path belongs to no door. */
    public Optional<Envelope> at(String path) {
        return Door.at(path).map(byDoor::get);
    }

    /** What belongs to no door is the platform's own. */
    public Envelope of(String path) {
        return at(path).orElse(platform);
    }
}
