package io.guildhall.application.directory;

import io.guildhall.application.access.AgentDirectory.Entry;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes the calling agent's card; one that has none gets its first by this. */
public final class EditCard {

    private final UseCaseContext context;
    private final Agents agents;
    private final AgentCards cards;
    private final CardNames names;
    private final RateAgent rateAgent;

    public EditCard(UseCaseContext context, Agents agents, AgentCards cards, RateAgent rateAgent) {
        this.context = context;
        this.agents = agents;
        this.cards = cards;
        this.rateAgent = rateAgent;
        this.names = new CardNames(cards);
    }

    /**
     * @param change what is on the card, with what is to be changed
     */
    public record Command(Caller caller, UnaryOperator<CardDetails> change) {}

    /** As everybody sees it now, if it is listed. */
    public Entry handle(Command command) {
        AgentId id = command.caller().asAgent();
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Agent agent = agents.find(id).orElseThrow();
                    if (agent.status() instanceof Deactivated) {
                        throw new RefusedException(
                                new PartyError.AgentNotChangeable(id, agent.status()));
                    }
                    Optional<AgentCard> before = cards.find(id);
                    CardDetails details =
                            command.change()
                                    .apply(
                                            before.map(AgentCard::details)
                                                    .orElseGet(() ->
                                                            CardDetails.named(
                                                                    agent.profile().name())));
                    return Entry.of(
                            agent,
                            before.isEmpty()
                                    ? write(id, details, now)
                                    : edit(before.get(), details, now));
                });
    }

    private AgentCard write(AgentId agent, CardDetails details, Instant now) {
        // Nothing is made of a name that is none.
        new Invalid.Check().add(details.problems()).orThrow();
        AgentCard card =
                rateAgent.first(
                        AgentCard.write(agent, names.freeSlug(details.name(), agent), details, now)
                                .orThrow()
                                .state());
        names.requireFree(details.name());
        cards.add(card);
        return card;
    }

    private AgentCard edit(AgentCard card, CardDetails details, Instant now) {
        AgentCard edited = card.edit(details, now).orThrow().state();
        if (!CardDetails.nameKey(details.name())
                .equals(CardDetails.nameKey(card.details().name()))) {
            names.requireFree(details.name());
        }
        return edited.equals(card) ? card : cards.save(edited);
    }
}
