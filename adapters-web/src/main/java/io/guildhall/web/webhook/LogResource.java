package io.guildhall.web.webhook;

import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.application.notification.ReplayDelivery;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import io.guildhall.wire.openpod.OpenPodPayload;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What was delivered to a webhook, what was not, and once more what should be. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class LogResource {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    /** How far back a replay goes, by the word that the form has for it. */
    private static final Map<String, Duration> SINCE =
            Map.of(
                    "hour", Duration.ofHours(1),
                    "day", Duration.ofDays(1),
                    "week", Duration.ofDays(7),
                    "month", Duration.ofDays(30));

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final LogPages log;
    private final ViewWebhooks webhooks;
    private final ReplayDelivery replayDelivery;
    private final ReplayDeliveries replayDeliveries;
    private final InstantSource clock;

    public LogResource(
            Visit visit,
            Frames frames,
            Once once,
            LogPages log,
            ViewWebhooks webhooks,
            ReplayDelivery replayDelivery,
            ReplayDeliveries replayDeliveries,
            InstantSource clock) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.log = log;
        this.webhooks = webhooks;
        this.replayDelivery = replayDelivery;
        this.replayDeliveries = replayDeliveries;
        this.clock = clock;
    }

    /**
     * @param body what is sent, as text
     */
    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeliveryPage(
            Frame frame,
            WebhookRow webhook,
            DeliveryRow delivery,
            boolean canReplay,
            String body,
            Complaint complaint)
            implements TemplateInstance {}

    @GET
    @Path("webhooks/{id}")
    public Response log(@PathParam("id") String id, @Context UriInfo uri) {
        return Answers.ok(
                log.page(
                        visit.caller(),
                        Hook.id(id),
                        Form.of(uri.getQueryParameters()),
                        Complaint.none()));
    }

    @GET
    @Path("webhooks/{id}/deliveries/{delivery}")
    public Response delivery(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return Answers.ok(
                page(visit.caller(), Hook.id(id), Hook.delivery(delivery), Complaint.none()));
    }

    @POST
    @Path("webhooks/{id}/deliveries/{delivery}/replay")
    public Response replay(
            @PathParam("id") String id, @PathParam("delivery") String delivery, Form form) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        DeliveryId named = Hook.delivery(delivery);
        return once.leadOn(
                form,
                () -> {
                    var replay =
                            replayDelivery.handle(
                                    new ReplayDelivery.Command(caller, webhook, named));
                    return Outcome.at(
                            Said.REPLAYED.at(
                                    "/webhooks/"
                                            + id
                                            + "/deliveries/"
                                            + OpenBountyIds.DELIVERY.on(replay.id().value())));
                },
                CONFLICT,
                complaint -> page(caller, webhook, named, complaint));
    }

    @POST
    @Path("webhooks/{id}/replay")
    public Response replaySince(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        return once.leadOn(
                form,
                () -> {
                    var replayed =
                            replayDeliveries.handle(
                                    new ReplayDeliveries.Command(
                                            caller,
                                            webhook,
                                            since(form),
                                            !form.text("which").equals("all")));
                    Said said = replayed.count() == 0 ? Said.NOTHING_TO_REPLAY : Said.REPLAYED;
                    return Outcome.at(said.at("/webhooks/" + id));
                },
                UNPROCESSABLE,
                complaint -> log.page(caller, webhook, Form.empty(), complaint));
    }

    private Instant since(Form form) {
        Duration back = SINCE.get(form.text("since"));
        if (back == null) {
            throw new RefusedException(
                    Invalid.field("since", "must be an hour, a day, a week or a month"));
        }
        return clock.instant().minus(back);
    }

    private DeliveryPage page(
            Caller caller, EndpointId webhook, DeliveryId delivery, Complaint complaint) {
        WebhookEndpoint endpoint = webhooks.find(caller, webhook);
        Parcel parcel = webhooks.delivery(caller, webhook, delivery);
        Instant now = clock.instant();
        return new DeliveryPage(
                frames.of("Delivery of " + parcel.delivery().event().word(), Section.WEBHOOKS),
                WebhookRow.of(endpoint, now),
                DeliveryRow.of(parcel.delivery(), now),
                ViewWebhooks.allowedActions(parcel, endpoint, caller).contains("replay"),
                text(parcel, endpoint),
                complaint);
    }

    private static String text(Parcel parcel, WebhookEndpoint endpoint) {
        return switch (endpoint.target().events().form()) {
            case OPENBOUNTY -> OpenBountyPayload.of(parcel.event()).toPrettyString();
            case OPENPOD -> OpenPodPayload.of(parcel.event()).toPrettyString();
        };
    }
}
