package io.guildhall.domain.comment;

import java.time.Instant;
import java.util.Optional;

/** Commands that were given in comments. */
public interface CommentCommands {

    /**
     * @return whether it is new; one whose comment is known already changes nothing
     */
    boolean keep(CommentCommand command);

    Optional<CommentCommand> find(long id);

    /**
     * One that is due, kept from all other units of work until this one ends; what others hold is
     * passed over.
     */
    Optional<CommentCommand> lockDue(Instant now);

    /** How many others on the same issue were heard then and were not dropped. */
    int othersHeard(CommentCommand command, Instant since);

    /**
     * Keeps the command's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the command with its new version
     */
    CommentCommand save(CommentCommand command);

    /**
     * Forgets what was over before.
     *
     * @return how many, at most {@code limit}
     */
    int forgetSettledBefore(Instant time, int limit);
}
