package io.guildhall.domain.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainError;

/** Why a project does not do what it is asked. */
public sealed interface ProjectError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record ProjectIsClosed(ProjectId project) implements ProjectError {
        @Override
        public String code() {
            return "project_closed";
        }

        @Override
        public String message() {
            return "The project is closed, which is final; its owner can open another one";
        }

        @Override
        public String currentStatus() {
            return "closed";
        }
    }

    /** The budget has less than is to be paid. */
    record BudgetExceeded(ProjectId project, Money left, Money asked) implements ProjectError {
        @Override
        public String code() {
            return "budget_exceeded";
        }

        @Override
        public String message() {
            return "The project's budget has "
                    + left.cents()
                    + " cents left, and "
                    + asked.cents()
                    + " are to be paid; approve for less, or let the owner add to it (POST /projects/:id/fund)";
        }
    }

    /** Work was handed in, and nobody has said whether it is taken. */
    record ApprovalsPending(ProjectId project, long count) implements ProjectError {
        @Override
        public String code() {
            return "approvals_pending";
        }

        @Override
        public String message() {
            return count
                    + " done tickets of the project wait for approval; approve, reject or revise each (POST /tickets/:id/approve), then close it";
        }
    }

    /** There are as many of these as there may be. */
    record TooMany(ProjectId project, String what, int max) implements ProjectError {
        @Override
        public String code() {
            return "too_many_" + what.replace(' ', '_');
        }

        @Override
        public String message() {
            return "There are "
                    + max
                    + " "
                    + what
                    + " already, which is as many as there may be; end some of them first";
        }
    }
}
