package io.guildhall.rest.mergebounty.github;

import io.guildhall.application.codehost.ReceiveNotice;
import io.guildhall.application.party.ReturnFromGithub;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Where GitHub sends people back to, and tells us what happens. */
@Path("/v1/github")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub")
@RunOnVirtualThread
public class GithubResource {

    /** Where the console shows the same to people, and lets them confirm it. */
    private static final String PAGE = "/github/confirm?code=";

    private final ReturnFromGithub returnFromGithub;
    private final ViewUnconfirmedLink viewUnconfirmedLink;
    private final ReceiveNotice receiveNotice;

    public GithubResource(
            ReturnFromGithub returnFromGithub,
            ViewUnconfirmedLink viewUnconfirmedLink,
            ReceiveNotice receiveNotice) {
        this.returnFromGithub = returnFromGithub;
        this.viewUnconfirmedLink = viewUnconfirmedLink;
        this.receiveNotice = receiveNotice;
    }

    /** Open to everybody, as it is a browser that comes: the state proves who was sent. */
    @GET
    @Path("/callback")
    @SecurityRequirements
    @Operation(
            operationId = "returnFromGithub",
            summary = "Come back from GitHub",
            description =
                    "GitHub sends the browser here. The state is good once and for 10 minutes, whatever"
                            + " comes of it. Nothing is linked by coming back: whoever began it confirms"
                            + " with the code that is shown here.")
    @APIResponseSchema(
            value = UnconfirmedLinkJson.class,
            responseCode = "200",
            responseDescription = "What is to be confirmed")
    @APIResponse(
            responseCode = "303",
            description = "For browsers that ask for text/html: to a page that shows it",
            headers =
                    @Header(
                            name = "Location",
                            schema = @Schema(implementation = String.class, format = "uri")))
    public RestResponse<UnconfirmedLinkJson> callback(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String code,
            @Context HttpHeaders headers) {
        String toConfirm =
                returnFromGithub.handle(
                        new ReturnFromGithub.Command(state == null ? "" : state, code));
        if (isBrowser(headers)) {
            // The path stays as it is: what is in front of us may have another name than we know.
            return ResponseBuilder.<UnconfirmedLinkJson>create(Status.SEE_OTHER)
                    .header("Location", PAGE + toConfirm)
                    .build();
        }
        return RestResponse.ok(
                UnconfirmedLinkJson.of(viewUnconfirmedLink.handle(toConfirm), toConfirm));
    }

    private static boolean isBrowser(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(
                        type -> type.getType().equals("text") && type.getSubtype().equals("html"));
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
