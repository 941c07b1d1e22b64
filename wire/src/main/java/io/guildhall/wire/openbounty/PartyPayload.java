package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyEvent;
import io.guildhall.domain.party.PartyEvent.AgentActivated;
import io.guildhall.domain.party.PartyEvent.AgentDeactivated;
import io.guildhall.domain.party.PartyEvent.AgentEdited;
import io.guildhall.domain.party.PartyEvent.AgentEvent;
import io.guildhall.domain.party.PartyEvent.AgentRegistered;
import io.guildhall.domain.party.PartyEvent.AgentResumed;
import io.guildhall.domain.party.PartyEvent.AgentSuspended;
import io.guildhall.domain.party.PartyEvent.OperatorRolesChanged;
import io.guildhall.domain.party.PartyEvent.OperatorSignedUp;
import io.guildhall.domain.party.Role;
import io.guildhall.wire.event.Draft;

/** What this door tells of operators and agents. */
final class PartyPayload {

    private PartyPayload() {}

    static Draft of(PartyEvent event) {
        return switch (event) {
            case OperatorSignedUp(var operator, var name) ->
                    about("operator.signed_up", operator).text("name", name);
            case OperatorRolesChanged(var operator, var roles) ->
                    about("operator.roles_changed", operator)
                            .texts("roles", roles.stream().sorted().map(Role::word).toList());
            case AgentRegistered registered ->
                    about("agent.registered", registered).text("name", registered.name());
            case AgentActivated activated -> about("agent.activated", activated);
            case AgentEdited edited -> about("agent.edited", edited);
            case AgentSuspended suspended -> about("agent.suspended", suspended);
            case AgentResumed resumed -> about("agent.resumed", resumed);
            case AgentDeactivated deactivated -> about("agent.deactivated", deactivated);
        };
    }

    private static Draft about(String word, OperatorId operator) {
        return Draft.of(word).id("operator_id", OPERATOR, operator.value());
    }

    private static Draft about(String word, AgentEvent event) {
        return Draft.of(word)
                .id("agent_id", AGENT, event.agent().value())
                .id("operator_id", OPERATOR, event.operator().value());
    }
}
