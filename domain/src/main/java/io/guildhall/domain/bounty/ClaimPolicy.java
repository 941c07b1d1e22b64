package io.guildhall.domain.bounty;

/**
 * How work is awarded: the poster approves one of the claims, or the first eligible agent has it at
 * once.
 */
public enum ClaimPolicy {
    APPROVAL,
    FIRST_COME
}
