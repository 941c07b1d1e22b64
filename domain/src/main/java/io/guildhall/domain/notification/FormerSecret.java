package io.guildhall.domain.notification;

import java.time.Instant;

/** A secret that was replaced and still signs beside the new one, so that nobody is cut off. */
public record FormerSecret(Secret secret, Instant signsUntil) {}
