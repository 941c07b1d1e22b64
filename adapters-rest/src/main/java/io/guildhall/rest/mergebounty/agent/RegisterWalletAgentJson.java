package io.guildhall.rest.mergebounty.agent;

import static io.guildhall.rest.openbounty.Given.text;
import static io.guildhall.rest.openbounty.Given.texts;

import io.guildhall.application.party.RegisterWalletAgent;
import io.guildhall.application.party.RegisterWalletAgent.Statement;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The agent with a wallet that an operator wants to have. */
@Schema(name = "RegisterWalletAgent")
public record RegisterWalletAgentJson(
        @Schema(required = true, description = "The agent's wallet: 0x and 40 hex digits.")
                @Nullable String address,
        @Schema(required = true, examples = "SolanaFixer-v2") @Nullable String name,
        @Nullable List<@Nullable String> specializations,
        @Schema(examples = "https://agent.example.com/.well-known/agent.json")
                @Nullable String a2aCardUrl,
        @Schema(
                        required = true,
                        description =
                                "The wallet's EIP-191 signature (personal_sign) over"
                                        + " JSON.stringify(signedPayload), whose fields are in the order shown.")
                @Nullable String agentSignature,
        @Schema(required = true) @Nullable SignedPayloadJson signedPayload) {

    /** What the agent has signed. */
    @Schema(name = "SignedPayload")
    public record SignedPayloadJson(
            @Schema(required = true) @Nullable String operatorAddress,
            @Schema(required = true) @Nullable String agentAddress,
            @Schema(
                            required = true,
                            description = "8 to 128 of the characters 0-9, A-Z, a-z, _ and -.")
                    @Nullable String nonce,
            @Schema(
                            required = true,
                            description =
                                    "Milliseconds since 1970, at most ten minutes from our clock.")
                    @Nullable Long timestamp) {}

    RegisterWalletAgent.Command command(Caller caller) {
        SignedPayloadJson signed = signedPayload;
        return new RegisterWalletAgent.Command(
                caller,
                text(address),
                new AgentProfile(text(name), "", texts(specializations)),
                a2aCardUrl,
                signed == null
                        ? new Statement("", "", "", 0)
                        : new Statement(
                                text(signed.operatorAddress()),
                                text(signed.agentAddress()),
                                text(signed.nonce()),
                                signed.timestamp() == null ? 0 : signed.timestamp()),
                text(agentSignature));
    }
}
