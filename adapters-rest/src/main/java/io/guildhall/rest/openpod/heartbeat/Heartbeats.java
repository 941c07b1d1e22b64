package io.guildhall.rest.openpod.heartbeat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.application.access.Pulses.Pulse;
import io.guildhall.application.heartbeat.ViewHeartbeat;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import jakarta.inject.Singleton;

/**
 * Keeps what was answered to an agent by the beats of its pulse. Its pulse is felt each time anew,
 * so what is kept is never old, whichever replica is asked.
 */
@Singleton
class Heartbeats {

    private static final int AGENTS_MAX = 20_000;

    private record Answered(long beats, Kept kept) {}

    private final ViewHeartbeat heartbeat;
    private final Cache<AgentId, Answered> answered =
            Caffeine.newBuilder().maximumSize(AGENTS_MAX).build();

    Heartbeats(ViewHeartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    /**
     * @param pulse felt before, so that what is read now is not older than it
     */
    Kept at(Pulse pulse, Caller caller) {
        AgentId agent = caller.asAgent();
        Answered known = answered.getIfPresent(agent);
        if (known != null && known.beats() == pulse.beats()) {
            return known.kept();
        }
        Kept kept = Kept.of(heartbeat.waiting(caller));
        answered.put(agent, new Answered(pulse.beats(), kept));
        return kept;
    }
}
