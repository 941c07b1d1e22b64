package io.guildhall.web.webhook;

import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
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
import io.guildhall.wire.openbounty.EventWords;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses to which events are carried, and one more. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class WebhooksResource {

    private static final int UNPROCESSABLE = 422;
    private static final int PAGE = 20;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewWebhooks webhooks;
    private final ViewParties parties;
    private final RegisterWebhook registerWebhook;
    private final InstantSource clock;

    /**
     * @param clock the world's, by which what goes outside goes
     */
    public WebhooksResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewWebhooks webhooks,
            ViewParties parties,
            RegisterWebhook registerWebhook,
            InstantSource clock) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.webhooks = webhooks;
        this.parties = parties;
        this.registerWebhook = registerWebhook;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Webhooks(Frame frame, List<WebhookRow> webhooks, @Nullable String next)
            implements TemplateInstance {}

    /** Whose ears a webhook may be. */
    record Ears(String id, String name) {}

    /**
     * @param agents those that may be chosen; empty where there is nothing to choose any more
     * @param words every event there is
     */
    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookForm(
            Frame frame,
            String action,
            String back,
            String deed,
            List<Ears> agents,
            List<String> words,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    /**
     * @param secret null when it was shown before
     */
    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookSecret(Frame frame, @Nullable String secret, String webhook)
            implements TemplateInstance {}

    @GET
    @Path("webhooks")
    public Response list(@QueryParam(Paging.AFTER) @Nullable String after) {
        Page<WebhookEndpoint> found =
                webhooks.list(visit.caller(), Paging.from(after, OpenBountyIds.WEBHOOK, PAGE));
        Instant now = clock.instant();
        return Answers.ok(
                new Webhooks(
                        frames.of("Webhooks", Section.WEBHOOKS),
                        found.items().stream()
                                .map(endpoint -> WebhookRow.of(endpoint, now))
                                .toList(),
                        Paging.next(
                                found,
                                "/webhooks",
                                OpenBountyIds.WEBHOOK,
                                endpoint -> endpoint.id().value())));
    }

    /** The address may name an agent whose ears it is to be. */
    @GET
    @Path("webhooks/new")
    public Response ask(@Context UriInfo uri) {
        return Answers.ok(page(Form.of(uri.getQueryParameters()), Complaint.none()));
    }

    /** The secret is in the answer: it is shown once, so that no address can bring it back. */
    @POST
    @Path("webhooks/new")
    public Response register(Form form) {
        Caller caller = visit.caller();
        return once.show(
                form,
                () -> registered(caller, form),
                outcome ->
                        new WebhookSecret(
                                frames.of("Its secret", Section.WEBHOOKS),
                                outcome.secret(),
                                outcome.next()),
                UNPROCESSABLE,
                complaint -> page(form, complaint));
    }

    private Outcome registered(Caller caller, Form form) {
        WebhookEndpoint endpoint =
                registerWebhook.handle(
                        new RegisterWebhook.Command(caller, agent(form), Hook.target(form)));
        return Outcome.at(
                "/webhooks/" + OpenBountyIds.WEBHOOK.on(endpoint.id().value()),
                endpoint.givenSecret().text());
    }

    private static @Nullable AgentId agent(Form form) {
        String named = form.given("agent");
        return named == null
                ? null
                : OpenBountyIds.AGENT
                        .off(named)
                        .map(AgentId::new)
                        .orElseThrow(() -> new RefusedException(new NotFound("agent")));
    }

    private WebhookForm page(Form form, Complaint complaint) {
        List<Ears> agents =
                parties
                        .agents(visit.caller(), PageRequest.first(PageRequest.LIMIT_MAX))
                        .items()
                        .stream()
                        .filter(Agent::isActive)
                        .map(agent ->
                                new Ears(
                                        OpenBountyIds.AGENT.on(agent.id().value()),
                                        agent.profile().name()))
                        .toList();
        return new WebhookForm(
                frames.of("Add a webhook", Section.WEBHOOKS),
                "/webhooks/new",
                "/webhooks",
                "Add it and show its secret",
                agents,
                List.copyOf(EventWords.ALL),
                form,
                complaint);
    }
}
