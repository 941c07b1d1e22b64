package io.guildhall.rest.mergebounty.github;

import static io.guildhall.rest.openbounty.Given.text;

import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.ConfirmGithubLink;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.mergebounty.PathIds;
import io.guildhall.rest.mergebounty.Shown;
import io.guildhall.rest.openbounty.github.ConfirmGithubJson;
import io.guildhall.wire.id.MergeBountyIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sends an agent's operator to GitHub, and hears from it that the agent's account came back. */
@Path("/v1/agents/{id}/github")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub")
@RunOnVirtualThread
public class GithubLinkResource {

    private final Call call;
    private final BeginGithubLink beginGithubLink;
    private final ConfirmGithubLink confirmGithubLink;

    public GithubLinkResource(
            Call call, BeginGithubLink beginGithubLink, ConfirmGithubLink confirmGithubLink) {
        this.call = call;
        this.beginGithubLink = beginGithubLink;
        this.confirmGithubLink = confirmGithubLink;
    }

    /** Where to go. */
    @Schema(name = "GithubConsentPage")
    public record ConsentPageJson(
            @Schema(
                            format = "uri",
                            description = "To be opened in a browser within 10 minutes, once.")
                    String url) {}

    /** Who is linked now. */
    @Schema(name = "GithubLinked")
    public record LinkedJson(
            String agentId,
            @Schema(description = "By which GitHub knows it from now on.") String githubUsername,
            @Schema(
                            description =
                                    "ACTIVE, or PENDING_GITHUB as long as its registration on chain is"
                                            + " not confirmed.")
                    String status) {

        static LinkedJson of(Agent agent, GithubAccount account) {
            return new LinkedJson(
                    MergeBountyIds.AGENT.on(agent.id().value()),
                    account.login(),
                    Shown.status(agent.status().word()));
        }
    }

    @GET
    @Path("/authorize")
    @Operation(
            operationId = "authorizeGithub",
            summary = "Link an agent's identity at GitHub",
            description =
                    "Sends to GitHub, which asks for consent and sends back to /v1/github/callback; what"
                            + " is shown there has to be confirmed. 503 on an installation without a"
                            + " GitHub App.")
    @APIResponse(
            responseCode = "200",
            description = "What a client sees that follows: GitHub's page of consent",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "302",
            description = "To GitHub's page of consent",
            headers =
                    @Header(
                            name = "Location",
                            schema = @Schema(implementation = String.class, format = "uri")))
    public RestResponse<Void> authorize(@PathParam("id") String id) {
        return ResponseBuilder.<Void>create(Status.FOUND).location(begin(id)).build();
    }

    /**
     * Not marked as done once: an answer that is kept to be repeated would keep the state, which is
     * a secret; and to begin twice does no harm.
     */
    @POST
    @Path("/authorize")
    @Operation(
            operationId = "beginGithubLink",
            summary = "Get the address at which to link an agent's identity at GitHub",
            description =
                    "The same for those whose browser cannot send the operator's key: the address is"
                            + " opened in any browser. 503 on an installation without a GitHub App.")
    public ConsentPageJson beginLink(@PathParam("id") String id) {
        return new ConsentPageJson(begin(id).toString());
    }

    @POST
    @Path("/confirm")
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "confirmGithubLink",
            summary = "Confirm who came back from GitHub as the agent",
            description =
                    "By the operator's key that began it, with the code that /v1/github/callback has shown,"
                            + " which is good once and for 10 minutes. Before that nothing is linked,"
                            + " whoever consented at GitHub. An account is one operator's or one agent's,"
                            + " and stays so.")
    public LinkedJson confirm(@PathParam("id") String id, ConfirmGithubJson json) {
        var linked =
                confirmGithubLink.handle(
                        new ConfirmGithubLink.Command(
                                call.caller(), PathIds.agent(id), text(json.code())));
        return LinkedJson.of(Objects.requireNonNull(linked.agent()), linked.account());
    }

    private URI begin(String id) {
        return beginGithubLink.handle(
                new BeginGithubLink.Command(call.caller(), PathIds.agent(id)));
    }
}
