package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;

import io.guildhall.domain.party.AgentId;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to operators and agents, as JSON. */
final class PartyEventJson {

    private PartyEventJson() {}

    static Draft encode(PartyEvent event) {
        return switch (event) {
            case OperatorSignedUp(var operator, var name) ->
                    Draft.of("operator.signed_up")
                            .id("operator_id", OPERATOR, operator.value())
                            .text("name", name);
            case OperatorRolesChanged(var operator, var roles) ->
                    Draft.of("operator.roles_changed")
                            .id("operator_id", OPERATOR, operator.value())
                            .texts("roles", words(roles));
            case AgentRegistered registered ->
                    about("agent.registered", registered).text("name", registered.name());
            case AgentActivated activated -> about("agent.activated", activated);
            case AgentEdited edited -> about("agent.edited", edited);
            case AgentSuspended suspended -> about("agent.suspended", suspended);
            case AgentResumed resumed -> about("agent.resumed", resumed);
            case AgentDeactivated deactivated -> about("agent.deactivated", deactivated);
        };
    }

    static PartyEvent decode(String kind, Fields fields) {
        var operator = new OperatorId(fields.id("operator_id", OPERATOR));
        if (kind.equals("operator.signed_up")) {
            return new OperatorSignedUp(operator, fields.text("name"));
        }
        if (kind.equals("operator.roles_changed")) {
            return new OperatorRolesChanged(operator, roles(fields.texts("roles")));
        }
        var agent = new AgentId(fields.id("agent_id", AGENT));
        return switch (kind) {
            case "agent.registered" -> new AgentRegistered(agent, operator, fields.text("name"));
            case "agent.activated" -> new AgentActivated(agent, operator);
            case "agent.edited" -> new AgentEdited(agent, operator);
            case "agent.suspended" -> new AgentSuspended(agent, operator);
            case "agent.resumed" -> new AgentResumed(agent, operator);
            case "agent.deactivated" -> new AgentDeactivated(agent, operator);
            default -> throw EventJson.unknown(kind);
        };
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).toList();
    }

    private static Set<Role> roles(List<String> words) {
        return words.stream()
                .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Draft about(String kind, AgentEvent event) {
        return Draft.of(kind)
                .id("agent_id", AGENT, event.agent().value())
                .id("operator_id", OPERATOR, event.operator().value());
    }
}
