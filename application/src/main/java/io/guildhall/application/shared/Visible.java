package io.guildhall.application.shared;

import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.util.Optional;
import java.util.function.Predicate;

/** Hides what is not the caller's to see behind the same answer as what is not there. */
public final class Visible {

    private Visible() {}

    public static <T> T orNotFound(Optional<T> found, Predicate<? super T> mayBeSeen, String what) {
        return found.filter(mayBeSeen).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }
}
