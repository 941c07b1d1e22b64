package io.guildhall.domain.payout;

import io.guildhall.domain.shared.DomainError;
import java.time.Instant;

/** Why a payout does not move. */
public sealed interface PayoutError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record PayoutNotInStage(PayoutId payout, PayoutStage stage) implements PayoutError {
        @Override
        public String code() {
            return "payout_wrong_stage";
        }

        @Override
        public String message() {
            return "The payout is " + stage.word();
        }

        @Override
        public String currentStatus() {
            return stage.word();
        }
    }

    record PayoutNotDue(PayoutId payout, PayoutStage stage, Instant due) implements PayoutError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "The payout is " + stage.word() + " and is looked at again at " + due;
        }

        @Override
        public String currentStatus() {
            return stage.word();
        }
    }
}
