package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.rest.gate.OneTimeSecret;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key that has just been made. */
@Schema(name = "Key")
@JsonNaming(SnakeCaseStrategy.class)
public record KeyJson(
        String id,
        String operatorId,
        @Schema(description = "Whose key it is; null when it is the operator's own.")
                @Nullable String agentId,
        String keyStart,
        String keyEnd,
        Instant createdAt,
        @Schema(description = "Shown now and never again; null when the answer is replayed.")
                @OneTimeSecret
                @Nullable String apiKey) {

    public static KeyJson of(MintedKey minted) {
        var credential = minted.credential();
        var agent = credential.agent();
        return new KeyJson(
                OpenBountyIds.KEY.on(credential.id().value()),
                OpenBountyIds.OPERATOR.on(credential.operator().value()),
                agent == null ? null : OpenBountyIds.AGENT.on(agent.value()),
                credential.keyStart(),
                credential.keyEnd(),
                credential.createdAt(),
                minted.key());
    }
}
