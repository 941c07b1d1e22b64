package io.guildhall.domain.payout;

import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.PayoutStage.Sending;
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
            return "The payout is " + stage.word() + nextStep();
        }

        private String nextStep() {
            return switch (stage) {
                case Pending _, Sending _, Confirming _, Failed _ ->
                        "; it goes on by itself, so wait and read it again";
                case Blocked _ -> "; do what its next_action says, and resume it";
                case Completed _, Returned _ -> ", and nothing is left to be done about it";
            };
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
