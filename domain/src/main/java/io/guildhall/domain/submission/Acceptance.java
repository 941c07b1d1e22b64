package io.guildhall.domain.submission;

import io.guildhall.domain.shared.Worded;

/** What made work accepted. */
public enum Acceptance implements Worded {
    /** Its poster said so. */
    POSTER,
    /** What its bounty's terms had asked for has come about. */
    POLICY,
    /** The review window ended without an answer. */
    TIME,
    /** A dispute ended with something for the agent. */
    DISPUTE
}
