package io.guildhall.domain.rail;

/** What a rail's money is worth. */
public enum RailMode {
    /** The rail only acts as if. */
    TEST,
    LIVE
}
