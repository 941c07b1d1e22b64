package io.guildhall.web.agent;

import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.domain.party.AgentId;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends somebody to GitHub, to come back as an account there. A form may not lead to another host,
 * so that one goes there by a link; and to begin twice does no harm, so that nothing is kept to be
 * done once.
 */
@Path("/")
@WebPage
@RunOnVirtualThread
public class GithubResource {

    private final Visit visit;
    private final Frames frames;
    private final BeginGithubLink beginGithubLink;

    public GithubResource(Visit visit, Frames frames, BeginGithubLink beginGithubLink) {
        this.visit = visit;
        this.frames = frames;
        this.beginGithubLink = beginGithubLink;
    }

    /**
     * @param host what one is to see in the address bar then
     */
    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ToGithub(Frame frame, String url, String host, String back)
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
