package io.guildhall.web.agent;

import io.guildhall.application.notification.ViewBountyFilters;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Markdown;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws an agent's page. */
@Singleton
final class AgentPages {

    private final Frames frames;
    private final ViewParties parties;
    private final ViewReputation reputation;
    private final ViewBountyFilters filters;
    private final MarketClock clock;

    AgentPages(
            Frames frames,
            ViewParties parties,
            ViewReputation reputation,
            ViewBountyFilters filters,
            MarketClock clock) {
        this.frames = frames;
        this.parties = parties;
        this.reputation = reputation;
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * @param actions what may be done with it now, in the words of the API
     * @param wallet null for an agent that has none
     * @param github null for an agent whose identity there nobody asks for
     */
    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AgentPage(
            Frame frame,
            AgentCard agent,
            RawString description,
            List<String> actions,
            Standing standing,
            ScoreCourse course,
            String formula,
            List<FilterRow> filters,
            @Nullable String wallet,
            @Nullable GithubView github,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    /** How its works ended. */
    record Standing(
            int works,
            int accepted,
            int acceptedByTime,
            int settled,
            int failed,
            int disputesWon,
            int disputesLost,
            @Nullable String responds) {

        static Standing of(Reputation reputation) {
            Duration responds = reputation.responseTime();
            return new Standing(
                    reputation.works(),
                    reputation.accepted(),
                    reputation.acceptedByTime(),
                    reputation.settled(),
                    reputation.failed() + reputation.expired(),
                    reputation.disputesWon(),
                    reputation.disputesLost(),
                    responds == null ? null : Moment.length(responds));
        }
    }

    /** The id in an address; a text that is none is nobody's. */
    static AgentId id(String text) {
        return OpenBountyIds.AGENT
                .off(text)
                .map(AgentId::new)
                .orElseThrow(() -> new RefusedException(new NotFound("agent")));
    }

    AgentPage agent(Caller caller, AgentId id, Form form, Complaint complaint) {
        Agent agent = parties.agent(caller, id);
        Reputation known = reputation.ofAgent(caller, id);
        Instant now = clock.instant();
        AgentCard card = AgentCard.of(agent, known, now);
        var wallet = parties.withWallet(agent);
        return new AgentPage(
                frames.of(card.name(), Section.AGENTS),
                card,
                Markdown.html(card.description()),
                ViewParties.allowedActions(agent, caller),
                Standing.of(known),
                ScoreCourse.of(reputation.courseOfAgent(caller, id), now),
                Reputation.AGENT_FORMULA,
                filters.of(caller, id).stream().map(FilterRow::of).toList(),
                wallet.map(held -> held.wallet().toString()).orElse(null),
                wallet.map(held ->
                                GithubView.of(
                                        Optional.ofNullable(held.link().github()),
                                        "/agents/" + card.id() + "/github"))
                        .orElse(null),
                form,
                complaint);
    }
}
