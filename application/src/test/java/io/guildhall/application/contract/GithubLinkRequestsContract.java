package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.UnconfirmedGithubLink;
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

    @Test
    public void whoCameBackIsTakenOnce() {
        UnconfirmedGithubLink link = cameBack(clock.instant());

        assertThat(unconfirmed(link)).contains(link);
        assertThat(takeUnconfirmed(link)).contains(link);
        assertThat(takeUnconfirmed(link)).isEmpty();
        assertThat(unconfirmed(link)).isEmpty();
    }

    @Test
    public void operatorsOwnWayBackNamesNoAgent() {
        GithubLinkRequest request =
                GithubLinkRequest.of(ids.next().toString(), operator().id(), clock.instant());
        UnconfirmedGithubLink link = cameBack(request, clock.instant());

        assertThat(unconfirmed(link)).contains(link);
    }

    @Test
    public void ofManyAtOnceOneTakesWhoCameBack() throws InterruptedException {
        UnconfirmedGithubLink link = cameBack(clock.instant());
        AtomicInteger taken = new AtomicInteger();

        InParallel.run(AT_ONCE, _ -> takeUnconfirmed(link).ifPresent(_ -> taken.incrementAndGet()));

        assertThat(taken).hasValue(1);
    }

    @Test
    public void stateIsNoCodeAndACodeNoState() {
        GithubLinkRequest request = added(clock.instant());
        UnconfirmedGithubLink link = cameBack(clock.instant());

        assertThat(unit(() -> ports().githubLinkRequests().takeUnconfirmed(request.state())))
                .isEmpty();
        assertThat(unit(() -> ports().githubLinkRequests().take(link.code()))).isEmpty();
    }

    @Test
    public void whomNobodyConfirmsIsForgotten() {
        Instant old = Instant.parse("2001-01-01T00:00:00Z");
        added(old);
        UnconfirmedGithubLink expired = cameBack(old);
        UnconfirmedGithubLink young = cameBack(old.plusSeconds(1));
        cameBack(old);

        assertThat(forget(old.plus(UnconfirmedGithubLink.VALID))).isEqualTo(2);
        assertThat(forget(old.plus(UnconfirmedGithubLink.VALID))).isEqualTo(1);

        assertThat(unconfirmed(expired)).isEmpty();
        assertThat(takeUnconfirmed(young)).contains(young);
    }

    private UnconfirmedGithubLink cameBack(Instant now) {
        Agent agent = agentOf(operator());
        return cameBack(GithubLinkRequest.of(ids.next().toString(), agent, now), now);
    }

    private UnconfirmedGithubLink cameBack(GithubLinkRequest request, Instant now) {
        UnconfirmedGithubLink link =
                UnconfirmedGithubLink.of(
                        ids.next().toString(), request, new GithubAccount(42, "octobot"), now);
        unit(() -> ports().githubLinkRequests().add(link));
        return link;
    }

    private Optional<UnconfirmedGithubLink> unconfirmed(UnconfirmedGithubLink link) {
        return unit(() -> ports().githubLinkRequests().unconfirmed(link.code()));
    }

    private Optional<UnconfirmedGithubLink> takeUnconfirmed(UnconfirmedGithubLink link) {
        return unit(() -> ports().githubLinkRequests().takeUnconfirmed(link.code()));
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
