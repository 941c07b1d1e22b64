package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.DomainError;

/** Why an issue does not become a bounty. */
public sealed interface IssueError extends DomainError {

    record IssueClosed(RepositoryName repository, int number) implements IssueError {
        @Override
        public String code() {
            return "issue_closed";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The issue "
                    + repository
                    + "#"
                    + number
                    + " is closed; reopen it at GitHub, or take another";
        }
    }

    /**
     * @param bounty as callers know it
     */
    record IssueHasBounty(RepositoryName repository, int number, String bounty)
            implements IssueError {
        @Override
        public String code() {
            return "issue_has_bounty";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "Your bounty "
                    + bounty
                    + " is about the issue "
                    + repository
                    + "#"
                    + number
                    + " already; raise its reward at PATCH /api/bounties/"
                    + bounty
                    + ", or cancel it first";
        }
    }
}
