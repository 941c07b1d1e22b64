package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Sessions;
import io.guildhall.application.access.Sessions.Session;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of Sessions keeps. */
public abstract class SessionsContract extends PortContract {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Test
    public void sessionIsFoundByItsToken() {
        Session session = added(clock.instant(), clock.instant());

        assertThat(find(session)).contains(session);
        assertThat(unit(() -> ports().sessions().find(token()))).isEmpty();
    }

    @Test
    public void useIsWrittenDown() {
        Session session = added(clock.instant(), clock.instant());
        Instant later = clock.instant().plus(Sessions.SEEN_EVERY);

        unit(() -> ports().sessions().see(session.token(), later));

        assertThat(find(session).orElseThrow())
                .isEqualTo(
                        new Session(
                                session.token(),
                                session.operator(),
                                session.credential(),
                                session.startedAt(),
                                later));
    }

    @Test
    public void endedSessionIsGoneForGood() {
        Session session = added(clock.instant(), clock.instant());

        unit(() -> ports().sessions().remove(session.token()));
        unit(() -> ports().sessions().remove(session.token()));
        unit(() -> ports().sessions().see(session.token(), clock.instant()));

        assertThat(find(session)).isEmpty();
    }

    @Test
    public void thoseThatAreOverAreForgottenAFewAtATime() {
        Instant now = LONG_AGO.plus(Sessions.LIFETIME);
        Session idle = added(now.minus(Sessions.IDLE_MAX), now.minus(Sessions.IDLE_MAX));
        Session old = added(LONG_AGO, now.minusSeconds(1));
        Session older = added(LONG_AGO.minusSeconds(1), now.minusSeconds(1));
        Session used = added(LONG_AGO.plusSeconds(1), now.minusSeconds(1));

        assertThat(forget(now)).isEqualTo(2);
        assertThat(forget(now)).isEqualTo(1);
        assertThat(forget(now)).isZero();
        assertThat(find(idle)).isEmpty();
        assertThat(find(old)).isEmpty();
        assertThat(find(older)).isEmpty();
        assertThat(find(used)).contains(used);
        unit(() -> ports().sessions().remove(used.token()));
    }

    @Test
    public void onlySessionsOfThatOperatorThatBeganWithoutAKeyEnd() {
        OperatorId operator = operator().id();
        Instant now = clock.instant();
        Session keyless = new Session(token(), operator, null, now, now);
        Session withKey = new Session(token(), operator, key(operator), now, now);
        Session another = added(now, now);
        unit(() -> ports().sessions().add(keyless));
        unit(() -> ports().sessions().add(withKey));

        unit(() -> ports().sessions().removeKeyless(operator));

        assertThat(find(keyless)).isEmpty();
        assertThat(find(withKey)).contains(withKey);
        assertThat(find(another)).contains(another);
    }

    @Test
    public void sessionEndsByRestAndByAge() {
        Instant start = clock.instant();
        Session session = new Session(token(), operator().id(), null, start, start);

        assertThat(session.isOver(start.plus(Sessions.IDLE_MAX).minusMillis(1))).isFalse();
        assertThat(session.isOver(start.plus(Sessions.IDLE_MAX))).isTrue();
        Instant end = start.plus(Sessions.LIFETIME);
        Session busy = new Session(token(), session.operator(), null, start, end.minusMillis(1));
        assertThat(busy.isOver(end.minusMillis(1))).isFalse();
        assertThat(busy.isOver(end)).isTrue();
        assertThat(busy.isToBeSeen(end.minus(Duration.ofMinutes(1)))).isFalse();
    }

    private Session added(Instant startedAt, Instant seenAt) {
        Session session = new Session(token(), operator().id(), null, startedAt, seenAt);
        unit(() -> ports().sessions().add(session));
        return session;
    }

    private CredentialId key(OperatorId operator) {
        CredentialId id = new CredentialId(ids.next());
        unit(() ->
                ports().credentials()
                        .add(
                                new Credential(
                                        id,
                                        operator,
                                        null,
                                        true,
                                        token(),
                                        "opk_",
                                        "wxyz",
                                        clock.instant(),
                                        null)));
        return id;
    }

    private KeyHash token() {
        return KeyHash.of(ids.next().toString());
    }

    private Optional<Session> find(Session session) {
        return unit(() -> ports().sessions().find(session.token()));
    }

    private int forget(Instant now) {
        return unit(() -> ports().sessions().forgetOver(now, 2));
    }
}
