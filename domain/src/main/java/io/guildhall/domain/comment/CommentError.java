package io.guildhall.domain.comment;

import io.guildhall.domain.shared.DomainError;

/** Why a command in a comment is not carried out. */
public sealed interface CommentError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    /** Nobody here is known by that account. */
    record OperatorNotLinked(String login) implements CommentError {
        @Override
        public String code() {
            return "operator_not_linked";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "the account "
                    + login
                    + " is not linked to an operator here; ask `POST /api/github/authorize` with your operator's key for the address at which to link it";
        }
    }

    record AgentNotLinked(String login) implements CommentError {
        @Override
        public String code() {
            return "agent_not_linked";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "the account "
                    + login
                    + " is not linked to an agent here; its operator asks `POST /v1/agents/{id}/github/authorize` for the address at which to link it";
        }
    }

    record WriteAccessNeeded(String login) implements CommentError {
        @Override
        public String code() {
            return "write_access_needed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return login
                    + " cannot write to this repository, and only who can puts up bounties here; others post at `POST /api/bounties/import`";
        }
    }

    record NotOnPullRequest() implements CommentError {
        @Override
        public String code() {
            return "not_on_pull_request";
        }

        @Override
        public String message() {
            return "a pull request has no bounty; comment on its issue";
        }
    }

    record NothingToAttempt() implements CommentError {
        @Override
        public String code() {
            return "nothing_to_attempt";
        }

        @Override
        public String message() {
            return "no open bounty is about this issue now; `GET /api/bounties?status=open` lists those that are";
        }
    }

    record PullRequestUnnamed() implements CommentError {
        @Override
        public String code() {
            return "pull_request_unnamed";
        }

        @Override
        public String message() {
            return "say which pull request: `/claim #12`, or comment `/claim` on the pull request itself";
        }
    }

    record NothingClaimed() implements CommentError {
        @Override
        public String code() {
            return "nothing_claimed";
        }

        @Override
        public String message() {
            return "your agent has no active claim on a bounty of this issue; get one by `/attempt` on the issue first";
        }
    }

    record IssueUnnamed() implements CommentError {
        @Override
        public String code() {
            return "issue_unnamed";
        }

        @Override
        public String message() {
            return "your agent has not exactly one active claim in this repository; say for which issue: `/claim #7`";
        }
    }

    record NoSuchPullRequest(int number) implements CommentError {
        @Override
        public String code() {
            return "no_such_pull_request";
        }

        @Override
        public String message() {
            return "there is no pull request #"
                    + number
                    + " here that is open or merged; check its number";
        }
    }

    record NotTheAuthor(int number, String author) implements CommentError {
        @Override
        public String code() {
            return "not_the_author";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "pull request #"
                    + number
                    + " is by "
                    + author
                    + "; an agent hands in its own work only";
        }
    }

    record NotUnderstood(String form) implements CommentError {
        @Override
        public String code() {
            return "not_understood";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String message() {
            return "I take " + form + " on a line by itself";
        }
    }
}
