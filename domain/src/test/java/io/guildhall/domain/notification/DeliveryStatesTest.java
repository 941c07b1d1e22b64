package io.guildhall.domain.notification;

import static io.guildhall.domain.notification.NotificationFixture.ANOTHER_DELIVERY;
import static io.guildhall.domain.notification.NotificationFixture.BROKEN;
import static io.guildhall.domain.notification.NotificationFixture.GONE;
import static io.guildhall.domain.notification.NotificationFixture.SILENT;
import static io.guildhall.domain.notification.NotificationFixture.TAKEN;
import static io.guildhall.domain.notification.NotificationFixture.pendingDelivery;
import static io.guildhall.domain.notification.NotificationFixture.replied;
import static io.guildhall.domain.notification.NotificationFixture.sendingDelivery;
import static io.guildhall.domain.notification.NotificationFixture.with;
import static io.guildhall.domain.party.PartyFixture.NOW;

import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryStatesTest {

    private static final Instant LATER = NOW.plus(Delivery.LEASE);

    private static final String EXPECTED =
            """
            plan:
              nothing -> pending
            attempt:
              pending -> sending
              waiting, SENDING !! not_due_yet
              delivered, dead !! delivery_wrong_state
            attempt when due:
              pending, waiting, SENDING -> sending
              delivered, dead !! delivery_wrong_state
            record taken:
              SENDING -> delivered
              pending, waiting, delivered, dead !! delivery_wrong_state
            record broken:
              sending -> pending
              sending last -> dead
              pending, waiting, delivered, dead !! delivery_wrong_state
            record silent:
              sending -> pending
              sending last -> dead
              pending, waiting, delivered, dead !! delivery_wrong_state
            record redirect:
              sending -> pending
              sending last -> dead
              pending, waiting, delivered, dead !! delivery_wrong_state
            record gone:
              SENDING -> dead
              pending, waiting, delivered, dead !! delivery_wrong_state
            record of an attempt taken over:
              pending, waiting, SENDING, delivered, dead !! delivery_wrong_state
            putBack:
              SENDING -> pending
              pending, waiting, delivered, dead !! delivery_wrong_state
            putBack of an attempt taken over:
              pending, waiting, SENDING, delivered, dead !! delivery_wrong_state
            waitFor:
              pending, waiting -> pending
              SENDING, delivered, dead !! delivery_wrong_state
            replay:
              delivered, dead -> pending
              pending, waiting, SENDING !! delivery_pending
            """
                    .replace("SENDING", "sending, sending last");

    private final StateMatrix<Delivery> matrix =
            new StateMatrix<>(Delivery.class, delivery -> delivery.status().word())
                    .state("pending", pendingDelivery())
                    .state("waiting", with(sendingDelivery(1), new Pending(LATER)))
                    .state("sending", sendingDelivery(0))
                    .state("sending last", sendingDelivery(RetrySchedule.ATTEMPTS_MAX - 1))
                    .state("delivered", with(sendingDelivery(0), new Delivered(NOW)))
                    .state("dead", with(sendingDelivery(9), new Dead("status_500", NOW)))
                    .creation("plan", () -> Decision.accept(pendingDelivery()))
                    .command("attempt", delivery -> delivery.attempt(NOW))
                    .command("attempt when due", delivery -> delivery.attempt(LATER))
                    .command("record taken", delivery -> record(delivery, TAKEN))
                    .command("record broken", delivery -> record(delivery, BROKEN))
                    .command("record silent", delivery -> record(delivery, SILENT))
                    .command("record redirect", delivery -> record(delivery, replied(302)))
                    .command("record gone", delivery -> record(delivery, GONE))
                    .command(
                            "record of an attempt taken over",
                            delivery -> delivery.record(TAKEN, delivery.taken() - 1, 0.5, NOW))
                    .command("putBack", delivery -> delivery.putBack(delivery.taken(), NOW))
                    .command(
                            "putBack of an attempt taken over",
                            delivery -> delivery.putBack(delivery.taken() - 1, NOW))
                    .command("waitFor", delivery -> delivery.waitFor(LATER))
                    .command("replay", delivery -> delivery.replay(ANOTHER_DELIVERY, NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(delivery -> Stream.of(delivery.status()), DeliveryStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/delivery.md",
                matrix.page("The life of a delivery", "DeliveryStatesTest"));
    }

    private static Decision<Delivery> record(Delivery delivery, Answer answer) {
        return delivery.record(answer, delivery.taken(), 0.5, NOW);
    }
}
