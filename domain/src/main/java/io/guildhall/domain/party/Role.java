package io.guildhall.domain.party;

/** What an operator may do beyond its own affairs. */
public enum Role {
    ADMIN,
    /** Rules on disputes in which it is no party. */
    ARBITER
}
