package io.guildhall.rest.openbounty.github;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.ConfirmGithubLink;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
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
    private final ConfirmGithubLink confirmGithubLink;

    public GithubAccountResource(
            Call call,
            ViewParties parties,
            BeginGithubLink beginGithubLink,
            ConfirmGithubLink confirmGithubLink) {
        this.call = call;
        this.parties = parties;
        this.beginGithubLink = beginGithubLink;
        this.confirmGithubLink = confirmGithubLink;
    }

    /** Whether an account is linked, and which. */
    @Schema(name = "OperatorGithub")
    @JsonNaming(SnakeCaseStrategy.class)
    public record OperatorGithubJson(
            boolean linked, @Nullable String githubUsername, @Nullable Long githubId) {

        static OperatorGithubJson of(Optional<GithubAccount> account) {
            return new OperatorGithubJson(
                    account.isPresent(),
                    account.map(GithubAccount::login).orElse(null),
                    account.map(GithubAccount::id).orElse(null));
        }
    }

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
        return OperatorGithubJson.of(parties.githubOf(call.caller().asOperator()));
    }

    @POST
    @Path("/authorize")
    @Idempotent
    @Operation(
            operationId = "beginOperatorGithubLink",
            summary = "Get the address at which to link your account at GitHub",
            description =
                    "Open it in a browser that is signed in at GitHub as yourself; GitHub sends you back to"
                            + " /v1/github/callback, and what is shown there has to be confirmed. 503 on an"
                            + " installation without a GitHub App.")
    public OperatorConsentPageJson authorize() {
        Caller caller = call.caller();
        return new OperatorConsentPageJson(
                beginGithubLink.handle(new BeginGithubLink.Command(caller, null)).toString());
    }

    @POST
    @Path("/confirm")
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "confirmOperatorGithubLink",
            summary = "Confirm that the account that came back from GitHub is yours",
            description =
                    "By the key that began it, with the code that /v1/github/callback has shown, which is"
                            + " good once and for 10 minutes. Before that nothing is linked, whoever"
                            + " consented at GitHub. An account is one operator's or one agent's, and stays"
                            + " so.")
    public OperatorGithubJson confirm(ConfirmGithubJson json) {
        var linked =
                confirmGithubLink.handle(
                        new ConfirmGithubLink.Command(call.caller(), null, text(json.code())));
        return OperatorGithubJson.of(Optional.of(linked.account()));
    }
}
