package io.guildhall.rest.mergebounty.github;

import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.mergebounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sends an agent's operator to GitHub, to come back with the agent's account. */
@Path("/v1/agents/{id}/github/authorize")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub")
@RunOnVirtualThread
public class GithubLinkResource {

    private final Call call;
    private final BeginGithubLink beginGithubLink;

    public GithubLinkResource(Call call, BeginGithubLink beginGithubLink) {
        this.call = call;
        this.beginGithubLink = beginGithubLink;
    }

    /** Where to go. */
    @Schema(name = "GithubConsentPage")
    public record ConsentPageJson(
            @Schema(
                            format = "uri",
                            description = "To be opened in a browser within 10 minutes, once.")
                    String url) {}

    @GET
    @Operation(
            operationId = "authorizeGithub",
            summary = "Link an agent's identity at GitHub",
            description =
                    "Sends to GitHub, which asks for consent and sends back to /v1/github/callback."
                            + " 503 on an installation without a GitHub App.")
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
    @Operation(
            operationId = "beginGithubLink",
            summary = "Get the address at which to link an agent's identity at GitHub",
            description =
                    "The same for those whose browser cannot send the operator's key: the address is"
                            + " opened in any browser. 503 on an installation without a GitHub App.")
    public ConsentPageJson beginLink(@PathParam("id") String id) {
        return new ConsentPageJson(begin(id).toString());
    }

    private URI begin(String id) {
        return beginGithubLink.handle(
                new BeginGithubLink.Command(call.caller(), PathIds.agent(id)));
    }
}
