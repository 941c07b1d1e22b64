package io.guildhall.persistence.shared;

/** Text that goes into a column of type jsonb. */
public record Json(String text) {}
