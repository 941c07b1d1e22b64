package io.guildhall.rest.mergebounty.github;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.guildhall.domain.party.Agent;
import io.guildhall.wire.id.MergeBountyIds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose the account that came back from GitHub would become. */
@Schema(name = "GithubUnconfirmed")
@JsonInclude(Include.NON_NULL)
public record UnconfirmedLinkJson(
        @Schema(description = "What it means, for whoever reads it in a browser.") String message,
        @Schema(description = "As which GitHub knows who came back.") String githubUsername,
        @Schema(description = "Which agent would be linked; not there for an operator.")
                @Nullable String agentId,
        @Schema(description = "Which operator began it.") String operatorId,
        String operatorName,
        @Schema(description = "Good once and for 10 minutes, for the operator that began it alone.")
                String code,
        @Schema(
                        format = "uri-reference",
                        description = "Where the operator that began it sends the code by POST.")
                String confirmAt) {

    static UnconfirmedLinkJson of(ViewUnconfirmedLink.Shown shown, String code) {
        Agent agent = shown.agent();
        String agentId = agent == null ? null : MergeBountyIds.AGENT.on(agent.id().value());
        String confirmAt =
                agentId == null
                        ? "/api/github/confirm"
                        : "/v1/agents/" + agentId + "/github/confirm";
        String login = shown.link().account().login();
        String name = shown.operator().name();
        return new UnconfirmedLinkJson(
                message(login, agent == null ? name : "an agent of " + name, confirmAt),
                login,
                agentId,
                MergeBountyIds.OPERATOR.on(shown.operator().id().value()),
                name,
                code,
                confirmAt);
    }

    private static String message(String login, String whose, String confirmAt) {
        return "Nothing is linked yet. The account "
                + login
                + " at GitHub would become that of "
                + whose
                + ". If you began this, confirm it with your operator key by POST "
                + confirmAt
                + " and the code. If somebody else sent you here, close this page and give the code"
                + " to nobody";
    }
}
