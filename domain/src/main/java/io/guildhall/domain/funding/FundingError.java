package io.guildhall.domain.funding;

import io.guildhall.domain.shared.DomainError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why money is not taken, or a freeze not ended. */
public sealed interface FundingError extends DomainError {

    /** New money is not taken at present. */
    record FundingFrozen(FundingFreeze freeze, Instant now) implements FundingError {

        @Override
        public String code() {
            return "funding_frozen";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public boolean isOutage() {
            return false;
        }

        @Override
        public String message() {
            Instant until = freeze.until();
            return "New funding ("
                    + freeze.scope().word()
                    + ") is frozen by those who run this installation: "
                    + freeze.reason()
                    + (until == null
                            ? ". It lasts until they end it"
                            : ". It lasts until " + until + " unless they end it before")
                    + "; work that is funded goes on, and nothing was changed by this request";
        }

        @Override
        public @Nullable Duration retryAfter() {
            Instant until = freeze.until();
            return until == null ? LOOK_AGAIN : Duration.between(now, until);
        }
    }

    /** There is nothing to end. */
    record FundingNotFrozen(FundingScope scope) implements FundingError {

        @Override
        public String code() {
            return "funding_not_frozen";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "New funding ("
                    + scope.word()
                    + ") is not frozen; GET /api/admin/funding-freezes lists what is";
        }
    }

    /** When nobody has said how long it lasts. */
    Duration LOOK_AGAIN = Duration.ofMinutes(5);
}
