package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ends an agent for good: its requests are withdrawn and its keys revoked. */
public final class DeactivateAgent {

    private final UseCaseContext context;
    private final Agents agents;
    private final Claims claims;
    private final Credentials credentials;

    public DeactivateAgent(
            UseCaseContext context, Agents agents, Claims claims, Credentials credentials) {
        this.context = context;
        this.agents = agents;
        this.claims = claims;
        this.credentials = credentials;
    }

    public record Command(Caller caller, AgentId agent) {}

    public Agent handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Visible.orNotFound(
                            agents.find(command.agent()),
                            found -> found.operator().equals(operator),
                            "agent");
                    Agent agent = agents.lock(command.agent()).orElseThrow();
                    // Read first: one that is approved in between is an active one then.
                    List<Claim> requests = claims.pendingOf(agent.id());
                    var deactivated =
                            agent.deactivate(claims.anyActiveOf(agent.id()), now).orThrow();
                    if (deactivated.events().isEmpty()) {
                        return agent;
                    }
                    Agent saved = agents.save(deactivated.state());
                    List<DomainEvent> events = new ArrayList<>(deactivated.events());
                    for (Claim request : requests) {
                        var withdrawn = request.withdraw(now).orThrow();
                        claims.save(withdrawn.state());
                        events.addAll(withdrawn.events());
                    }
                    for (Credential live : credentials.liveOf(agent.id())) {
                        // A key that is the operator's too may be the only way to its money.
                        if (!live.actsForOperator()) {
                            credentials.revoke(live.id(), now);
                        }
                    }
                    context.outbox().publish(events, now);
                    return saved;
                });
    }
}
