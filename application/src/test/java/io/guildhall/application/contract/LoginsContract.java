package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.Logins.Login;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What every implementation of Logins keeps. */
public abstract class LoginsContract extends PortContract {

    private static final int AT_ONCE = 8;

    @Test
    public void linkedIdentityIsItsOperator() {
        Identity identity = identity();
        OperatorId operator = operator().id();

        assertThat(link(identity, operator)).isTrue();

        assertThat(unit(() -> ports().logins().find(identity))).contains(operator);
        assertThat(unit(() -> ports().logins().find(identity()))).isEmpty();
    }

    @Test
    public void linkingAgainChangesNothing() {
        Identity identity = identity();
        OperatorId operator = operator().id();
        link(identity, operator);

        assertThat(link(identity, operator)).isTrue();
        assertThat(link(identity, operator().id())).isFalse();

        assertThat(unit(() -> ports().logins().find(identity))).contains(operator);
    }

    @Test
    public void subjectsOfTwoIssuersAreTwoPeople() {
        Identity identity = identity();
        Identity namesake = new Identity("https://other.example", identity.subject());
        link(identity, operator().id());

        assertThat(unit(() -> ports().logins().find(namesake))).isEmpty();
    }

    @Test
    public void ofManyAtOnceOneIsLinked() throws InterruptedException {
        Identity identity = identity();
        Set<OperatorId> linked = ConcurrentHashMap.newKeySet();

        InParallel.run(
                AT_ONCE,
                _ -> {
                    OperatorId operator = operator().id();
                    if (link(identity, operator)) {
                        linked.add(operator);
                    }
                });

        assertThat(linked).hasSize(1);
        assertThat(unit(() -> ports().logins().find(identity))).contains(linked.iterator().next());
    }

    @Test
    public void identitiesOfAnOperatorAreListedInTheOrderTheyWereLinked() {
        OperatorId operator = operator().id();
        Identity first = identity();
        Identity second = identity();
        Instant now = clock.instant();
        unit(() -> ports().logins().link(second, operator, now.plusSeconds(1)));
        unit(() -> ports().logins().link(first, operator, now));
        link(identity(), operator().id());

        assertThat(unit(() -> ports().logins().of(operator)))
                .containsExactly(new Login(first, now), new Login(second, now.plusSeconds(1)));
    }

    @Test
    public void onlyItsOperatorUnlinksAnIdentity() {
        OperatorId operator = operator().id();
        Identity identity = identity();
        link(identity, operator);

        assertThat(unlink(identity, operator().id())).isFalse();
        assertThat(unit(() -> ports().logins().find(identity))).contains(operator);
        assertThat(unlink(identity, operator)).isTrue();
        assertThat(unlink(identity, operator)).isFalse();
        assertThat(unit(() -> ports().logins().find(identity))).isEmpty();
        assertThat(unit(() -> ports().logins().of(operator))).isEmpty();
    }

    private boolean unlink(Identity identity, OperatorId operator) {
        return unit(() -> ports().logins().unlink(identity, operator));
    }

    private Identity identity() {
        return new Identity("https://issuer.example", ids.next().toString());
    }

    private boolean link(Identity identity, OperatorId operator) {
        return unit(() -> ports().logins().link(identity, operator, clock.instant()));
    }
}
