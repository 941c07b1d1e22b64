package io.guildhall.bootstrap.work;

import io.guildhall.application.access.StreamBell;
import io.guildhall.application.notification.Lanes;
import io.guildhall.application.notification.PlanDeliveries;
import io.guildhall.application.notification.SendDeliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What carries events to webhooks, on every replica at once. */
@Singleton
final class WebhookWorkers {

    private static final Logger LOG = Logger.getLogger(WebhookWorkers.class);

    private static final int EVENTS_AT_ONCE = 500;

    /** What is being sent at the end is waited for; what then still is, is sent again later. */
    private static final Duration LAST_ANSWERS_MAX = Duration.ofSeconds(10);

    private final Loops loops;
    private final StreamBell bell;
    private final PlanDeliveries planDeliveries;
    private final SendDeliveries sendDeliveries;
    private final Lanes lanes;

    WebhookWorkers(
            Loops loops,
            StreamBell bell,
            PlanDeliveries planDeliveries,
            SendDeliveries sendDeliveries,
            Lanes lanes) {
        this.loops = loops;
        this.bell = bell;
        this.planDeliveries = planDeliveries;
        this.sendDeliveries = sendDeliveries;
        this.lanes = lanes;
    }

    void onStart(@Observes StartupEvent event) {
        bell.onPlanned(loops.start("webhook sender", this::send));
        bell.onPlaced(loops.start("webhook planner", () -> planDeliveries.handle(EVENTS_AT_ONCE)));
    }

    void onStop(@Observes ShutdownEvent event) {
        lanes.stop();
        try {
            if (!lanes.awaitEmpty(LAST_ANSWERS_MAX)) {
                LOG.info("Some receivers did not answer in time, and are asked again later");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever has more due goes on by itself, so no round is full. */
    private boolean send() {
        sendDeliveries.handle();
        return false;
    }
}
