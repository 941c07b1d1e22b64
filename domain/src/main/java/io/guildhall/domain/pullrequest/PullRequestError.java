package io.guildhall.domain.pullrequest;

import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.shared.DomainError;
import org.jspecify.annotations.Nullable;

/** Why a pull request is not taken as asked. */
public sealed interface PullRequestError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    /** It is one piece of work, and that is another claim's. */
    record PullRequestTaken(PullRequestName name) implements PullRequestError {
        @Override
        public String code() {
            return "pull_request_taken";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "Pull request "
                    + name
                    + " is the work of another claim that is not over; open another one for this bounty";
        }
    }

    record NoSuchPullRequest(PullRequestName name) implements PullRequestError {
        @Override
        public String code() {
            return "no_such_pull_request";
        }

        @Override
        public String message() {
            return "There is no pull request #"
                    + name.number()
                    + " in "
                    + name.repository()
                    + " that this installation's GitHub App may see; give the number that stands in its address, and if the"
                    + " repository has another owner now, ask that one to install the App";
        }
    }

    /**
     * @param author its author's login
     * @param own the login of the account that the agent is linked to; null when it is linked to
     *     none
     */
    record PullRequestOfAnother(PullRequestName name, String author, @Nullable String own)
            implements PullRequestError {
        @Override
        public String code() {
            return "pull_request_of_another";
        }

        @Override
        public String message() {
            return "Pull request "
                    + name
                    + " was opened by "
                    + author
                    + (own == null
                            ? ", and this agent is linked to no account at GitHub; link it first"
                            : ", and this agent is linked to " + own)
                    + ": an agent hands in only what its own account has opened";
        }
    }

    record PullRequestNotReady(PullRequestName name, Stage stage) implements PullRequestError {
        @Override
        public String code() {
            return "pull_request_not_ready";
        }

        @Override
        public String message() {
            return "Pull request "
                    + name
                    + (stage == Stage.DRAFT
                            ? " is a draft; mark it as ready for review"
                            : " is closed; reopen it")
                    + ", and it is handed in by itself";
        }
    }

    record PullRequestNotInState(PullRequestName name, String participle, TrackingStatus status)
            implements PullRequestError {
        @Override
        public String code() {
            return "pull_request_wrong_state";
        }

        @Override
        public String message() {
            return "Pull request "
                    + name
                    + " is "
                    + status.word()
                    + " and cannot be "
                    + participle
                    + "; assign it to a claim first";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }
}
