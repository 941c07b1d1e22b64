package io.guildhall.domain.notification;

import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;

import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bob's endpoint, what is carried to it, and what it answers. */
public final class NotificationFixture {

    public static final EndpointId ENDPOINT = new EndpointId(id(0x50));
    public static final DeliveryId DELIVERY = new DeliveryId(id(0x60));
    public static final DeliveryId ANOTHER_DELIVERY = new DeliveryId(id(0x61));
    public static final String URL = "https://hooks.example.org/bob?of=guildhall";
    public static final Hearer BOBS = new Hearer(BOB, null);
    public static final Hearer BOBS_AGENTS = new Hearer(BOB, BOBS_AGENT);

    public static final Target.Rules RULES =
            new Target.Rules(
                    new UrlRules(false),
                    Map.of(
                            PayloadForm.OPENBOUNTY,
                            Set.of("claim.approved", "claim.created", "bounty.created"),
                            PayloadForm.OPENPOD,
                            Set.of("ticket_assigned", "message_received")));

    public static final Duration TOOK = Duration.ofMillis(40);
    public static final Answer TAKEN = replied(204);
    public static final Answer BROKEN = replied(500);
    public static final Answer GONE = replied(410);
    public static final Answer SILENT = new Unreachable("timeout", "Nothing for 15 s", TOOK);

    private NotificationFixture() {}

    public static Target target(String... events) {
        return new Target(URL, new EventFilter(List.of(events)), "What Bob wants to know");
    }

    public static WebhookEndpoint endpoint() {
        return endpoint(ENDPOINT, BOBS, target());
    }

    public static WebhookEndpoint endpoint(EndpointId id, Hearer hearer, Target target) {
        return new WebhookEndpoint(
                id, hearer, target, secret(1), null, new Enabled(null), 0, NOW, NOW, 0);
    }

    public static WebhookEndpoint with(WebhookEndpoint endpoint, EndpointStatus status) {
        return new WebhookEndpoint(
                endpoint.id(),
                endpoint.hearer(),
                endpoint.target(),
                endpoint.secret(),
                endpoint.former(),
                status,
                endpoint.hearsAfter(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                endpoint.version());
    }

    /** As it is found by an installation whose own secret is another than it was. */
    public static WebhookEndpoint withClosedSecret(WebhookEndpoint endpoint) {
        return new WebhookEndpoint(
                endpoint.id(),
                endpoint.hearer(),
                endpoint.target(),
                null,
                null,
                endpoint.status(),
                endpoint.hearsAfter(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                endpoint.version());
    }

    public static Secret secret(int seed) {
        byte[] bytes = new byte[Secret.BYTES];
        Arrays.fill(bytes, (byte) seed);
        return Secret.of(bytes);
    }

    public static HeardEvent heard() {
        return new HeardEvent(id(0x70), "claim.approved", 7, id(0x20));
    }

    public static Delivery pendingDelivery() {
        return Delivery.plan(DELIVERY, ENDPOINT, heard(), NOW);
    }

    /**
     * @param failures how many attempts have failed before
     */
    public static Delivery sendingDelivery(int failures) {
        List<Attempt> failed = new ArrayList<>();
        for (int number = 1; number <= failures; number++) {
            failed.add(Attempt.of(number, BROKEN, NOW).followedAt(NOW));
        }
        return new Delivery(
                DELIVERY,
                ENDPOINT,
                heard(),
                new Sending(NOW, NOW.plus(Delivery.LEASE)),
                failures + 1,
                0,
                failed,
                NOW,
                0);
    }

    public static Delivery with(Delivery delivery, DeliveryStatus status) {
        return new Delivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.event(),
                status,
                delivery.taken(),
                delivery.lost(),
                delivery.attempts(),
                delivery.plannedAt(),
                delivery.round());
    }

    public static Answer replied(int status) {
        return replied(status, null);
    }

    public static Answer replied(int status, @Nullable Duration retryAfter) {
        return new Replied(status, TOOK, "", retryAfter);
    }

    private static UUID id(int last) {
        return new UUID(0x0198_0000_0000_7000L, last);
    }
}
