package io.guildhall.bootstrap.work;

import io.guildhall.application.access.StreamBell;
import io.guildhall.application.notification.Lanes;
import io.guildhall.application.notification.PlanDeliveries;
import io.guildhall.application.notification.SendDeliveries;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
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
    private final Rota rota;

    WebhookWorkers(
            Loops loops,
            StreamBell bell,
            PlanDeliveries planDeliveries,
            SendDeliveries sendDeliveries,
            Lanes lanes,
            Rota rota) {
        this.loops = loops;
        this.bell = bell;
        this.planDeliveries = planDeliveries;
        this.sendDeliveries = sendDeliveries;
        this.lanes = lanes;
        this.rota = rota;
    }

    void onStart(@Observes StartupEvent event) {
        bell.onPlanned(
                loops.start(
                        "webhook sender",
                        () -> rota.go(Worker.WEBHOOK_SENDER, this::send, this::drain)));
        bell.onPlaced(
                loops.start(Worker.WEBHOOK_PLANNER, () -> planDeliveries.handle(EVENTS_AT_ONCE)));
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
        lanes.letGo();
        sendDeliveries.handle();
        return false;
    }

    /** Lanes go on by themselves, so they are told; what they have taken up they send. */
    private void drain() {
        lanes.hold();
        try {
            lanes.awaitEmpty(LAST_ANSWERS_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
