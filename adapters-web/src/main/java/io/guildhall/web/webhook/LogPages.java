package io.guildhall.web.webhook;

import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Deliveries.Query;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.web.form.Form;
import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.openbounty.EventWords;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a webhook's page with its log. */
@Singleton
final class LogPages {

    private static final int PAGE = 25;
    private static final List<String> STATUSES = List.of("pending", "sending", "delivered", "dead");

    private final Frames frames;
    private final ViewWebhooks webhooks;
    private final InstantSource clock;

    /**
     * @param clock the world's, by which what goes outside goes
     */
    LogPages(Frames frames, ViewWebhooks webhooks, InstantSource clock) {
        this.frames = frames;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * @param actions what may be done with it now, in the words of the API
     * @param again where to look again soon; null when nothing is under way
     */
    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookPage(
            Frame frame,
            WebhookRow webhook,
            List<String> actions,
            List<DeliveryRow> deliveries,
            List<String> words,
            String status,
            String event,
            @Nullable String next,
            @Nullable String again,
            Complaint complaint)
            implements TemplateInstance {}

    /**
     * @param asked the filters of the log, as the address has them
     */
    WebhookPage page(Caller caller, EndpointId id, Form asked, Complaint complaint) {
        WebhookEndpoint endpoint = webhooks.find(caller, id);
        String status = known(asked.given("status"), STATUSES);
        String event = known(asked.given("event"), EventWords.ALL);
        Page<Parcel> found =
                webhooks.deliveries(
                        caller,
                        id,
                        new Query(status, event),
                        Paging.from(asked.given(Paging.AFTER), OpenBountyIds.DELIVERY, PAGE));
        Instant now = clock.instant();
        List<DeliveryRow> rows =
                found.items().stream()
                        .map(parcel -> DeliveryRow.of(parcel.delivery(), now))
                        .toList();
        WebhookRow row = WebhookRow.of(endpoint, now);
        String base =
                Paging.with(Paging.with("/webhooks/" + row.id(), "status", status), "event", event);
        return new WebhookPage(
                frames.of("Webhook", Section.WEBHOOKS),
                row,
                ViewWebhooks.allowedActions(endpoint, caller),
                rows,
                List.copyOf(EventWords.ALL),
                status == null ? "" : status,
                event == null ? "" : event,
                Paging.next(
                        found,
                        base,
                        OpenBountyIds.DELIVERY,
                        parcel -> parcel.delivery().id().value()),
                endpoint.isEnabled() && rows.stream().anyMatch(DeliveryRow::isUnderWay)
                        ? base
                        : null,
                complaint);
    }

    private static @Nullable String known(@Nullable String word, Collection<String> words) {
        return word != null && words.contains(word) ? word : null;
    }
}
