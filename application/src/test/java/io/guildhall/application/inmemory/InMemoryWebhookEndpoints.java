package io.guildhall.application.inmemory;

import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Endpoints in memory. */
public final class InMemoryWebhookEndpoints implements WebhookEndpoints {

    private final Rows<EndpointId, WebhookEndpoint> rows;
    private final Operators operators;
    private final Agents agents;
    private final BountyFilters filters;
    private final Suspensions suspensions;

    public InMemoryWebhookEndpoints(
            InMemoryTransactions transactions,
            Operators operators,
            Agents agents,
            BountyFilters filters,
            Suspensions suspensions) {
        this.rows = new Rows<>(transactions);
        this.operators = operators;
        this.agents = agents;
        this.filters = filters;
        this.suspensions = suspensions;
    }

    @Override
    public Optional<WebhookEndpoint> find(EndpointId id) {
        return rows.find(id);
    }

    @Override
    public List<WebhookEndpoint> findAll(Collection<EndpointId> ids) {
        return rows.where(endpoint -> ids.contains(endpoint.id()));
    }

    @Override
    public Page<WebhookEndpoint> managedBy(Caller caller, PageRequest page) {
        return rows.newestFirst(
                endpoint -> endpoint.hearer().isManagedBy(caller),
                endpoint -> endpoint.id().value(),
                page);
    }

    @Override
    public int countOf(Hearer hearer) {
        return rows.where(endpoint -> endpoint.hearer().equals(hearer)).size();
    }

    @Override
    public List<Listener> listening() {
        return rows.where(endpoint -> endpoint.isEnabled() && !isDeactivated(endpoint)).stream()
                .map(this::listener)
                .toList();
    }

    @Override
    public void add(WebhookEndpoint endpoint) {
        rows.add(endpoint.id(), endpoint);
    }

    @Override
    public WebhookEndpoint save(WebhookEndpoint endpoint) {
        mustBeAsRead(endpoint);
        WebhookEndpoint saved = endpoint.atVersion(endpoint.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    @Override
    public void remove(WebhookEndpoint endpoint) {
        mustBeAsRead(endpoint);
        rows.remove(endpoint.id());
    }

    boolean isEnabled(EndpointId id) {
        return rows.find(id).filter(WebhookEndpoint::isEnabled).isPresent();
    }

    private void mustBeAsRead(WebhookEndpoint endpoint) {
        if (rows.find(endpoint.id()).stream()
                .noneMatch(kept -> kept.version() == endpoint.version())) {
            throw new LostRace("webhook " + endpoint.id());
        }
    }

    private Listener listener(WebhookEndpoint endpoint) {
        AgentId agent = endpoint.hearer().agent();
        List<BountyFilter> saved = agent == null ? List.of() : filters.of(agent);
        return new Listener(
                endpoint.id(),
                endpoint.hearer(),
                endpoint.target().events(),
                roles(endpoint.hearer().operator()),
                saved,
                endpoint.hearsAfter());
    }

    private Set<Role> roles(OperatorId operator) {
        return suspensions.stopping(operator, null).isPresent()
                ? Set.of()
                : operators.find(operator).orElseThrow().roles();
    }

    private boolean isDeactivated(WebhookEndpoint endpoint) {
        AgentId agent = endpoint.hearer().agent();
        return agent != null && agents.find(agent).orElseThrow().status() instanceof Deactivated;
    }
}
