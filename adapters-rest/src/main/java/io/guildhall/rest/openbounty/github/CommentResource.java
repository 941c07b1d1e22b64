package io.guildhall.rest.openbounty.github;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.comment.VerifyComment;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells our comments at GitHub from impostors'. */
@Path("/api/github/comments/verify")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub account")
@RunOnVirtualThread
public class CommentResource {

    private final VerifyComment verifyComment;

    public CommentResource(VerifyComment verifyComment) {
        this.verifyComment = verifyComment;
    }

    /** A comment as it stands at GitHub. */
    @Schema(name = "VerifyComment")
    public record VerifyCommentJson(
            @Schema(required = true, examples = "octocat/Hello-World") @Nullable String repository,
            @Schema(required = true, description = "Of the issue or the pull request.")
                    @Nullable Integer number,
            @Schema(required = true, description = "Its whole Markdown, hidden lines included.")
                    @Nullable String body) {}

    /** Whose it is. */
    @Schema(name = "CommentVerdict")
    @JsonNaming(SnakeCaseStrategy.class)
    public record VerdictJson(
            boolean ours,
            @Schema(description = "When we said it; null unless it is ours.")
                    @Nullable Instant saidAt) {}

    @POST
    @SecurityRequirements
    @Operation(
            operationId = "verifyComment",
            summary = "See whether a comment at GitHub is ours",
            description =
                    "Open to everybody. Our comments end with a hidden line that signs text, issue and time"
                            + " by a key of /.well-known/jwks.json; a copy on another issue, or a changed"
                            + " text, is not ours. It holds as long as that key is published, which is 31"
                            + " days.")
    public VerdictJson verify(VerifyCommentJson json) {
        Integer number = json.number();
        VerifyComment.Verdict verdict =
                verifyComment.handle(
                        new VerifyComment.Command(
                                text(json.repository()),
                                number == null ? 0 : number,
                                text(json.body())));
        return new VerdictJson(verdict.isOurs(), verdict.saidAt());
    }
}
