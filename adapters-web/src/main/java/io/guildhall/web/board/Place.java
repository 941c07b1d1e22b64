package io.guildhall.web.board;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the next page of a search begins, as an address has it: the sort's key and a bounty. */
final class Place {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-(bnt_[0-9A-Za-z]{26})");

    private Place() {}

    static String text(Position position) {
        return position.key() + "-" + OpenBountyIds.BOUNTY.on(position.id());
    }

    /** Null, which is the beginning, when it is none. */
    static @Nullable Position read(Sort sort, String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? OpenBountyIds.BOUNTY
                        .off(matcher.group(2))
                        .map(id -> new Position(sort, Long.parseLong(matcher.group(1)), id))
                        .orElse(null)
                : null;
    }
}
