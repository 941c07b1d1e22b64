package io.guildhall.web.money;

import io.guildhall.application.payout.ResumePayout;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
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
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is owed to an operator and what it takes out, and how far each has come. */
@Path("/money/payouts")
@WebPage
@RunOnVirtualThread
public class PayoutResource {

    private static final int PAYOUTS = 20;
    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewPayouts payouts;
    private final ResumePayout resumePayout;
    private final MarketClock clock;

    public PayoutResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewPayouts payouts,
            ResumePayout resumePayout,
            MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.payouts = payouts;
        this.resumePayout = resumePayout;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "money", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Payouts(Frame frame, List<PayoutRow> payouts, @Nullable String next)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "money", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PayoutPage(Frame frame, PayoutRow payout, Complaint complaint)
            implements TemplateInstance {}

    @GET
    public Response list(@QueryParam(Paging.AFTER) @Nullable String after) {
        Page<Payout> found =
                payouts.list(visit.caller(), Paging.from(after, OpenBountyIds.PAYOUT, PAYOUTS));
        return Answers.ok(
                new Payouts(
                        frames.of("Payouts", Section.MONEY),
                        found.items().stream()
                                .map(payout -> PayoutRow.of(payout, clock.instant()))
                                .toList(),
                        Paging.next(
                                found,
                                "/money/payouts",
                                OpenBountyIds.PAYOUT,
                                payout -> payout.id().value())));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return Answers.ok(page(visit.caller(), id(id), Complaint.none()));
    }

    /** What it waited for is done. */
    @POST
    @Path("{id}/resume")
    public Response resume(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        PayoutId payout = id(id);
        return once.leadOn(
                form,
                () -> {
                    resumePayout.handle(new ResumePayout.Command(caller, payout));
                    return Outcome.at(Said.RESUMED.at("/money/payouts/" + id));
                },
                CONFLICT,
                complaint -> page(caller, payout, complaint));
    }

    private TemplateInstance page(Caller caller, PayoutId payout, Complaint complaint) {
        return new PayoutPage(
                frames.of("Payout", Section.MONEY),
                PayoutRow.of(payouts.find(caller, payout), clock.instant()),
                complaint);
    }

    private static PayoutId id(String id) {
        return OpenBountyIds.PAYOUT
                .off(id)
                .map(PayoutId::new)
                .orElseThrow(() -> new RefusedException(new NotFound("payout")));
    }
}
