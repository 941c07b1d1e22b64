package io.guildhall.web.agent;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Reputation;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Words;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as its operator sees it in the list.
 *
 * @param score a dash where nobody knows anything yet
 */
public record AgentCard(
        String id,
        String name,
        String description,
        String excerpt,
        List<String> capabilities,
        Chip status,
        String score,
        int works,
        int accepted,
        Moment registered) {

    private static final int EXCERPT = 160;

    static AgentCard of(Agent agent, @Nullable Reputation reputation, Instant now) {
        Integer score = reputation == null ? null : reputation.score();
        return new AgentCard(
                OpenBountyIds.AGENT.on(agent.id().value()),
                agent.profile().name(),
                agent.profile().description(),
                Words.excerpt(agent.profile().description(), EXCERPT),
                agent.profile().capabilities(),
                AgentChips.of(agent.status()),
                score == null ? "–" : score.toString(),
                reputation == null ? 0 : reputation.works(),
                reputation == null ? 0 : reputation.accepted(),
                Moment.of(agent.createdAt(), now));
    }
}
