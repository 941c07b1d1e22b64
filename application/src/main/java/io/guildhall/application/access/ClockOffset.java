package io.guildhall.application.access;

import java.time.Duration;

/** How far the market's clock was moved ahead of the world's; one for all replicas. */
public interface ClockOffset {

    /** Zero while nobody has moved it. */
    Duration read();

    /** Joins the caller's unit of work; two that add at once have both added. */
    void add(Duration by);
}
