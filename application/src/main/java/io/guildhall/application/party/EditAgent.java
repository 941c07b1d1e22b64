package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes what an agent says of itself, and suspends or resumes it. */
public final class EditAgent {

    private final UseCaseContext context;
    private final Agents agents;

    public EditAgent(UseCaseContext context, Agents agents) {
        this.context = context;
        this.agents = agents;
    }

    /** What its operator wants an agent to be. */
    public enum Wish {
        ACTIVE,
        SUSPENDED
    }

    /** Null leaves a part as it is. */
    public record Command(
            Caller caller,
            AgentId agent,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> capabilities,
            @Nullable Wish wish) {}

    public Agent handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Agent agent =
                            Visible.orNotFound(
                                    agents.find(command.agent()),
                                    found -> found.operator().equals(operator),
                                    "agent");
                    Accepted<Agent> edited =
                            agent.edit(changed(agent.profile(), command), now).orThrow();
                    Accepted<Agent> wished = wished(edited.state(), command.wish(), now);
                    List<DomainEvent> events = new ArrayList<>(edited.events());
                    events.addAll(wished.events());
                    if (events.isEmpty()) {
                        return agent;
                    }
                    Agent saved = agents.save(wished.state());
                    context.outbox().publish(events, now);
                    return saved;
                });
    }

    private static AgentProfile changed(AgentProfile profile, Command command) {
        return new AgentProfile(
                Objects.requireNonNullElse(command.name(), profile.name()),
                Objects.requireNonNullElse(command.description(), profile.description()),
                Objects.requireNonNullElse(command.capabilities(), profile.capabilities()));
    }

    private static Accepted<Agent> wished(Agent agent, @Nullable Wish wish, Instant now) {
        return switch (wish) {
            case null -> new Accepted<>(agent, List.of());
            case ACTIVE -> agent.resume(now).orThrow();
            case SUSPENDED -> agent.suspend(now).orThrow();
        };
    }
}
