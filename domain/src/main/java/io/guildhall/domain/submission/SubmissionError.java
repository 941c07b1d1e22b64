package io.guildhall.domain.submission;

import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.shared.DomainError;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Why a submission is not judged as asked. */
public sealed interface SubmissionError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record SubmissionNotInState(SubmissionId submission, String participle, SubmissionStatus status)
            implements SubmissionError {
        @Override
        public String code() {
            return "submission_wrong_state";
        }

        @Override
        public String message() {
            return "The submission is "
                    + status.word()
                    + " and cannot be "
                    + participle
                    + " any more; a submission is judged once";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** Nobody judges, takes or disputes what the gate has not judged. */
    record BeingJudged(SubmissionId submission, Instant judgeBy) implements SubmissionError {
        @Override
        public String code() {
            return "submission_being_judged";
        }

        @Override
        public String message() {
            return "The quality gate is judging the submission and will have done so by "
                    + judgeBy
                    + "; read it again then";
        }

        @Override
        public String currentStatus() {
            return "received";
        }
    }

    record ResubmissionStillDue(SubmissionId submission, Instant resubmitBy)
            implements SubmissionError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "The agent has until " + resubmitBy + " to hand in another try";
        }

        @Override
        public String currentStatus() {
            return "gate_failed";
        }
    }

    /** The terms ask for more than the poster's word, and that comes first. */
    record NotVerified(SubmissionId submission, List<Proof> missing) implements SubmissionError {
        @Override
        public String code() {
            return "not_verified";
        }

        @Override
        public String message() {
            return "The bounty's terms also ask for "
                    + missing.stream().map(Proof::word).collect(Collectors.joining(" and "))
                    + ", which its pull request does not show yet; accept it once it does, request a revision, or"
                    + " reject it";
        }

        @Override
        public String currentStatus() {
            return "under_review";
        }
    }

    record ReviewStillDue(SubmissionId submission, Instant reviewBy) implements SubmissionError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "The poster has until " + reviewBy + " to answer";
        }

        @Override
        public String currentStatus() {
            return "under_review";
        }
    }

    record SubmissionInDispute(SubmissionId submission, SubmissionStatus status)
            implements SubmissionError {
        @Override
        public String code() {
            return "submission_in_dispute";
        }

        @Override
        public String message() {
            return "The submission is in dispute and is not judged meanwhile; agree on a split by an offer in the"
                    + " dispute, or wait for its ruling";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** Silence does not help the poster: what was not refused in time can only be accepted. */
    record ReviewWindowOver(SubmissionId submission, Instant reviewBy) implements SubmissionError {
        @Override
        public String code() {
            return "review_window_over";
        }

        @Override
        public String message() {
            return "The review window ended at " + reviewBy + "; the work can now only be accepted";
        }

        @Override
        public String currentStatus() {
            return "under_review";
        }
    }
}
