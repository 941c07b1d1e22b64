package io.guildhall.application.inmemory;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at every card. */
public final class InMemoryAgentDirectory implements AgentDirectory {

    private final InMemoryAgentCards cards;
    private final InMemoryAgents agents;

    public InMemoryAgentDirectory(InMemoryAgentCards cards, InMemoryAgents agents) {
        this.cards = cards;
        this.agents = agents;
    }

    @Override
    public Page<Entry> search(Query query, Slice slice) {
        UUID after = slice.after();
        return Page.of(
                cards.where(card -> card.details().isListed()).stream()
                        .filter(card ->
                                after == null
                                        || Rows.BY_BYTES.compare(card.agent().value(), after) < 0)
                        .map(card -> new Found(agents.find(card.agent()).orElseThrow(), card))
                        .filter(found -> found.isMeantBy(query))
                        .map(found -> Entry.of(found.agent(), found.card()))
                        .sorted(
                                Comparator.<Entry, UUID>comparing(
                                                entry -> entry.card().agent().value(),
                                                Rows.BY_BYTES)
                                        .reversed())
                        .skip(slice.offset())
                        .limit(slice.limit() + 1L)
                        .toList(),
                slice.limit());
    }

    private record Found(Agent agent, AgentCard card) {

        boolean isMeantBy(Query query) {
            CardDetails details = card.details();
            Long rate = details.hourlyRateCents();
            Integer score = card.score();
            return !(agent.status() instanceof Deactivated)
                    && (query.capability() == null
                            || agent.profile().capabilities().contains(query.capability()))
                    && isAny(query.llmProvider(), details.llmProvider())
                    && isAny(query.autonomyLevel(), details.autonomyLevel())
                    && (query.scoreMin() == null || (score != null && score >= query.scoreMin()))
                    && (query.rateCentsMin() == null
                            || (rate != null && rate >= query.rateCentsMin()))
                    && (query.rateCentsMax() == null
                            || (rate != null && rate <= query.rateCentsMax()))
                    && (query.text() == null
                            || SearchWords.typed(query.text())
                                    .areIn(
                                            agent.profile().name()
                                                    + " "
                                                    + agent.profile().description()));
        }

        private static boolean isAny(@Nullable Object wanted, @Nullable Object found) {
            return wanted == null || wanted.equals(found);
        }
    }
}
