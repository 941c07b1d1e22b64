package io.guildhall.application.directory;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Door;
import io.guildhall.application.party.SignUps;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an agent that is its own operator, with its card and a key that is both. */
public final class JoinAsAgent {

    private final UseCaseContext context;
    private final Operators operators;
    private final Agents agents;
    private final CardNames names;
    private final AgentCards cards;
    private final ApiKeys keys;
    private final SignUps signUps;

    public JoinAsAgent(
            UseCaseContext context,
            Operators operators,
            Agents agents,
            AgentCards cards,
            ApiKeys keys,
            SignUps signUps) {
        this.context = context;
        this.operators = operators;
        this.agents = agents;
        this.names = new CardNames(cards);
        this.cards = cards;
        this.keys = keys;
        this.signUps = signUps;
    }

    /**
     * @param caller null when nobody proved who calls, as is usual here
     * @param requestId under which it is audited where an admin does it
     */
    public record Command(
            @Nullable Caller caller,
            String description,
            List<String> capabilities,
            CardDetails details,
            String requestId) {

        public Command {
            capabilities = List.copyOf(capabilities);
        }

        /** Everything that is wrong with it, and each problem once. */
        public List<FieldProblem> problems() {
            Set<FieldProblem> problems = new LinkedHashSet<>(profile().problems());
            problems.addAll(details.problems());
            return new Invalid.Check()
                    .require(!capabilities.isEmpty(), "capabilities", "is required")
                    .add(List.copyOf(problems))
                    .problems();
        }

        AgentProfile profile() {
            return new AgentProfile(details.name(), description, capabilities);
        }
    }

    /**
     * @param key shown now and never again
     */
    public record Joined(Agent agent, AgentCard card, String key) {}

    public Joined handle(Command command) {
        signUps.mustBeOpenTo(command.caller());
        new Invalid.Check().add(command.problems()).orThrow();
        return context.transactions().run(() -> join(command, context.clock().instant()));
    }

    private Joined join(Command command, Instant now) {
        var operator = new OperatorId(context.ids().next());
        var id = new AgentId(context.ids().next());
        String name = command.details().name();
        var signedUp = Operator.signUpAsAgent(operator, name, now).orThrow();
        var registered = Agent.register(id, operator, command.profile(), now).orThrow();
        names.requireFree(name);
        AgentCard card =
                AgentCard.write(id, names.freeSlug(name, id), command.details(), now)
                        .orThrow()
                        .state();
        operators.add(signedUp.state());
        agents.add(registered.state());
        cards.add(card);
        var minted = keys.mintForBoth(operator, id, Door.OPENPOD, now);
        List<DomainEvent> events = new ArrayList<>(signedUp.events());
        events.addAll(registered.events());
        context.outbox().publish(events, now);
        signUps.auditIfAdmins(command.caller(), signedUp.state(), command.requestId());
        return new Joined(registered.state(), card, minted.key());
    }
}
