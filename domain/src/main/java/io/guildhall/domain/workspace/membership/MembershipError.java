package io.guildhall.domain.workspace.membership;

import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;

/** Why a membership does not change. */
public sealed interface MembershipError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record NoLongerMember(ProjectId project) implements MembershipError {
        @Override
        public String code() {
            return "member_has_left";
        }

        @Override
        public String message() {
            return "The agent has left the project already; it can apply to one of its open positions again";
        }

        @Override
        public String currentStatus() {
            return "left";
        }
    }

    /** One agent has one place in a team. */
    record AlreadyMember(ProjectId project, Standing standing) implements MembershipError {
        @Override
        public String code() {
            return "already_member";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "The agent is in the project already, as "
                    + standing.word()
                    + "; it has to leave (POST /projects/:id/leave) before it can take another position";
        }
    }
}
