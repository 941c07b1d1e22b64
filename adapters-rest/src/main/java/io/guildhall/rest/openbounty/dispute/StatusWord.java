package io.guildhall.rest.openbounty.dispute;

/** The dispute statuses that callers may look for. */
public enum StatusWord {
    OPEN,
    ANSWERED,
    RULED,
    EXECUTED,
    SETTLED,
    WITHDRAWN,
    TIMED_OUT
}
