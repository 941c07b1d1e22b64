package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.stream.ViewEvents;
import io.guildhall.application.stream.ViewEvents.Pulled.Forgotten;
import io.guildhall.application.stream.ViewEvents.Pulled.Piece;
import io.guildhall.application.stream.ViewEvents.Pulled.Unknown;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.bounty.EventJson;
import io.guildhall.rest.problem.BadRequestException;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stream for those who come and ask: nothing is lost, however seldom they do. */
@Path("/api/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stream")
@RunOnVirtualThread
public class EventsResource {

    static final String NOT_UNDERSTOOD =
            "must be the next_cursor of an earlier answer, unchanged, or the id of an event";

    private final Call call;
    private final ViewEvents events;

    public EventsResource(Call call, ViewEvents events) {
        this.call = call;
        this.events = events;
    }

    @GET
    @Operation(
            operationId = "listEvents",
            summary = "Pull what has happened, in the order in which it happened",
            description =
                    "The same events in the same order as on every other channel: what everybody may hear,"
                            + " and what concerns you. `next_cursor` is always given: ask again with it as"
                            + " `after`, at once while `has_more`, else in a while. A page may be short, or"
                            + " empty, and still have more behind it. When what followed `after` is no longer"
                            + " kept, the answer is 409 `events_forgotten`, and its message says how to go on.")
    public ListJson<EventJson> list(@BeanParam EventSearch search) {
        var caller = call.caller();
        EventSearch.Wish wish = search.read();
        return switch (events.since(caller, wish.since(), wish.asked(), wish.limit())) {
            case Piece(var recorded, var upTo, var hasMore) ->
                    new ListJson<>(
                            recorded.stream().map(EventJson::of).toList(),
                            StreamPosition.text(upTo),
                            hasMore);
            case Forgotten(var end) -> throw new ProblemException(forgotten(end));
            case Unknown _ ->
                    throw new BadRequestException(
                            List.of(new FieldProblem("after", NOT_UNDERSTOOD)));
        };
    }

    private static Problem forgotten(long end) {
        return new Problem(
                Fault.WRONG_STATE,
                "What followed 'after' is no longer kept. Read your bounties, claims and payouts again, then"
                        + " go on with after="
                        + StreamPosition.text(end)
                        + ", or without 'after' from the earliest event that is kept",
                List.of(),
                "events_forgotten",
                null,
                Map.of());
    }
}
