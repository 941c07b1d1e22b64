package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.stream.ViewEvents.Since;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events are pulled, and behind what. */
public record EventSearch(
        @QueryParam("after")
                @Parameter(
                        description =
                                "The `next_cursor` of the answer before, or the `id` of an event; without it"
                                        + " the earliest that is kept comes first.")
                @Nullable String after,
        @QueryParam("limit")
                @Parameter(
                        description = "How many items at most.",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "100",
                                        defaultValue = "20"))
                @Nullable String limit,
        @QueryParam("events")
                @Parameter(
                        description =
                                "Only these events, with commas between: words such as"
                                        + " submission.accepted, or families such as claim.*")
                @Nullable String events,
        @QueryParam("bounty_id")
                @Parameter(description = "Only the story of this bounty: bnt_ and 26 characters.")
                @Nullable String bountyId) {

    /**
     * @param asked of all there is
     */
    record Wish(Since since, Predicate<DomainEvent> asked, int limit) {}

    Wish read() {
        QueryReader reader = new QueryReader();
        Since since = since(reader);
        Set<String> words = reader.events("events", events);
        UUID bounty = reader.id("bounty_id", bountyId, OpenBountyIds.BOUNTY);
        int count = reader.limit(limit);
        reader.orThrow();
        Subject story = bounty == null ? null : new Subject(Subject.Kind.BOUNTY, bounty);
        return new Wish(
                since,
                event ->
                        (story == null || story.equals(event.story()))
                                && (words.isEmpty()
                                        || words.contains(OpenBountyPayload.word(event))),
                count);
    }

    private Since since(QueryReader reader) {
        String text = reader.text("after", after);
        if (text == null) {
            return new Since.Beginning();
        }
        return StreamPosition.place(text)
                .<Since>map(Since.Place::new)
                .or(() -> OpenBountyIds.EVENT.off(text).map(Since.Event::new))
                .orElseGet(() -> {
                    reader.problem("after", EventsResource.NOT_UNDERSTOOD);
                    return new Since.Beginning();
                });
    }
}
