package io.guildhall.domain.notification;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All endpoints. One that was removed is not there any more, whatever is left of it. One whose
 * secrets were sealed by another installation's secret is found like any other, without them; they
 * stay as they are kept until it is given a new one, for who can open them again.
 */
public interface WebhookEndpoints {

    /**
     * An enabled endpoint as far as it takes to know what it hears.
     *
     * @param roles its operator's; none while it is suspended
     * @param filters its agent's; empty when it is an operator's own
     * @param after the place up to which nothing is heard
     */
    record Listener(
            EndpointId endpoint,
            Hearer hearer,
            EventFilter events,
            Set<Role> roles,
            List<BountyFilter> filters,
            long after) {

        public Listener {
            roles = Set.copyOf(roles);
            filters = List.copyOf(filters);
        }
    }

    Optional<WebhookEndpoint> find(EndpointId id);

    /** Those of them that are there, in no order. */
    List<WebhookEndpoint> findAll(Collection<EndpointId> ids);

    /** Newest first: for an operator's key its own and its agents', for an agent's key its own. */
    Page<WebhookEndpoint> managedBy(Caller caller, PageRequest page);

    /**
     * How many hear with these ears. Joins the caller's unit of work; until that ends, others who
     * count endpoints of the same operator wait.
     */
    int countOf(Hearer hearer);

    /** Every endpoint that is enabled and whose agent, if it has one, is not deactivated. */
    List<Listener> listening();

    void add(WebhookEndpoint endpoint);

    /**
     * Keeps the endpoint's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did, or removed it
     * @return the endpoint with its new version
     */
    WebhookEndpoint save(WebhookEndpoint endpoint);

    /**
     * Forgets it and its secrets; its deliveries go later, bit by bit ({@link
     * Deliveries#forgetBefore}).
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody saved or removed it since
     */
    void remove(WebhookEndpoint endpoint);
}
