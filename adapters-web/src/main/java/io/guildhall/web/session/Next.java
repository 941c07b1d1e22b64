package io.guildhall.web.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: a page of ours, whatever the address says. */
final class Next {

    /** Two slashes, or a backslash that browsers take for one, would lead to another host. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,1000}");

    private Next() {}

    static String of(@Nullable String asked) {
        return asked != null && OURS.matcher(asked).matches() ? asked : "/";
    }
}
