package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.AgentId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of Nonces remembers. */
public abstract class NoncesContract extends PortContract {

    private static final int AT_ONCE = 8;

    @Test
    public void nonceIsBurntOnceForEachAgent() {
        AgentId one = new AgentId(ids.next());
        AgentId other = new AgentId(ids.next());

        assertThat(burn(one, "a3f7c2d1e9b04561")).isTrue();
        assertThat(burn(one, "a3f7c2d1e9b04561")).isFalse();
        assertThat(burn(one, "A3F7C2D1E9B04561")).isTrue();
        assertThat(burn(other, "a3f7c2d1e9b04561")).isTrue();
    }

    @Test
    public void ofManyAtOnceOneBurnsIt() throws InterruptedException {
        AgentId agent = new AgentId(ids.next());
        AtomicInteger burnt = new AtomicInteger();

        InParallel.run(
                AT_ONCE,
                _ -> {
                    if (burn(agent, "the-same-nonce")) {
                        burnt.incrementAndGet();
                    }
                });

        assertThat(burnt).hasValue(1);
    }

    @Test
    public void oldNoncesAreForgottenAFewAtATime() {
        AgentId agent = new AgentId(ids.next());
        Instant old = Instant.parse("2001-01-01T00:00:00Z");
        Instant young = old.plusSeconds(1);
        for (String nonce : new String[] {"nonce-one", "nonce-two", "nonce-three"}) {
            unit(() -> ports().nonces().burn(agent, nonce, old));
        }
        unit(() -> ports().nonces().burn(agent, "nonce-young", young));

        assertThat(forgetBefore(young, 2)).isEqualTo(2);
        assertThat(forgetBefore(young, 2)).isEqualTo(1);
        assertThat(forgetBefore(young, 2)).isZero();

        assertThat(burn(agent, "nonce-young")).isFalse();
        assertThat(burn(agent, "nonce-one")).isTrue();
    }

    private boolean burn(AgentId agent, String nonce) {
        return ports().nonces().burn(agent, nonce, clock.instant());
    }

    private int forgetBefore(Instant time, int limit) {
        return ports().nonces().forgetBefore(time, limit);
    }
}
