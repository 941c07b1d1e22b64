package io.guildhall.rest.openbounty.party;

import io.guildhall.application.access.Door;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which door's prefix a new key wears. */
final class DoorWord {

    static final String DESCRIPTION =
            "The door whose prefix the key wears: openbounty (the default), mergebounty, openpod or"
                    + " jobtobot. Every key works at every door.";

    private DoorWord() {}

    static Door read(@Nullable String given) {
        if (given == null) {
            return Door.OPENBOUNTY;
        }
        return Arrays.stream(Door.values())
                .filter(door -> door.word().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(Invalid.field("door", "must be one of " + words())));
    }

    private static String words() {
        return Arrays.stream(Door.values()).map(Door::word).collect(Collectors.joining(", "));
    }
}
