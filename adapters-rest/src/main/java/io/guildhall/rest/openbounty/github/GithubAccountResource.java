package io.guildhall.rest.openbounty.github;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.gate.OneTimeSecret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** By which account GitHub knows the calling operator. */
@Path("/api/github")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub account")
@RunOnVirtualThread
public class GithubAccountResource {

    private final Call call;
    private final ViewParties parties;
    private final BeginGithubLink beginGithubLink;

    public GithubAccountResource(Call call, ViewParties parties, BeginGithubLink beginGithubLink) {
        this.call = call;
        this.parties = parties;
        this.beginGithubLink = beginGithubLink;
    }

    /** Whether an account is linked, and which. */
    @Schema(name = "OperatorGithub")
    @JsonNaming(SnakeCaseStrategy.class)
    public record OperatorGithubJson(
            boolean linked, @Nullable String githubUsername, @Nullable Long githubId) {}

    /** Where to go. */
    @Schema(name = "OperatorConsentPage")
    public record OperatorConsentPageJson(
            @OneTimeSecret
                    @Schema(
                            format = "uri",
                            description = "To be opened in a browser within 10 minutes, once.")
                    @Nullable String url) {}

    @GET
    @Operation(operationId = "getGithubAccount", summary = "Read which account at GitHub is yours")
    public OperatorGithubJson get() {
        Optional<GithubAccount> account = parties.githubOf(call.caller().asOperator());
        return new OperatorGithubJson(
                account.isPresent(),
                account.map(GithubAccount::login).orElse(null),
                account.map(GithubAccount::id).orElse(null));
    }

    @POST
    @Path("/authorize")
    @Idempotent
    @Operation(
            operationId = "beginOperatorGithubLink",
            summary = "Get the address at which to link your account at GitHub",
            description =
                    "Open it in a browser that is signed in at GitHub as yourself; GitHub sends you back to"
                            + " /v1/github/callback, and you are linked. Give it to nobody else: whoever opens"
                            + " it decides whose account is linked. An account is one operator's or one"
                            + " agent's, and stays so. 503 on an installation without a GitHub App.")
    public OperatorConsentPageJson authorize() {
        Caller caller = call.caller();
        return new OperatorConsentPageJson(
                beginGithubLink.handle(new BeginGithubLink.Command(caller, null)).toString());
    }
}
