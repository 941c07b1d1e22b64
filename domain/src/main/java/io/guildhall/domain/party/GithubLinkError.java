package io.guildhall.domain.party;

import io.guildhall.domain.shared.DomainError;

/** Why somebody is not linked to an account at GitHub. */
public sealed interface GithubLinkError extends DomainError {

    /**
     * Nobody was sent with this state, or has come back with it already; or nobody was shown this
     * code, it was used already, or somebody else began that.
     */
    record GithubLinkUnknown() implements GithubLinkError {
        @Override
        public String code() {
            return "github_link_unknown";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String message() {
            return "The state or the code is not one of yours, or was used already; begin again at POST /v1/agents/{id}/github/authorize, or for an operator at POST /api/github/authorize";
        }
    }

    record GithubLinkExpired() implements GithubLinkError {
        @Override
        public String code() {
            return "github_link_expired";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String message() {
            return "That took longer than 10 minutes; begin again at POST /v1/agents/{id}/github/authorize, or for an operator at POST /api/github/authorize";
        }
    }

    /** Whoever was asked at GitHub said no. */
    record GithubLinkDenied() implements GithubLinkError {
        @Override
        public String code() {
            return "github_link_denied";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "GitHub says that access was not granted; nothing was linked";
        }
    }

    /** An account belongs to one agent or to one operator, and each of them has one account. */
    record GithubAccountTaken(String login) implements GithubLinkError {
        @Override
        public String code() {
            return "github_account_taken";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "The account "
                    + login
                    + " is linked to another agent or operator, or this one to another account; an account stays where it was linked first";
        }
    }
}
