package io.guildhall.web.dispute;

import io.guildhall.domain.submission.Deliverable;
import java.util.List;

/** What a side shows: one link a line, and behind it, after a space, what it is. */
final class Links {

    private static final String TYPE = "link";

    private Links() {}

    static List<Deliverable> read(List<String> lines) {
        return lines.stream().map(Links::read).toList();
    }

    private static Deliverable read(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Deliverable(TYPE, line, "", null)
                : new Deliverable(
                        TYPE, line.substring(0, space), line.substring(space + 1).strip(), null);
    }
}
