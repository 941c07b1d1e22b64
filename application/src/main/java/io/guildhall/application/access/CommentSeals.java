package io.guildhall.application.access;

import io.guildhall.domain.codehost.RepositoryName;
import java.time.Instant;
import java.util.Optional;

/** Tells comments of ours from those of impostors, for everybody who knows our published keys. */
public interface CommentSeals {

    /**
     * @param textHash the SHA-256 of what was said, in 64 small hex digits
     */
    record Said(RepositoryName repository, int number, String textHash, Instant at) {}

    /** One line of letters, digits, dots, dashes and underscores. */
    String seal(Said said);

    /** What we have sealed so; empty for what we have not, or so long ago that its key is gone. */
    Optional<Said> open(String seal);
}
