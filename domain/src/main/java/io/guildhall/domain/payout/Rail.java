package io.guildhall.domain.payout;

/** How money is held or sent. */
public enum Rail {
    /** Inside this installation's own ledger; settles in the unit of work that causes it. */
    LEDGER,
    /** A pretended outside world: nothing real leaves. */
    SANDBOX,
    /** In a contract on a chain, which pays by itself; our ledger follows what it says. */
    ESCROW
}
