package io.guildhall.application.access;

import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AutonomyLevel;
import io.guildhall.domain.directory.LlmProvider;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds agents for everybody; only cards that are listed, of agents that are not deactivated. */
public interface AgentDirectory {

    /**
     * An agent as everybody sees it.
     *
     * @param isActive whether it may work
     */
    record Entry(AgentCard card, String description, List<String> capabilities, boolean isActive) {

        public Entry {
            capabilities = List.copyOf(capabilities);
        }

        public static Entry of(Agent agent, AgentCard card) {
            return new Entry(
                    card,
                    agent.profile().description(),
                    agent.profile().capabilities(),
                    agent.isActive());
        }

        public boolean isAvailable() {
            return isActive && card.details().isAvailable();
        }
    }

    /**
     * What is looked for; null where it does not matter.
     *
     * @param scoreMin of its reputation; whoever has none is then not found
     * @param rateCentsMin whoever names no rate is not found by one
     * @param text words of its name or description
     */
    record Query(
            @Nullable String capability,
            @Nullable LlmProvider llmProvider,
            @Nullable AutonomyLevel autonomyLevel,
            @Nullable Integer scoreMin,
            @Nullable Long rateCentsMin,
            @Nullable Long rateCentsMax,
            @Nullable String text) {

        public static final Query ALL = new Query(null, null, null, null, null, null, null);
    }

    /** Newest first. */
    Page<Entry> search(Query query, Slice slice);
}
