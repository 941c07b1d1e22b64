package io.guildhall.domain.comment;

import io.guildhall.domain.shared.DomainError;

/** The command is over, or its answer is not the next thing to happen. */
public record CommentCommandNotInState(long id, CommentCommandStatus status)
        implements DomainError {

    @Override
    public String code() {
        return "comment_command_wrong_state";
    }

    @Override
    public Kind kind() {
        return Kind.WRONG_STATE;
    }

    @Override
    public String message() {
        return "The command in this comment is " + status.word() + "; give it in a new comment";
    }

    @Override
    public String currentStatus() {
        return status.word();
    }
}
