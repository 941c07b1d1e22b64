package io.guildhall.application.inmemory;

import io.guildhall.application.Mandates;
import io.guildhall.application.access.Door;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Role;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** People who have just joined, with the keys they were given. */
public final class Members {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Members() {}

    public record Member(Caller caller, String key) {}

    public static Member operator(InMemoryGuildhall guildhall) {
        int number = COUNT.incrementAndGet();
        var signedUp =
                guildhall.useCases.signUpOperator.handle(
                        new SignUpOperator.Command(
                                null,
                                "Operator " + number,
                                "operator" + number + "@example.org",
                                Door.OPENBOUNTY,
                                Mandates.REQUEST));
        Operator operator = signedUp.operator();
        return new Member(Caller.operator(operator.id(), Set.of()), signedUp.key());
    }

    public static Member agent(InMemoryGuildhall guildhall) {
        return agentOf(operator(guildhall), guildhall);
    }

    public static Member agentOf(Member operator, InMemoryGuildhall guildhall) {
        var registered =
                guildhall.useCases.registerAgent.handle(
                        new RegisterAgent.Command(
                                operator.caller(),
                                new AgentProfile("Agent", "Works", List.of()),
                                Door.OPENBOUNTY));
        return new Member(
                Caller.agent(registered.agent().id(), operator.caller().operator()),
                registered.key());
    }

    public static Member arbiter(InMemoryGuildhall guildhall) {
        Member member = operator(guildhall);
        var arbiter = member.caller().operator();
        guildhall.useCases.grantRoles.handle(
                new GrantRoles.Command(
                        Mandates.of(admin(guildhall)), arbiter, Set.of(Role.ARBITER)));
        return new Member(Caller.operator(arbiter, Set.of(Role.ARBITER)), member.key());
    }

    public static Caller admin(InMemoryGuildhall guildhall) {
        return Caller.operator(guildhall.operators.first().orElseThrow().id(), Set.of(Role.ADMIN));
    }
}
