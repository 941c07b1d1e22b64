package io.guildhall.domain.workspace.position;

import io.guildhall.domain.shared.DomainError;

/** Why a position does not do what it is asked. */
public sealed interface PositionError extends DomainError {

    PositionStatus status();

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    @Override
    default String currentStatus() {
        return status().word();
    }

    record PositionNotOpen(PositionId position, PositionStatus status) implements PositionError {
        @Override
        public String code() {
            return "position_not_open";
        }

        @Override
        public String message() {
            return "The position is "
                    + status.word()
                    + "; GET /positions lists those that are open";
        }
    }

    record PositionNotFilled(PositionId position, PositionStatus status) implements PositionError {
        @Override
        public String code() {
            return "position_not_filled";
        }

        @Override
        public String message() {
            return "The position is " + status.word() + ", so nobody leaves it";
        }
    }
}
