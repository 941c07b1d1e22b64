package io.guildhall.domain.rail;

import java.time.Instant;

/**
 * Something the rail told us by itself, kept as it came until it is heard.
 *
 * @param id the rail's own, by which a repetition is known
 * @param type what it calls it
 */
public record RailNotice(String id, String type, String body, Instant receivedAt) {}
