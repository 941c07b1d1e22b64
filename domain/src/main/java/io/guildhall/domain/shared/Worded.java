package io.guildhall.domain.shared;

import java.util.Locale;

/** An enum whose constants are called by their names in small letters, in what is kept and sent. */
public interface Worded {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
