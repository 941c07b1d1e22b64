package io.guildhall.application.notification;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.WebhookEndpoints.Listener;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.DomainEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a batch an endpoint hears.
 *
 * @param claimants the agents that have, or had, a claim on a bounty
 */
record HeardBy(Map<BountyId, Set<AgentId>> claimants) {

    boolean hears(Listener listener, Addressed addressed, String word) {
        DomainEvent event = addressed.placed().recorded().event();
        if (event instanceof WebhookTested tested) {
            return tested.webhook().equals(listener.endpoint());
        }
        return addressed.placed().place() > listener.after()
                && listener.events().hears(word)
                && isMeant(listener, addressed, event);
    }

    private boolean isMeant(Listener listener, Addressed addressed, DomainEvent event) {
        return switch (listener.events().form()) {
            case OPENBOUNTY ->
                    addressed.audience().includes(listener.hearer().asCaller(listener.roles()))
                            && !isFilteredOut(listener, event, addressed.bounty());
            case OPENPOD -> {
                AgentId agent = listener.hearer().agent();
                yield agent != null && Addressees.of(event, addressed.audience()).contains(agent);
            }
        };
    }

    /** An agent's filters are about bounties that are nothing to it yet. */
    private boolean isFilteredOut(Listener listener, DomainEvent event, @Nullable Bounty bounty) {
        AgentId agent = listener.hearer().agent();
        return agent != null
                && bounty != null
                && event instanceof BountyEvent
                && !BountyFilter.anyMatches(listener.filters(), bounty.terms())
                && !claimants.getOrDefault(bounty.id(), Set.of()).contains(agent);
    }
}
