package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import java.util.List;

/** Says which bounties an agent wants to hear of at its endpoints. */
public final class SaveBountyFilters {

    private final UseCaseContext context;
    private final ManagedEndpoints managed;
    private final BountyFilters filters;

    public SaveBountyFilters(
            UseCaseContext context, ManagedEndpoints managed, BountyFilters filters) {
        this.context = context;
        this.managed = managed;
        this.filters = filters;
    }

    public record Command(Caller caller, AgentId agent, List<BountyFilter> filters) {
        public Command {
            filters = List.copyOf(filters);
        }
    }

    public List<BountyFilter> handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Agent agent = managed.activeAgent(command.caller(), command.agent());
                    new Invalid.Check().add(BountyFilter.problems(command.filters())).orThrow();
                    filters.save(agent.id(), command.filters());
                    return command.filters();
                });
    }
}
