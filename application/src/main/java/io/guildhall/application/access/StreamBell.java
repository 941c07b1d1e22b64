package io.guildhall.application.access;

/**
 * Wakes those who wait for events. It is only a shortcut: whoever waits also looks by itself every
 * second, for a ring may be lost.
 */
public interface StreamBell {

    /** Rung after a unit of work that published events was committed in this process. */
    void onCommitted(Runnable wake);

    /** Rung after events got their places, by this replica or another. */
    void onPlaced(Runnable wake);

    /** Rung after a unit of work that planned deliveries was committed in this process. */
    void onPlanned(Runnable wake);
}
