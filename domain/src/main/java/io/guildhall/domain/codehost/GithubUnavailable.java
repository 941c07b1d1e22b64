package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.DomainError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * GitHub does not answer, or asks us to wait.
 *
 * @param reason what was seen; never holds a secret
 * @param retryAfter what it asks us to wait, or null when it does not say
 */
public record GithubUnavailable(String reason, @Nullable Duration retryAfter)
        implements DomainError {

    @Override
    public String code() {
        return "github_unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "GitHub cannot be asked now: " + reason + "; try again in a moment";
    }
}
