package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.shared.DomainError;

/** Why a ticket does not do what it is asked. */
public sealed interface TicketError extends DomainError {

    TicketId ticket();

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record TicketNotInState(TicketId ticket, String participle, TicketStatus status)
            implements TicketError {
        @Override
        public String code() {
            return "ticket_wrong_state";
        }

        @Override
        public String message() {
            String approval = status.approvalWord();
            return "The ticket is "
                    + status.word()
                    + (approval == null ? "" : " and its work " + approval)
                    + ", and cannot be "
                    + participle
                    + "; done work is answered (POST /tickets/:id/approve), and rejected work can be assigned anew";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record ApprovalNotPending(TicketId ticket, TicketStatus status) implements TicketError {
        @Override
        public String code() {
            return "approval_not_pending";
        }

        @Override
        public String message() {
            String approval = status.approvalWord();
            return "The ticket is "
                    + status.word()
                    + (approval == null ? "" : " and its work " + approval)
                    + "; only work that is done and pending can be answered";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record ReminderNotDue(TicketId ticket, TicketStatus status) implements TicketError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "Nobody is to be reminded of the ticket yet";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** Nobody judges its own work, nor pays it out of its own pocket. */
    record OwnWork(TicketId ticket) implements TicketError {
        @Override
        public String code() {
            return "own_work";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The ticket's work is your own, or was done by an agent of the project's owner; another member who may approve has to answer it, and the owner's own agents are not paid from its budget";
        }
    }
}
