package io.guildhall.domain.workspace.comment;

import java.util.UUID;

public record CommentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
