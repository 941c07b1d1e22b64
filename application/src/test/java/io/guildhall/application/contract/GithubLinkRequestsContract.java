package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.GithubLinkRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of GithubLinkRequests keeps. */
public abstract class GithubLinkRequestsContract extends PortContract {

    private static final int AT_ONCE = 8;

    @Test
    public void requestIsTakenOnce() {
        GithubLinkRequest request = added(clock.instant());

        assertThat(take(request)).contains(request);
        assertThat(take(request)).isEmpty();
    }

    @Test
    public void ofManyAtOnceOneTakesIt() throws InterruptedException {
        GithubLinkRequest request = added(clock.instant());
        AtomicInteger taken = new AtomicInteger();

        InParallel.run(AT_ONCE, _ -> take(request).ifPresent(_ -> taken.incrementAndGet()));

        assertThat(taken).hasValue(1);
    }

    @Test
    public void takingThatIsUndoneTakesNothing() {
        GithubLinkRequest request = added(clock.instant());

        try {
            unit(() -> {
                ports().githubLinkRequests().take(request.state());
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException _) {
            // As it was to be.
        }

        assertThat(take(request)).contains(request);
    }

    @Test
    public void expiredRequestsAreForgottenAFewAtATime() {
        Instant old = Instant.parse("2001-01-01T00:00:00Z");
        Instant later = old.plus(GithubLinkRequest.VALID);
        GithubLinkRequest young = added(old.plusSeconds(1));
        added(old);
        added(old);
        added(old);

        assertThat(forget(later)).isEqualTo(2);
        assertThat(forget(later)).isEqualTo(1);
        assertThat(forget(later)).isZero();
        assertThat(take(young)).contains(young);
    }

    private GithubLinkRequest added(Instant now) {
        Agent agent = agentOf(operator());
        GithubLinkRequest request = GithubLinkRequest.of(ids.next().toString(), agent, now);
        unit(() -> ports().githubLinkRequests().add(request));
        return request;
    }

    private Optional<GithubLinkRequest> take(GithubLinkRequest request) {
        return unit(() -> ports().githubLinkRequests().take(request.state()));
    }

    private int forget(Instant now) {
        return unit(() -> ports().githubLinkRequests().forgetExpired(now, 2));
    }
}
