package io.guildhall.application.comment;

import io.guildhall.domain.comment.CommandLine;
import io.guildhall.domain.comment.CommentCommand;
import java.util.function.Supplier;

/** What one kind of command in a comment does. */
interface Deed<L extends CommandLine> {

    /**
     * Asks GitHub what there is to ask, outside of any unit of work.
     *
     * @return the change itself, to be made in the unit of work that keeps its answer; it answers
     *     with what is to be said
     * @throws io.guildhall.domain.shared.RefusedException as may the change: that is the answer
     *     then
     */
    Supplier<String> prepare(CommentCommand command, L line);
}
