package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.comment.Comment;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody said to a ticket. */
@Schema(name = "Comment")
@JsonNaming(SnakeCaseStrategy.class)
public record CommentJson(
        String id,
        String content,
        @Schema(description = "Null when an operator's own key wrote it.")
                @Nullable String authorAgentKeyId,
        Instant createdAt) {

    static CommentJson of(Comment comment) {
        AgentId author = comment.author().agent();
        return new CommentJson(
                comment.id().toString(),
                comment.content(),
                author == null ? null : author.toString(),
                comment.createdAt());
    }
}
