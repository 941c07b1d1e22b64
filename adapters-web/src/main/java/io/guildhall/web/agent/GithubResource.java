package io.guildhall.web.agent;

import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.ConfirmGithubLink;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.MergeBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends somebody to GitHub, to come back as an account there and to confirm that it is the right
 * one. A form may not lead to another host, so that one goes there by a link; and to begin twice
 * does no harm, so that nothing is kept to be done once.
 */
@Path("/")
@WebPage
@RunOnVirtualThread
public class GithubResource {

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final BeginGithubLink beginGithubLink;
    private final ViewUnconfirmedLink viewUnconfirmedLink;
    private final ConfirmGithubLink confirmGithubLink;

    public GithubResource(
            Visit visit,
            Frames frames,
            Once once,
            BeginGithubLink beginGithubLink,
            ViewUnconfirmedLink viewUnconfirmedLink,
            ConfirmGithubLink confirmGithubLink) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.beginGithubLink = beginGithubLink;
        this.viewUnconfirmedLink = viewUnconfirmedLink;
        this.confirmGithubLink = confirmGithubLink;
    }

    /**
     * @param host what one is to see in the address bar then
     */
    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ToGithub(Frame frame, String url, String host, String back)
            implements TemplateInstance {}

    /**
     * @param agent its name; null where it is the operator's own account
     * @param yours whether whoever looks at it began it
     * @param door where it is confirmed with a key
     */
    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FromGithub(
            Frame frame,
            String login,
            String operator,
            @Nullable String agent,
            String code,
            boolean yours,
            String door,
            String back)
            implements TemplateInstance {}

    /** The operator's own account. */
    @POST
    @Path("github/authorize")
    public Response own(Form form) {
        return begin(null, "/agents");
    }

    /** That of an agent with a wallet. */
    @POST
    @Path("agents/{id}/github")
    public Response ofAgent(@PathParam("id") String id, Form form) {
        return begin(AgentPages.id(id), "/agents/" + id);
    }

    /** Open to everybody, as whoever was led to GitHub comes too, and is to see what for. */
    @GET
    @Path("github/confirm")
    public Response askConfirmation(@QueryParam("code") @Nullable String code) {
        String shownCode = code == null ? "" : code;
        ViewUnconfirmedLink.Shown shown = viewUnconfirmedLink.handle(shownCode);
        Agent agent = shown.agent();
        Caller caller = visit.callerIfKnown();
        return Answers.ok(
                new FromGithub(
                        frames.of("Back from GitHub", Section.AGENTS),
                        shown.link().account().login(),
                        shown.operator().name(),
                        agent == null ? null : agent.profile().name(),
                        shownCode,
                        caller != null && caller.isOperator(shown.operator().id()),
                        door(agent),
                        page(shown.link().agent())));
    }

    @POST
    @Path("github/confirm")
    public Response confirm(Form form) {
        Caller caller = visit.caller();
        String code = form.text("code");
        return Answers.seeOther(
                once.run(
                                form,
                                () -> {
                                    AgentId agent = viewUnconfirmedLink.handle(code).link().agent();
                                    confirmGithubLink.handle(
                                            new ConfirmGithubLink.Command(caller, agent, code));
                                    return Outcome.at(Said.GITHUB_LINKED.at(page(agent)));
                                })
                        .next());
    }

    private static String door(@Nullable Agent agent) {
        return agent == null
                ? "/api/github/confirm"
                : "/v1/agents/" + MergeBountyIds.AGENT.on(agent.id().value()) + "/github/confirm";
    }

    private static String page(@Nullable AgentId agent) {
        return agent == null ? "/agents" : "/agents/" + Ids.of(agent);
    }

    private Response begin(@Nullable AgentId agent, String back) {
        var page = beginGithubLink.handle(new BeginGithubLink.Command(visit.caller(), agent));
        return Answers.ok(
                new ToGithub(
                        frames.of("On to GitHub", Section.AGENTS),
                        page.toString(),
                        String.valueOf(page.getHost()),
                        back));
    }
}
