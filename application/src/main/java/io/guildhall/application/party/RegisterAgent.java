package io.guildhall.application.party;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Door;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;

/** Makes an agent of the calling operator, and its first key. */
public final class RegisterAgent {

    private final UseCaseContext context;
    private final Agents agents;
    private final ApiKeys keys;

    public RegisterAgent(UseCaseContext context, Agents agents, ApiKeys keys) {
        this.context = context;
        this.agents = agents;
        this.keys = keys;
    }

    public record Command(Caller caller, AgentProfile profile, Door door) {}

    /**
     * @param key shown now and never again
     */
    public record Registered(Agent agent, String key) {}

    public Registered handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    var id = new AgentId(context.ids().next());
                    var registered = Agent.register(id, operator, command.profile(), now).orThrow();
                    agents.add(registered.state());
                    var minted = keys.mint(operator, id, command.door(), now);
                    context.outbox().publish(registered.events(), now);
                    return new Registered(registered.state(), minted.key());
                });
    }
}
