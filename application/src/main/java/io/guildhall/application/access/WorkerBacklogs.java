package io.guildhall.application.access;

import io.guildhall.application.worker.Worker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for workers, and what of it somebody holds; counted anew for each call. */
public interface WorkerBacklogs {

    /**
     * @param waiting how much is due
     * @param oldest since when the longest due is
     */
    record Backlog(Worker worker, long waiting, @Nullable Instant oldest) {}

    /**
     * Something only one replica may do for a while.
     *
     * @param what such as a reader of the stream or a wallet
     * @param holder the replica's own name for itself in this
     */
    record Lease(Worker worker, String what, String holder, Instant until) {}

    /**
     * Of {@link Worker#PAYOUTS}, {@link Worker#WEBHOOK_SENDER}, {@link Worker#ORDERS}, {@link
     * Worker#RELAY}, {@link Worker#NOTICES} and {@link Worker#PAYMENTS}, in this order. An order
     * that is signed waits until it is in a block.
     *
     * @param marketNow by which payouts, orders and payments are due
     * @param worldNow by which the others are
     */
    List<Backlog> backlogs(Instant marketNow, Instant worldNow);

    /** In the order of what is held. */
    List<Lease> leases(Instant now);
}
