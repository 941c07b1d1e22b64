package io.guildhall.rest.openbounty.stream;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a reader of the stream asks for, and what it has heard already. */
public record StreamSearch(
        @QueryParam("events")
                @Parameter(
                        description =
                                "Only these events, with commas between: words such as"
                                        + " submission.accepted, or families such as claim.*")
                @Nullable String events,
        @QueryParam("bounty_id")
                @Parameter(description = "Only the story of this bounty: bnt_ and 26 characters.")
                @Nullable String bountyId,
        @HeaderParam("Last-Event-ID")
                @Parameter(
                        description =
                                "The id that came last before the connection was lost; what followed it"
                                        + " is told first.")
                @Nullable String lastEventId,
        @QueryParam("last_event_id")
                @Parameter(
                        description =
                                "The same, for clients that cannot set headers; the header goes first.")
                @Nullable String lastEventIdParameter) {

    /**
     * @param words none for all
     */
    record Wish(Set<String> words, @Nullable BountyId bounty) {}

    Wish read() {
        QueryReader reader = new QueryReader();
        Set<String> words = reader.events("events", events);
        UUID bounty = reader.id("bounty_id", bountyId, OpenBountyIds.BOUNTY);
        reader.orThrow();
        return new Wish(words, bounty == null ? null : new BountyId(bounty));
    }

    @Nullable String heardLast() {
        return lastEventId == null || lastEventId.isBlank() ? lastEventIdParameter : lastEventId;
    }
}
