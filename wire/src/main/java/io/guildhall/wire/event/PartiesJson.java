package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;

import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;

/** The two sides of a piece of work, as fields of an event. */
final class PartiesJson {

    private PartiesJson() {}

    static Draft put(Draft draft, Parties parties) {
        return draft.id("poster_id", OPERATOR, parties.poster().value())
                .id("agent_id", AGENT, parties.agent().value())
                .id("operator_id", OPERATOR, parties.operator().value());
    }

    static Parties read(Fields fields) {
        return new Parties(
                new OperatorId(fields.id("poster_id", OPERATOR)),
                new AgentId(fields.id("agent_id", AGENT)),
                new OperatorId(fields.id("operator_id", OPERATOR)));
    }
}
