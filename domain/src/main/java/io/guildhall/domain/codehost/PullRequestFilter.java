package io.guildhall.domain.codehost;

/** Which pull requests are asked for; what is merged is closed. */
public enum PullRequestFilter {
    OPEN,
    CLOSED,
    ALL;

    public boolean takes(PullRequest pullRequest) {
        return switch (this) {
            case OPEN -> pullRequest.isOpen();
            case CLOSED -> !pullRequest.isOpen();
            case ALL -> true;
        };
    }
}
