package io.guildhall.application.access;

import io.guildhall.application.access.EventStream.Placed;
import java.util.List;

/**
 * Carries events of the stream to where others subscribe to them.
 *
 * <p>What is sent in one order arrives in it, as far as it is about one aggregate. Where something
 * fails, nothing that was sent later arrives without it: whoever sends again from there may make
 * events arrive twice, under their same ids, but never the later before the earlier.
 */
public interface EventPublisher {

    /** Events that were sent and have perhaps not arrived yet. */
    interface Sent {

        /**
         * Returns when all of them are safely there, which takes less than {@link
         * #PATIENCE_SECONDS}.
         *
         * @throws RuntimeException when that is not known; all that was sent since is then given up
         *     too
         */
        void await();
    }

    /** How long one sending may take before it is given up. */
    int PATIENCE_SECONDS = 20;

    /** Of the cursor that says how far this publisher has come. */
    String reader();

    /**
     * Sends events behind all that were sent before and not given up.
     *
     * @throws RuntimeException when that cannot be done; as in {@link Sent#await}
     */
    Sent send(List<Placed> events);
}
