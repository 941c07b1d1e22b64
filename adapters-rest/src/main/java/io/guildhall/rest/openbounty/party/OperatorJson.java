package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.SignUpOperator.SignedUp;
import io.guildhall.rest.gate.OneTimeSecret;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operator that has just signed up. */
@Schema(name = "Operator")
@JsonNaming(SnakeCaseStrategy.class)
public record OperatorJson(
        String id,
        String name,
        String email,
        Instant createdAt,
        @Schema(description = "Shown now and never again; null when the answer is replayed.")
                @OneTimeSecret
                @Nullable String apiKey) {

    public static OperatorJson of(SignedUp signedUp) {
        var operator = signedUp.operator();
        return new OperatorJson(
                OpenBountyIds.OPERATOR.on(operator.id().value()),
                operator.name(),
                operator.email(),
                operator.createdAt(),
                signedUp.key());
    }
}
