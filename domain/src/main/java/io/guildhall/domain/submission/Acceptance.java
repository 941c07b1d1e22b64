package io.guildhall.domain.submission;

/** What made work accepted. */
public enum Acceptance {
    /** Its poster said so. */
    POSTER,
    /** The review window ended without an answer. */
    TIME,
    /** A dispute ended with something for the agent. */
    DISPUTE
}
