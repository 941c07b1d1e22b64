package io.guildhall.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param operator the name of whoever is signed in; null for strangers
 * @param admin whether that is an admin
 * @param theme {@code light}, {@code dark}, or {@code auto}
 * @param formToken what each form has to hold as {@code form_token}
 * @param once what a form may hold as {@code once}
 * @param address where the page is, to come back to
 * @param said what has just been done; null when nothing was
 */
public record Frame(
        String title,
        Section section,
        @Nullable String operator,
        boolean admin,
        String theme,
        String formToken,
        String once,
        String address,
        @Nullable String said,
        Assets assets) {

    /** What the menu offers; strangers have nothing to choose from. */
    public List<Section> menu() {
        return operator == null
                ? List.of()
                : Stream.of(Section.values())
                        .filter(section -> section != Section.OTHER)
                        .filter(section -> section != Section.ADMIN || admin)
                        .toList();
    }

    /** The scheme that the browser uses for what it draws itself. */
    public String colorScheme() {
        return theme.equals("auto") ? "light dark" : theme;
    }
}
