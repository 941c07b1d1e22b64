package io.guildhall.web.webhook;

import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.EditWebhook.Wish;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.application.notification.SendTestEvent;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.web.webhook.WebhooksResource.WebhookForm;
import io.guildhall.web.webhook.WebhooksResource.WebhookSecret;
import io.guildhall.wire.openbounty.EventWords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What whoever manages a webhook does with it. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class WebhookResource {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final LogPages log;
    private final ViewWebhooks webhooks;
    private final EditWebhook editWebhook;
    private final RemoveWebhook removeWebhook;
    private final RotateWebhookSecret rotateSecret;
    private final SendTestEvent sendTestEvent;

    public WebhookResource(
            Visit visit,
            Frames frames,
            Once once,
            LogPages log,
            ViewWebhooks webhooks,
            EditWebhook editWebhook,
            RemoveWebhook removeWebhook,
            RotateWebhookSecret rotateSecret,
            SendTestEvent sendTestEvent) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.log = log;
        this.webhooks = webhooks;
        this.editWebhook = editWebhook;
        this.removeWebhook = removeWebhook;
        this.rotateSecret = rotateSecret;
        this.sendTestEvent = sendTestEvent;
    }

    @GET
    @Path("webhooks/{id}/edit")
    public Response askEdit(@PathParam("id") String id) {
        WebhookEndpoint endpoint = webhooks.find(visit.caller(), Hook.id(id));
        return Answers.ok(editor(id, Hook.shown(endpoint), Complaint.none()));
    }

    @POST
    @Path("webhooks/{id}/edit")
    public Response edit(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        return once.leadOn(
                form,
                () -> {
                    editWebhook.handle(
                            new EditWebhook.Command(
                                    caller,
                                    webhook,
                                    form.text("url").strip(),
                                    Hook.events(form),
                                    form.text("description").strip(),
                                    null));
                    return said(Said.WEBHOOK_EDITED, id);
                },
                UNPROCESSABLE,
                complaint -> {
                    // Whoever may not see it learns nothing of it.
                    webhooks.find(caller, webhook);
                    return editor(id, form, complaint);
                });
    }

    @POST
    @Path("webhooks/{id}/pause")
    public Response pause(@PathParam("id") String id, Form form) {
        return wish(id, form, Wish.DISABLED, Said.WEBHOOK_PAUSED);
    }

    @POST
    @Path("webhooks/{id}/resume")
    public Response resume(@PathParam("id") String id, Form form) {
        return wish(id, form, Wish.ENABLED, Said.WEBHOOK_RESUMED);
    }

    @POST
    @Path("webhooks/{id}/test")
    public Response test(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        return orComplain(
                webhook,
                form,
                () -> {
                    sendTestEvent.handle(new SendTestEvent.Command(caller, webhook));
                    return said(Said.TESTED, id);
                });
    }

    @POST
    @Path("webhooks/{id}/remove")
    public Response remove(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        return orComplain(
                webhook,
                form,
                () -> {
                    removeWebhook.handle(new RemoveWebhook.Command(caller, webhook));
                    return Outcome.at(Said.WEBHOOK_REMOVED.at("/webhooks"));
                });
    }

    /** The secret is in the answer: it is shown once, so that no address can bring it back. */
    @POST
    @Path("webhooks/{id}/secret")
    public Response rotate(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        Duration overlap = form.has("atOnce") ? Duration.ZERO : WebhookEndpoint.OVERLAP_DEFAULT;
        Outcome outcome =
                once.run(
                        form,
                        () ->
                                Outcome.at(
                                        "/webhooks/" + id,
                                        rotateSecret
                                                .handle(
                                                        new RotateWebhookSecret.Command(
                                                                caller, webhook, overlap))
                                                .givenSecret()
                                                .text()));
        return Answers.ok(
                new WebhookSecret(
                        frames.of("Its new secret", Section.WEBHOOKS),
                        outcome.secret(),
                        outcome.next()));
    }

    private Response wish(String id, Form form, Wish wish, Said said) {
        Caller caller = visit.caller();
        EndpointId webhook = Hook.id(id);
        return orComplain(
                webhook,
                form,
                () -> {
                    editWebhook.handle(
                            new EditWebhook.Command(caller, webhook, null, null, null, wish));
                    return said(said, id);
                });
    }

    private Response orComplain(EndpointId webhook, Form form, Supplier<Outcome> deed) {
        return once.leadOn(
                form,
                deed,
                CONFLICT,
                complaint -> log.page(visit.caller(), webhook, Form.empty(), complaint));
    }

    private static Outcome said(Said said, String id) {
        return Outcome.at(said.at("/webhooks/" + id));
    }

    private WebhookForm editor(String id, Form form, Complaint complaint) {
        return new WebhookForm(
                frames.of("Edit a webhook", Section.WEBHOOKS),
                "/webhooks/" + id + "/edit",
                "/webhooks/" + id,
                "Save",
                List.of(),
                List.copyOf(EventWords.ALL),
                form,
                complaint);
    }
}
