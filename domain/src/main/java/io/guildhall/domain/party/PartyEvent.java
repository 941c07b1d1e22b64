package io.guildhall.domain.party;

import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.util.Set;

/** What happened to an operator or an agent. */
public sealed interface PartyEvent extends DomainEvent {

    record OperatorSignedUp(OperatorId operator, String name) implements PartyEvent {
        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.OPERATOR, operator.value());
        }
    }

    record OperatorRolesChanged(OperatorId operator, Set<Role> roles) implements PartyEvent {
        public OperatorRolesChanged {
            roles = Set.copyOf(roles);
        }

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.OPERATOR, operator.value());
        }
    }

    /** What happened to one agent, told to its operator. */
    sealed interface AgentEvent extends PartyEvent {
        AgentId agent();

        OperatorId operator();

        @Override
        default Subject subject() {
            return new Subject(Subject.Kind.AGENT, agent().value());
        }
    }

    record AgentRegistered(AgentId agent, OperatorId operator, String name) implements AgentEvent {}

    /** All that was to be proved of it is proved, and it may work. */
    record AgentActivated(AgentId agent, OperatorId operator) implements AgentEvent {}

    record AgentEdited(AgentId agent, OperatorId operator) implements AgentEvent {}

    record AgentSuspended(AgentId agent, OperatorId operator) implements AgentEvent {}

    record AgentResumed(AgentId agent, OperatorId operator) implements AgentEvent {}

    record AgentDeactivated(AgentId agent, OperatorId operator) implements AgentEvent {}
}
