package io.guildhall.application.notification;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.bounty.Bounty;
import org.jspecify.annotations.Nullable;

/**
 * An event of the stream, with everybody who hears of it.
 *
 * @param bounty the one to whose story it belongs, as it is now; null if it belongs to none
 */
public record Addressed(Placed placed, Audience audience, @Nullable Bounty bounty) {}
