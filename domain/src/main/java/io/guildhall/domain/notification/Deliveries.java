package io.guildhall.domain.notification;

import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All deliveries. */
public interface Deliveries {

    /** A delivery and what it carries. */
    record Parcel(Delivery delivery, Recorded event) {}

    /**
     * What became of a delivery is kept.
     *
     * @param followed whether a later event of the same aggregate waits behind it
     */
    record Kept(DeliveryId delivery, boolean followed) {}

    /**
     * What is looked for in an endpoint's log; null asks for anything.
     *
     * @param status a status word
     * @param event an event's word
     */
    record Query(@Nullable String status, @Nullable String event) {}

    /**
     * Adds what is to be carried. What was planned before is passed over; what comes behind a
     * delivery of the same aggregate's that failed becomes due no earlier than that.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody else has replayed the same event
     */
    void add(List<Delivery> deliveries);

    /**
     * Enabled endpoints to which something is due, in the order of their ids. How much is due to
     * one of them does not slow the search for the others.
     *
     * @param after the last one seen, or null for the beginning
     */
    List<EndpointId> endpointsWithDue(Instant now, @Nullable EndpointId after, int limit);

    /**
     * Takes up what is due to these endpoints, of each longest due first, by {@link
     * Delivery#attempt}; what another worker takes at the same time is passed over. Of one
     * aggregate's events only the earliest that has not ended is taken.
     *
     * @param rooms how many at most for each
     */
    List<Parcel> takeDue(Map<EndpointId, Integer> rooms, Instant now);

    /**
     * Keeps what became of deliveries that were taken up. Those of the same aggregate's later
     * events wait at least as long as one that is tried again ({@link Delivery#waitFor}).
     *
     * @return those that were kept; the others were taken over by somebody else, or are gone
     */
    List<Kept> saveAll(List<Delivery> outcomes);

    Optional<Parcel> find(DeliveryId id);

    /** The latest delivery of the event to the endpoint. */
    Optional<Delivery> latest(EndpointId endpoint, UUID event);

    /** Newest first. */
    Page<Parcel> of(EndpointId endpoint, Query query, PageRequest page);

    /** All that tells of one life, to whomever, newest first. */
    List<Delivery> ofStory(Subject story, int limit);

    /**
     * The latest deliveries of events that were planned at that time or later, of those that have
     * ended, in the order of the events.
     *
     * @param deadOnly whether those that were delivered are left out
     */
    List<Delivery> endedSince(EndpointId endpoint, Instant since, boolean deadOnly, int limit);

    /**
     * Forgets what ended before that time, what has been waiting since for an endpoint that is
     * disabled, and what was on its way to endpoints that were removed.
     *
     * @return how many; as many as {@code limit} means that there may be more
     */
    int forgetBefore(Instant time, int limit);
}
