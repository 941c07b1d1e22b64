package io.guildhall.application.comment;

import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells anybody whether a comment is ours; asks neither GitHub nor the database what was said. */
public final class VerifyComment {

    /** GitHub takes no longer ones. */
    private static final int LENGTH_MAX = 65_536;

    private final SealedComments sealedComments;

    public VerifyComment(SealedComments sealedComments) {
        this.sealedComments = sealedComments;
    }

    public record Command(String repository, int number, String body) {}

    /**
     * @param saidAt null unless it is ours
     */
    public record Verdict(boolean isOurs, @Nullable Instant saidAt) {}

    public Verdict handle(Command command) {
        Optional<RepositoryName> repository = RepositoryName.of(command.repository());
        new Invalid.Check()
                .require(
                        repository.isPresent(), "repository", "must be such as octocat/Hello-World")
                .require(command.number() > 0, "number", "must be an issue's, from 1")
                .text(command.body(), "body", 1, LENGTH_MAX)
                .orThrow();
        Optional<Instant> saidAt =
                sealedComments.saidAt(repository.orElseThrow(), command.number(), command.body());
        return new Verdict(saidAt.isPresent(), saidAt.orElse(null));
    }
}
