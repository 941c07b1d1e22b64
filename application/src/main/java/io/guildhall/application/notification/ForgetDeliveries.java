package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.Deliveries;
import java.time.Duration;

/** Forgets deliveries that ended long ago; their events stay. */
public final class ForgetDeliveries {

    private final UseCaseContext context;
    private final Deliveries deliveries;
    private final Duration kept;

    public ForgetDeliveries(UseCaseContext context, Deliveries deliveries, Duration kept) {
        this.context = context;
        this.deliveries = deliveries;
        this.kept = kept;
    }

    /**
     * @return how many; as many as {@code limit} means that there may be more
     */
    public int handle(int limit) {
        return context.transactions()
                .run(() -> deliveries.forgetBefore(context.clock().instant().minus(kept), limit));
    }
}
