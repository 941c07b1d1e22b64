package io.guildhall.application.worker;

import io.guildhall.domain.shared.Worded;
import java.util.Arrays;
import java.util.Optional;

/** What goes on by itself on every replica and can be paused; each is known by its word. */
public enum Worker implements Worded {
    /** Does what time does: expiries, automatic acceptance, rulings. */
    TIMERS,
    JUDGING,
    PAYOUTS,
    /** Asks the processor outside about payments and payees, and hears what it told. */
    PAYMENTS,
    /** Gives committed events their places in the stream. */
    RELAY,
    KAFKA,
    WEBHOOK_PLANNER,
    WEBHOOK_SENDER,
    /** Follows what the contract says. */
    CHAIN,
    /** Tells the contract what was decided. */
    ORDERS,
    /** Counts the ledger again and compares our books with those outside, each night. */
    RECONCILIATION,
    /** Hears what GitHub told. */
    NOTICES,
    COMMENT_COMMANDS,
    PULL_REQUESTS,
    PULL_REQUEST_SEARCH,
    APPROVAL_REMINDERS,
    /** Forgets what is over. */
    HOUSEKEEPING;

    public static Optional<Worker> of(String word) {
        return Arrays.stream(values()).filter(worker -> worker.word().equals(word)).findFirst();
    }
}
