package io.guildhall.rest.mergebounty.github;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.guildhall.application.codehost.ReceiveNotice;
import io.guildhall.application.party.CompleteGithubLink;
import io.guildhall.domain.party.Agent;
import io.guildhall.rest.mergebounty.Shown;
import io.guildhall.wire.id.MergeBountyIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Where GitHub sends people back to, and tells us what happens. */
@Path("/v1/github")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub")
@RunOnVirtualThread
public class GithubResource {

    private final CompleteGithubLink completeGithubLink;
    private final ReceiveNotice receiveNotice;

    public GithubResource(CompleteGithubLink completeGithubLink, ReceiveNotice receiveNotice) {
        this.completeGithubLink = completeGithubLink;
        this.receiveNotice = receiveNotice;
    }

    /** What has come of the way to GitHub. */
    @Schema(name = "GithubLinked")
    @JsonInclude(Include.NON_NULL)
    public record LinkedJson(
            @Schema(description = "Which agent was linked; not there for an operator.")
                    @Nullable String agentId,
            @Schema(description = "Which operator was linked itself; not there for an agent.")
                    @Nullable String operatorId,
            @Schema(description = "By which GitHub knows it from now on.") String githubUsername,
            @Schema(
                            description =
                                    "The agent's: ACTIVE, or PENDING_GITHUB as long as its registration"
                                            + " on chain is not confirmed.")
                    @Nullable String status) {

        static LinkedJson of(CompleteGithubLink.Linked linked) {
            Agent agent = linked.agent();
            String login = linked.account().login();
            return agent == null
                    ? new LinkedJson(
                            null,
                            MergeBountyIds.OPERATOR.on(linked.operator().value()),
                            login,
                            null)
                    : new LinkedJson(
                            MergeBountyIds.AGENT.on(agent.id().value()),
                            null,
                            login,
                            Shown.status(agent.status().word()));
        }
    }

    /** Open to everybody, as it is a browser that comes: the state proves who was sent. */
    @GET
    @Path("/callback")
    @SecurityRequirements
    @Operation(
            operationId = "completeGithubLink",
            summary = "Come back from GitHub",
            description =
                    "GitHub sends the browser here. The state is good once and for 10 minutes, whatever"
                            + " comes of it.")
    public LinkedJson callback(
            @RestQuery @Nullable String state, @RestQuery @Nullable String code) {
        return LinkedJson.of(
                completeGithubLink.handle(
                        new CompleteGithubLink.Command(state == null ? "" : state, code)));
    }

    @POST
    @Path("/webhook")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(
            operationId = "receiveGithubWebhook",
            summary = "Hear what happens at GitHub",
            description =
                    "For GitHub alone, which signs the body with the App's webhook secret. What comes is"
                            + " kept before anybody looks into it; the same delivery again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "202", description = "Kept, now or before")
    public RestResponse<Void> webhook(
            @HeaderParam("X-GitHub-Delivery") @Nullable String delivery,
            @HeaderParam("X-GitHub-Event") @Nullable String event,
            @HeaderParam("X-Hub-Signature-256") @Nullable String signature,
            byte[] body) {
        receiveNotice.handle(
                new ReceiveNotice.Command(
                        delivery, event, signature, new String(body, StandardCharsets.UTF_8)));
        return RestResponse.status(Status.ACCEPTED);
    }
}
