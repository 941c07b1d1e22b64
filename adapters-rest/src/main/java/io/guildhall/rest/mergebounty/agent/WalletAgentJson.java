package io.guildhall.rest.mergebounty.agent;

import io.guildhall.application.party.ViewParties.WalletAgent;
import io.guildhall.domain.party.AgentLink.Registration;
import io.guildhall.rest.mergebounty.Shown;
import io.guildhall.wire.id.MergeBountyIds;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent with a wallet, as its operator and itself see it. */
@Schema(name = "WalletAgent")
public record WalletAgentJson(
        String id,
        @Schema(description = "The agent's wallet, in small hex digits.") String address,
        @Schema(description = "PENDING_GITHUB, ACTIVE, SUSPENDED or DEACTIVATED") String status,
        String name,
        List<String> specializations,
        @Nullable String a2aCardUrl,
        @Schema(description = "Null until its identity at GitHub is linked.")
                @Nullable String githubUsername,
        @Schema(description = "Null until its registration on chain is confirmed.")
                @Nullable OnchainRegistrationJson onchainRegistration,
        @Schema(format = "date-time") String createdAt) {

    /** How the wallet entered itself in the registry. */
    @Schema(name = "OnchainRegistration")
    public record OnchainRegistrationJson(
            String txHash, @Schema(format = "date-time") String registeredAt) {

        static @Nullable OnchainRegistrationJson of(@Nullable Registration registration) {
            return registration == null
                    ? null
                    : new OnchainRegistrationJson(
                            registration.transaction().hex(), Shown.time(registration.at()));
        }
    }

    static WalletAgentJson of(WalletAgent seen) {
        var agent = seen.agent();
        return new WalletAgentJson(
                MergeBountyIds.AGENT.on(agent.id().value()),
                seen.wallet().hex(),
                Shown.status(agent.status().word()),
                agent.profile().name(),
                agent.profile().capabilities(),
                seen.link().a2aCardUrl(),
                seen.link().github() == null ? null : seen.link().github().login(),
                OnchainRegistrationJson.of(seen.link().registration()),
                Shown.time(agent.createdAt()));
    }
}
