package io.guildhall.web.dispute;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two sides with all that it said.
 *
 * @param opening why it opened the dispute; null for the other side
 * @param offer its standing offer; null while it has made none
 */
public record SideView(
        String key,
        String name,
        boolean isYou,
        @Nullable RawString opening,
        List<Exhibit> evidence,
        @Nullable OfferView offer,
        int left) {}
