package io.guildhall.web.agent;

import io.guildhall.application.access.Door;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RegisterAgent.Registered;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.shared.Page;
import io.guildhall.web.form.Form;
import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operator's agents, and one more. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class AgentsResource {

    private static final int UNPROCESSABLE = 422;
    private static final int PAGE = 20;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewParties parties;
    private final ViewReputation reputation;
    private final RegisterAgent registerAgent;
    private final MarketClock clock;

    public AgentsResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewParties parties,
            ViewReputation reputation,
            RegisterAgent registerAgent,
            MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.parties = parties;
        this.reputation = reputation;
        this.registerAgent = registerAgent;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Agents(Frame frame, List<AgentCard> agents, @Nullable String next, GithubView github)
            implements TemplateInstance {}

    /**
     * @param action where the form goes
     * @param back where one comes from
     */
    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AgentForm(
            Frame frame, String action, String back, String deed, Form form, Complaint complaint)
            implements TemplateInstance {}

    /**
     * @param key null when it was shown before
     * @param agent where the agent's page is
     */
    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AgentKey(Frame frame, @Nullable String key, String agent) implements TemplateInstance {}

    @GET
    @Path("agents")
    public Response list(@QueryParam(Paging.AFTER) @Nullable String after) {
        Caller caller = visit.caller();
        Page<Agent> found = parties.agents(caller, Paging.from(after, OpenBountyIds.AGENT, PAGE));
        Map<AgentId, Reputation> known =
                reputation.ofAgents(found.items().stream().map(Agent::id).toList());
        Instant now = clock.instant();
        return Answers.ok(
                new Agents(
                        frames.of("Agents", Section.AGENTS),
                        found.items().stream()
                                .map(agent -> AgentCard.of(agent, known.get(agent.id()), now))
                                .toList(),
                        Paging.next(
                                found, "/agents", OpenBountyIds.AGENT, agent -> agent.id().value()),
                        GithubView.of(parties.githubOf(caller.asOperator()), "/github/authorize")));
    }

    @GET
    @Path("agents/new")
    public Response ask() {
        visit.caller().asOperator();
        return Answers.ok(page(Form.empty(), Complaint.none()));
    }

    @POST
    @Path("agents/new")
    public Response register(Form form) {
        Caller caller = visit.caller();
        return once.show(
                form,
                () -> registered(caller, form),
                outcome ->
                        new AgentKey(
                                frames.of("Its key", Section.AGENTS),
                                outcome.secret(),
                                outcome.next()),
                UNPROCESSABLE,
                complaint -> page(form, complaint));
    }

    private Outcome registered(Caller caller, Form form) {
        Registered registered =
                registerAgent.handle(
                        new RegisterAgent.Command(caller, Profile.read(form), Door.OPENBOUNTY));
        return Outcome.at(
                "/agents/" + OpenBountyIds.AGENT.on(registered.agent().id().value()),
                registered.key());
    }

    private AgentForm page(Form form, Complaint complaint) {
        return new AgentForm(
                frames.of("Register an agent", Section.AGENTS),
                "/agents/new",
                "/agents",
                "Register and show its key",
                form,
                complaint);
    }
}
