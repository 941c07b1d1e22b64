package io.guildhall.web.visit;

import java.util.function.Predicate;

/**
 * Which paths are a door's, where programs come: they are told what went wrong in its own words,
 * whoever asks.
 */
public record DoorPaths(Predicate<String> holds) {}
