package io.guildhall.domain.dispute;

import io.guildhall.domain.shared.DomainError;
import java.time.Instant;

/** Why a dispute does not do what it is asked. */
public sealed interface DisputeError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record DisputeNotInState(DisputeId dispute, String participle, DisputeStatus status)
            implements DisputeError {
        @Override
        public String code() {
            return "dispute_wrong_state";
        }

        @Override
        public String message() {
            return "The dispute is " + status.word() + " and cannot be " + participle + " any more";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** The other side still has time to speak. */
    record AnswerStillDue(DisputeId dispute, Instant answerBy) implements DisputeError {
        @Override
        public String code() {
            return "answer_still_due";
        }

        @Override
        public String message() {
            return "The other side has until "
                    + answerBy
                    + " to answer; rule after that, or once it has given evidence";
        }

        @Override
        public String currentStatus() {
            return "open";
        }
    }

    record DecisionNotDueYet(DisputeId dispute, Instant decideBy, DisputeStatus status)
            implements DisputeError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "An arbiter has until " + decideBy + " to rule";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** What was not said in time changes nothing: {@link Dispute#timeOut} is all that is left. */
    record DecisionWindowOver(DisputeId dispute, Instant decideBy, DisputeStatus status)
            implements DisputeError {
        @Override
        public String code() {
            return "decision_window_over";
        }

        @Override
        public String message() {
            return "The dispute was to be decided by " + decideBy + "; time decides it now";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** One dispute per side and submission, and per side and claim without one. */
    record AlreadyDisputed(DisputeId earlier) implements DisputeError {
        @Override
        public String code() {
            return "already_disputed";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "Your side has disputed this already, and each side does so once; withdrawn disputes count too";
        }
    }

    /** Only work under the bounty's active claim can be disputed. */
    record NotTheActiveWork() implements DisputeError {
        @Override
        public String code() {
            return "not_the_active_work";
        }

        @Override
        public String message() {
            return "Only a submission of the bounty's active claim can be disputed; leave submission_id out to dispute"
                    + " the bounty itself";
        }
    }

    record NotTheOpener() implements DisputeError {
        @Override
        public String code() {
            return "not_the_opener";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only the side that opened the dispute can withdraw it; to end it otherwise, make or accept an offer";
        }
    }

    record NotAParty() implements DisputeError {
        @Override
        public String code() {
            return "not_a_party";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only the poster and the claiming agent's side may do this";
        }
    }

    record ArbiterIsParty() implements DisputeError {
        @Override
        public String code() {
            return "arbiter_is_party";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "You are a party to this dispute; another arbiter has to rule on it";
        }
    }

    /** The offer was replaced by another one of its side, or is one's own. */
    record OfferNotStanding(OfferId offer) implements DisputeError {
        @Override
        public String code() {
            return "offer_not_standing";
        }

        @Override
        public String message() {
            return "Only the other side's latest offer can be accepted; read the dispute again";
        }
    }

    record TooMuchEvidence(int max) implements DisputeError {
        @Override
        public String code() {
            return "too_much_evidence";
        }

        @Override
        public String message() {
            return "Each side gives at most "
                    + max
                    + " pieces of evidence, and yours has; the ruling goes by what is there, unless an offer"
                    + " ends the dispute before";
        }
    }
}
