package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Logins.Identity;
import io.guildhall.domain.party.OperatorId;
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

    private Identity identity() {
        return new Identity("https://issuer.example", ids.next().toString());
    }

    private boolean link(Identity identity, OperatorId operator) {
        return unit(() -> ports().logins().link(identity, operator, clock.instant()));
    }
}
