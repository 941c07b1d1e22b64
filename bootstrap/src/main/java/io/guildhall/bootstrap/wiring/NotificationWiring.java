package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.escrow.EscrowOrders;
import io.guildhall.application.funding.NewFunding;
import io.guildhall.application.notification.Audiences;
import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.ForgetDeliveries;
import io.guildhall.application.notification.Lanes;
import io.guildhall.application.notification.ManagedEndpoints;
import io.guildhall.application.notification.PlanDeliveries;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.application.notification.ReplayDelivery;
import io.guildhall.application.notification.ReplayForReceiver;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.application.notification.SaveBountyFilters;
import io.guildhall.application.notification.SendDeliveries;
import io.guildhall.application.notification.SendTestEvent;
import io.guildhall.application.notification.ViewBountyFilters;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.bootstrap.observation.MeasuredWebhookSender;
import io.guildhall.bootstrap.observation.TracedWebhookSender;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.UrlRules;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.messaging.webhook.AddressGuard;
import io.guildhall.messaging.webhook.OkHttpWebhookSender;
import io.guildhall.messaging.webhook.SendingLimits;
import io.guildhall.wire.openbounty.EventWords;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import io.guildhall.wire.openpod.OpenPodPayload;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Webhooks: who gave an address, what is carried there, and how. */
@Singleton
final class NotificationWiring {

    private static final Logger LOG = Logger.getLogger(SendDeliveries.class);

    /** Half of a delivery's lease, less what recording it may take. */
    private static final Duration TIMEOUT_MAX = Duration.ofSeconds(25);

    private static final List<String> EVERYWHERE = List.of("0.0.0.0/0", "::/0");

    private final UseCaseContext context;
    private final GuildhallConfig.Webhooks config;

    /** Goes by the world's clock: signatures and schedules are the receivers' business. */
    NotificationWiring(
            Transactions transactions,
            InstantSource clock,
            IdGenerator ids,
            Outbox outbox,
            EscrowOrders orders,
            NewFunding funding,
            GuildhallConfig config) {
        this.context = new UseCaseContext(transactions, clock, ids, outbox, orders, funding);
        this.config = config.webhooks();
        if (this.config.timeout().compareTo(TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "guildhall.webhooks.timeout is at most " + TIMEOUT_MAX.toSeconds() + " s");
        }
    }

    @Produces
    @Singleton
    Target.Rules targetRules() {
        return new Target.Rules(
                new UrlRules(config.allowPrivateTargets()),
                Map.of(
                        PayloadForm.OPENBOUNTY,
                        EventWords.ALL,
                        PayloadForm.OPENPOD,
                        OpenPodPayload.WORDS));
    }

    @Produces
    @Singleton
    WebhookSender webhookSender(MeterRegistry meters, Tracer tracer) {
        Duration connect = SendingLimits.DEFAULT.connect();
        var sender =
                new OkHttpWebhookSender(
                        config.allowPrivateTargets()
                                ? AddressGuard.allowing(EVERYWHERE)
                                : AddressGuard.publicOnly(),
                        new SendingLimits(
                                config.timeout(),
                                connect.compareTo(config.timeout()) < 0
                                        ? connect
                                        : config.timeout(),
                                SendingLimits.DEFAULT.idleConnections()));
        return new MeasuredWebhookSender(new TracedWebhookSender(sender, tracer), meters);
    }

    @Produces
    @Singleton
    ManagedEndpoints managedEndpoints(WebhookEndpoints endpoints, Agents agents) {
        return new ManagedEndpoints(endpoints, agents);
    }

    @Produces
    @Singleton
    RegisterWebhook registerWebhook(
            WebhookEndpoints endpoints,
            ManagedEndpoints managed,
            EventStream stream,
            RandomSource random,
            Target.Rules rules) {
        return new RegisterWebhook(context, endpoints, managed, stream, random, rules);
    }

    @Produces
    @Singleton
    EditWebhook editWebhook(
            WebhookEndpoints endpoints, ManagedEndpoints managed, Target.Rules rules) {
        return new EditWebhook(context, endpoints, managed, rules);
    }

    @Produces
    @Singleton
    RemoveWebhook removeWebhook(WebhookEndpoints endpoints, ManagedEndpoints managed) {
        return new RemoveWebhook(context, endpoints, managed);
    }

    @Produces
    @Singleton
    RotateWebhookSecret rotateWebhookSecret(
            WebhookEndpoints endpoints, ManagedEndpoints managed, RandomSource random) {
        return new RotateWebhookSecret(context, endpoints, managed, random);
    }

    @Produces
    @Singleton
    SendTestEvent sendTestEvent(ManagedEndpoints managed) {
        return new SendTestEvent(context, managed);
    }

    @Produces
    @Singleton
    ReplayForReceiver replayForReceiver(
            WebhookEndpoints endpoints, Deliveries deliveries, Audit audit) {
        return new ReplayForReceiver(context, endpoints, deliveries, audit);
    }

    @Produces
    @Singleton
    ReplayDelivery replayDelivery(ManagedEndpoints managed, Deliveries deliveries) {
        return new ReplayDelivery(context, managed, deliveries);
    }

    @Produces
    @Singleton
    ReplayDeliveries replayDeliveries(ManagedEndpoints managed, Deliveries deliveries) {
        return new ReplayDeliveries(context, managed, deliveries);
    }

    @Produces
    @Singleton
    ViewWebhooks viewWebhooks(
            WebhookEndpoints endpoints, ManagedEndpoints managed, Deliveries deliveries) {
        return new ViewWebhooks(endpoints, managed, deliveries);
    }

    @Produces
    @Singleton
    SaveBountyFilters saveBountyFilters(ManagedEndpoints managed, BountyFilters filters) {
        return new SaveBountyFilters(context, managed, filters);
    }

    @Produces
    @Singleton
    ViewBountyFilters viewBountyFilters(ManagedEndpoints managed, BountyFilters filters) {
        return new ViewBountyFilters(managed, filters);
    }

    @Produces
    @Singleton
    PlanDeliveries planDeliveries(
            EventStream stream,
            StreamCursors cursors,
            Audiences audiences,
            Claims claims,
            WebhookEndpoints endpoints,
            Deliveries deliveries) {
        return new PlanDeliveries(
                context,
                stream,
                cursors,
                audiences,
                claims,
                endpoints,
                deliveries,
                (form, event) ->
                        switch (form) {
                            case OPENBOUNTY -> Optional.of(OpenBountyPayload.word(event));
                            case OPENPOD -> OpenPodPayload.word(event);
                        });
    }

    @Produces
    @Singleton
    Lanes lanes() {
        return new Lanes(config.slotsPerEndpoint(), config.inProcess());
    }

    @Produces
    @Singleton
    SendDeliveries sendDeliveries(
            WebhookEndpoints endpoints,
            Deliveries deliveries,
            WebhookSender sender,
            RandomSource random,
            Lanes lanes) {
        Executor threads = task -> Thread.ofVirtual().name("webhooks").start(task);
        return new SendDeliveries(
                context,
                endpoints,
                deliveries,
                sender,
                random,
                threads,
                lanes,
                failure -> LOG.warn("Deliveries are tried again later", failure));
    }

    @Produces
    @Singleton
    ForgetDeliveries forgetDeliveries(Deliveries deliveries) {
        return new ForgetDeliveries(context, deliveries, config.deliveryRetention());
    }
}
