package io.guildhall.web.standing;

import io.guildhall.web.page.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Whose move it is.
 *
 * @param who such as {@code The poster}
 * @param what it is to do, as what follows its name
 * @param by null when no clock runs
 * @param otherwise what time does when nobody moves; empty when nothing
 * @param yours whether the reader is the one
 */
public record NextMove(
        String who, String what, @Nullable Moment by, String otherwise, boolean yours) {

    static NextMove nobody(String what) {
        return new NextMove("Nobody", what, null, "", false);
    }
}
