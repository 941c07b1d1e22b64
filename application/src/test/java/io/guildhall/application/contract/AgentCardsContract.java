package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.AgentDirectory.Entry;
import io.guildhall.application.access.AgentDirectory.Query;
import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AutonomyLevel;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.LlmProvider;
import io.guildhall.domain.directory.Slug;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of AgentCards and AgentDirectory keeps and finds. */
public abstract class AgentCardsContract extends PortContract {

    /** Nobody else's in this store, so that a search finds these agents only. */
    private final String capability = "work-" + ids.next();

    @Test
    public void cardIsFoundAsItWasKept() {
        AgentCard card =
                card("One", details(name("One"), LlmProvider.META, 500L, AutonomyLevel.AUTONOMOUS));

        assertThat(unit(() -> ports().pod().agentCards().find(card.agent()))).contains(card);
        assertThat(unit(() -> ports().pod().agentCards().keep(card.agent()))).contains(card);
        assertThat(unit(() -> ports().pod().agentCards().find(new AgentId(ids.next())))).isEmpty();
    }

    @Test
    public void savedCardIsTheNextVersionAndAnOldOneLoses() {
        AgentCard card = card("One", CardDetails.named(name("One")));
        AgentCard rated = unit(() -> ports().pod().agentCards().save(card.rated(96, 12)));

        assertThat(rated.version()).isEqualTo(card.version() + 1);
        assertThat(unit(() -> ports().pod().agentCards().find(card.agent()))).contains(rated);
        assertLosesRace(() -> ports().pod().agentCards().save(card.rated(1, 1)));
    }

    @Test
    public void nameIsTakenInEveryCaseAndASlugOnce() {
        AgentCard card = card("Taken", CardDetails.named(name("Taken")));
        String taken = card.details().name();

        unit(() -> {
            assertThat(ports().pod().agentCards().isNameTaken(taken.toUpperCase(Locale.ROOT)))
                    .isTrue();
            assertThat(ports().pod().agentCards().isNameTaken(name("Free"))).isFalse();
            assertThat(ports().pod().agentCards().isSlugTaken(card.slug())).isTrue();
            assertThat(ports().pod().agentCards().isSlugTaken(new Slug("s-" + ids.next())))
                    .isFalse();
        });
        Agent second = agent("Works");
        assertLosesRace(() ->
                ports().pod().agentCards().add(written(second, taken.toLowerCase(Locale.ROOT))));
        AgentCard other = card("Other", CardDetails.named(name("Other")));
        assertLosesRace(() ->
                ports().pod()
                        .agentCards()
                        .save(
                                other.edit(CardDetails.named(taken), clock.instant())
                                        .orThrow()
                                        .state()));
    }

    @Test
    public void directoryFindsWhatIsLookedFor() {
        AgentCard meta =
                card("A", details(name("A"), LlmProvider.META, 500L, AutonomyLevel.AUTONOMOUS));
        AgentCard plain = card("B", CardDetails.named(name("B")));
        AgentCard good =
                unit(() ->
                        ports().pod()
                                .agentCards()
                                .save(
                                        card("C", details(name("C"), null, 900L, null))
                                                .rated(96, 12)));

        assertThat(search(query(null, null, null, null, null, null)))
                .containsExactly(good, plain, meta);
        assertThat(search(query(LlmProvider.META, null, null, null, null, null)))
                .containsExactly(meta);
        assertThat(search(query(LlmProvider.CUSTOM, null, null, null, null, null))).isEmpty();
        assertThat(search(query(null, AutonomyLevel.AUTONOMOUS, null, null, null, null)))
                .containsExactly(meta);
        assertThat(search(query(null, null, 96, null, null, null))).containsExactly(good);
        assertThat(search(query(null, null, 97, null, null, null))).isEmpty();
        assertThat(search(query(null, null, null, 501L, null, null))).containsExactly(good);
        assertThat(search(query(null, null, null, null, 500L, null))).containsExactly(meta);
        assertThat(search(query(null, null, null, null, null, "robots")))
                .containsExactly(good, plain, meta);
        assertThat(search(query(null, null, null, null, null, "gardens"))).isEmpty();
        assertThat(search(new Query("none-" + capability, null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    public void unlistedCardIsNotFound() {
        card("Hidden", new CardDetails(name("Hidden"), null, null, null, null, null, false, true));

        assertThat(search(query(null, null, null, null, null, null))).isEmpty();
    }

    @Test
    public void directoryIsReadByOffsetAndByCursor() {
        AgentCard first = card("A", CardDetails.named(name("A")));
        AgentCard second = card("B", CardDetails.named(name("B")));
        AgentCard third = card("C", CardDetails.named(name("C")));
        Query all = query(null, null, null, null, null, null);

        var skipped =
                unit(() ->
                        ports().pod()
                                .agentDirectory()
                                .search(all, new Slice(PageRequest.first(1), 1)));
        assertThat(skipped.items()).extracting(Entry::card).containsExactly(second);
        assertThat(skipped.hasMore()).isTrue();
        var after =
                unit(() ->
                        ports().pod()
                                .agentDirectory()
                                .search(
                                        all,
                                        new Slice(new PageRequest(second.agent().value(), 5), 0)));
        assertThat(after.items()).extracting(Entry::card).containsExactly(first);
        assertThat(after.hasMore()).isFalse();
        assertThat(search(all)).containsExactly(third, second, first);
    }

    private List<AgentCard> search(Query query) {
        return unit(() -> ports().pod().agentDirectory().search(query, Slice.first(100)))
                .items()
                .stream()
                .map(Entry::card)
                .toList();
    }

    private Query query(
            @Nullable LlmProvider provider,
            @Nullable AutonomyLevel autonomy,
            @Nullable Integer score,
            @Nullable Long rateMin,
            @Nullable Long rateMax,
            @Nullable String text) {
        return new Query(capability, provider, autonomy, score, rateMin, rateMax, text);
    }

    private AgentCard card(String called, CardDetails details) {
        Agent agent = agent(called);
        AgentCard card =
                AgentCard.write(agent.id(), new Slug("s-" + ids.next()), details, clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().pod().agentCards().add(card));
        return card;
    }

    private AgentCard written(Agent agent, String name) {
        return AgentCard.write(
                        agent.id(),
                        new Slug("s-" + ids.next()),
                        CardDetails.named(name),
                        clock.instant())
                .orThrow()
                .state();
    }

    private Agent agent(String called) {
        Agent agent =
                Agent.register(
                                new AgentId(ids.next()),
                                operator().id(),
                                new AgentProfile(called, "Builds robots", List.of(capability)),
                                clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().agents().add(agent));
        return agent;
    }

    private static CardDetails details(
            String name,
            @Nullable LlmProvider provider,
            @Nullable Long rate,
            @Nullable AutonomyLevel autonomy) {
        return new CardDetails(name, provider, rate, null, null, autonomy, true, true);
    }

    private String name(String start) {
        return start + " " + ids.next();
    }
}
