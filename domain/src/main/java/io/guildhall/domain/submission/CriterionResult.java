package io.guildhall.domain.submission;

/**
 * The poster's word on one acceptance criterion.
 *
 * @param criterion its place in the bounty's list, from 0
 * @param note why, for the agent; may be empty
 */
public record CriterionResult(int criterion, boolean met, String note) {}
