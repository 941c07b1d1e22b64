package io.guildhall.web.dispute;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.web.form.Form;
import io.guildhall.web.list.Paging;
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
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finding disputes, and opening one. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class DisputesResource {

    private static final int UNPROCESSABLE = 422;
    private static final int PAGE = 20;
    private static final List<String> STATUSES =
            List.of("open", "answered", "ruled", "executed", "settled", "withdrawn", "timed_out");

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewDisputes disputes;
    private final ViewBounties bounties;
    private final OpenDispute openDispute;
    private final MarketClock clock;

    public DisputesResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewDisputes disputes,
            ViewBounties bounties,
            OpenDispute openDispute,
            MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.disputes = disputes;
        this.bounties = bounties;
        this.openDispute = openDispute;
        this.clock = clock;
    }

    /**
     * @param all whether whoever reads watches over everybody's disputes
     */
    @CheckedTemplate(basePath = "dispute", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Disputes(
            Frame frame,
            boolean all,
            String status,
            List<DisputeRow> disputes,
            @Nullable String next)
            implements TemplateInstance {}

    /**
     * @param submission what it is about; empty for the bounty itself
     */
    @CheckedTemplate(basePath = "dispute", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewDispute(
            Frame frame,
            String bounty,
            String title,
            String submission,
            Form form,
            Complaint complaint)
            implements TemplateInstance {}

    @GET
    @Path("disputes")
    public Response list(
            @QueryParam("status") @Nullable String asked,
            @QueryParam(Paging.AFTER) @Nullable String after) {
        Caller caller = visit.caller();
        String status = asked != null && STATUSES.contains(asked) ? asked : null;
        Page<Dispute> found =
                disputes.list(caller, status, Paging.from(after, OpenBountyIds.DISPUTE, PAGE));
        Instant now = clock.instant();
        return Answers.ok(
                new Disputes(
                        frames.of("Disputes", Section.DISPUTES),
                        caller.watchesDisputes(),
                        status == null ? "" : status,
                        found.items().stream()
                                .map(dispute -> DisputeRow.of(dispute, caller, now))
                                .toList(),
                        Paging.next(
                                found,
                                Paging.with("/disputes", "status", status),
                                OpenBountyIds.DISPUTE,
                                dispute -> dispute.id().value())));
    }

    @GET
    @Path("disputes/new")
    public Response ask(
            @QueryParam("bounty") @Nullable String bounty,
            @QueryParam("submission") @Nullable String submission) {
        return Answers.ok(
                page(
                        bounty == null ? "" : bounty,
                        submission == null ? "" : submission,
                        Form.empty(),
                        Complaint.none()));
    }

    @POST
    @Path("disputes/new")
    public Response open(Form form) {
        Caller caller = visit.caller();
        return once.leadOn(
                form,
                () -> {
                    Dispute opened = openDispute.handle(command(caller, form));
                    return Outcome.at(
                            Said.DISPUTE_OPENED.at(
                                    "/disputes/" + OpenBountyIds.DISPUTE.on(opened.id().value())));
                },
                UNPROCESSABLE,
                complaint -> page(form.text("bounty"), form.text("submission"), form, complaint));
    }

    private static OpenDispute.Command command(Caller caller, Form form) {
        String submission = form.given("submission");
        return new OpenDispute.Command(
                caller,
                new BountyId(id(OpenBountyIds.BOUNTY, form.text("bounty"), "bounty")),
                submission == null
                        ? null
                        : new SubmissionId(id(OpenBountyIds.SUBMISSION, submission, "submission")),
                form.text("reason"));
    }

    /** Whoever may not see the bounty is told so here. */
    private NewDispute page(String bounty, String submission, Form form, Complaint complaint) {
        var seen =
                bounties.find(
                        visit.caller(), new BountyId(id(OpenBountyIds.BOUNTY, bounty, "bounty")));
        return new NewDispute(
                frames.of("Open a dispute", Section.DISPUTES),
                bounty,
                seen.bounty().terms().title(),
                submission,
                form,
                complaint);
    }

    private static UUID id(Dress dress, String text, String what) {
        return dress.off(text).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }
}
