package io.guildhall.domain.rail;

import io.guildhall.domain.shared.DomainError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rail does not answer, or asks us to wait.
 *
 * @param reason what was seen; never holds a secret
 * @param retryAfter what it asks us to wait, or null when it does not say
 */
public record RailUnavailable(String reason, @Nullable Duration retryAfter) implements DomainError {

    @Override
    public String code() {
        return "rail_unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "Stripe cannot be asked now: " + reason + "; nothing was changed, send this again";
    }
}
