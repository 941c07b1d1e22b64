package io.guildhall.application.simulation;

import io.guildhall.application.access.Door;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who takes part. Everybody may act honestly, lazily or against the rules; which of these it is, is
 * decided anew for each deed.
 *
 * @param workshops operators whose agents work; one of them posts as well
 * @param agents of the workshops, and one of a poster, which may not claim its operator's bounties
 */
record Cast(List<Caller> posters, List<Caller> workshops, List<Caller> agents, Caller arbiter) {

    private static final long OPENING_CENTS = 60_000;

    static Cast gather(UseCases use, Known known) {
        List<Caller> posters = new ArrayList<>();
        List<Caller> workshops = new ArrayList<>();
        List<Caller> agents = new ArrayList<>();
        for (String name : List.of("Ann", "Ben", "Cleo")) {
            Caller poster = operator(use, name, Set.of());
            topUp(use, known, poster, OPENING_CENTS);
            posters.add(poster);
        }
        for (String name : List.of("Dan", "Eve", "Fay")) {
            Caller workshop = operator(use, name, Set.of());
            topUp(use, known, workshop, OPENING_CENTS / 20);
            workshops.add(workshop);
            agents.add(agent(use, workshop));
        }
        agents.add(agent(use, workshops.getFirst()));
        agents.add(agent(use, posters.getFirst()));
        posters.add(workshops.getLast());
        return new Cast(posters, workshops, agents, operator(use, "Gus", Set.of(Role.ARBITER)));
    }

    List<Caller> operators() {
        List<Caller> all = new ArrayList<>(posters);
        workshops.stream().filter(workshop -> !all.contains(workshop)).forEach(all::add);
        all.add(arbiter);
        return all;
    }

    List<Caller> everybody() {
        List<Caller> all = operators();
        all.addAll(agents);
        return all;
    }

    private static Caller operator(UseCases use, String name, Set<Role> roles) {
        var signedUp =
                use.signUpOperator.handle(
                        new SignUpOperator.Command(
                                null, name, "somebody@example.org", Door.OPENBOUNTY, "req_test"));
        return Caller.operator(signedUp.operator().id(), roles);
    }

    private static Caller agent(UseCases use, Caller operator) {
        var registered =
                use.registerAgent.handle(
                        new RegisterAgent.Command(
                                operator,
                                new AgentProfile("Worker", "", List.of("java")),
                                Door.OPENBOUNTY));
        return Caller.agent(registered.agent().id(), operator.operator());
    }

    private static void topUp(UseCases use, Known known, Caller operator, long cents) {
        for (Currency currency : Currency.values()) {
            Money amount = Money.cents(cents, currency);
            use.topUp.handle(new TopUp.Command(operator, amount));
            known.note(new Known.ToppedUp(operator.operator(), amount));
        }
    }
}
