package io.guildhall.domain.party;

import io.guildhall.domain.shared.Worded;

/** What an operator may do beyond its own affairs. */
public enum Role implements Worded {
    ADMIN,
    /** Rules on disputes in which it is no party. */
    ARBITER
}
