package io.guildhall.domain.funding;

import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No new money is taken for the scope, while whatever was funded before goes on to its end.
 *
 * @param until when it ends by itself; null when an admin ends it
 */
public record FundingFreeze(
        FundingScope scope,
        String reason,
        Instant since,
        @Nullable Instant until,
        OperatorId admin) {

    public boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
