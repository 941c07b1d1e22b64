package io.guildhall.application.notification;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.membership.Membership;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Those of a project, as they are now.
 *
 * @param members active ones
 */
record Roster(OperatorId owner, List<Membership> members) {

    Roster {
        members = List.copyOf(members);
    }

    /** All who are in the project. */
    Audience all() {
        return of(members);
    }

    /** All others who are in the project. */
    Audience othersThan(AgentId one) {
        return of(members.stream().filter(member -> !member.agent().equals(one)).toList());
    }

    /** Those who run the project. */
    Audience managers() {
        return of(
                members.stream()
                        .filter(member -> member.standing().may(Act.SEE_APPLICATIONS))
                        .toList());
    }

    private Audience of(List<Membership> some) {
        Set<OperatorId> operators =
                some.stream().map(Membership::operator).collect(Collectors.toSet());
        operators.add(owner);
        return new Audience(
                false,
                operators,
                some.stream().map(Membership::agent).collect(Collectors.toSet()),
                false);
    }
}
