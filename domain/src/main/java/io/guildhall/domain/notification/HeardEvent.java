package io.guildhall.domain.notification;

import java.util.UUID;

/**
 * What a delivery needs to know of the event it carries.
 *
 * @param id the same on every channel, and for every delivery of it
 * @param word what it is called, such as {@code claim.approved}
 * @param place in the stream
 * @param subject the aggregate it happened to, whose events are carried in their order
 */
public record HeardEvent(UUID id, String word, long place, UUID subject) {}
