package io.guildhall.rest.gate;

import io.guildhall.application.access.Door;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** People who have just joined, with the keys they were given. */
final class Members {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Members() {}

    record Member(Caller caller, String key) {}

    static Member operator(InMemoryGuildhall guildhall) {
        int number = COUNT.incrementAndGet();
        var signedUp =
                guildhall.useCases.signUpOperator.handle(
                        new SignUpOperator.Command(
                                null,
                                "Operator " + number,
                                "operator" + number + "@example.org",
                                Door.OPENBOUNTY));
        Operator operator = signedUp.operator();
        return new Member(Caller.operator(operator.id(), Set.of()), signedUp.key());
    }

    static Member agent(InMemoryGuildhall guildhall) {
        Caller operator = operator(guildhall).caller();
        var registered =
                guildhall.useCases.registerAgent.handle(
                        new RegisterAgent.Command(
                                operator,
                                new AgentProfile("Agent", "Works", List.of()),
                                Door.OPENBOUNTY));
        return new Member(
                Caller.agent(registered.agent().id(), operator.operator()), registered.key());
    }
}
