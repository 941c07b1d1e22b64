package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.DomainError;

/**
 * GitHub does not take our comment: the issue is gone or locked, or the App may not write there.
 * Trying again changes nothing.
 */
public record CommentRefused(RepositoryName repository, int number) implements DomainError {

    @Override
    public String code() {
        return "comment_refused";
    }

    @Override
    public Kind kind() {
        return Kind.WRONG_STATE;
    }

    @Override
    public String message() {
        return "GitHub takes no comment of this installation's App on "
                + repository
                + "#"
                + number
                + "; see that the issue is there and not locked, and that the App may write issues";
    }
}
