package io.guildhall.web.admin;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.application.reconciliation.ReconcileRails.Report;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.CatchUpWithClock;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.PageRefused;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the admins of an installation do here, just as at the API. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class AdminResource {

    private static final int UNPROCESSABLE = 422;

    /** How far the clock may be moved, by the word that the form has for it. */
    private static final Map<String, Duration> STEPS =
            Map.of(
                    "hour", Duration.ofHours(1),
                    "day", Duration.ofDays(1),
                    "week", Duration.ofDays(7),
                    "month", Duration.ofDays(30));

    private final Visit visit;
    private final Once once;
    private final AdminPages pages;
    private final GrantRoles grantRoles;
    private final KnownCallers knownCallers;
    private final AdvanceClock advanceClock;
    private final CatchUpWithClock catchUp;
    private final UnfreezeBounty unfreezeBounty;
    private final ReconcileRails reconcileRails;

    public AdminResource(
            Visit visit,
            Once once,
            AdminPages pages,
            GrantRoles grantRoles,
            KnownCallers knownCallers,
            AdvanceClock advanceClock,
            CatchUpWithClock catchUp,
            UnfreezeBounty unfreezeBounty,
            ReconcileRails reconcileRails) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.grantRoles = grantRoles;
        this.knownCallers = knownCallers;
        this.advanceClock = advanceClock;
        this.catchUp = catchUp;
        this.unfreezeBounty = unfreezeBounty;
        this.reconcileRails = reconcileRails;
    }

    @GET
    @Path("admin")
    public Response show() {
        return Answers.ok(pages.page(admin(), Form.empty(), Complaint.none(), null));
    }

    /** Asks everybody outside, which takes a while; the page alone does not. */
    @POST
    @Path("admin/reconcile")
    public Response reconcile(Form form) {
        Caller admin = admin();
        try {
            Report report =
                    reconcileRails.handle(
                            new ReconcileRails.Command(mandate(admin, form.text("reason"))));
            return Answers.ok(pages.page(admin, Form.empty(), Complaint.none(), report));
        } catch (RefusedException refused) {
            return Answers.page(
                    UNPROCESSABLE, pages.page(admin, form, Complaint.of(refused.error()), null));
        }
    }

    @POST
    @Path("admin/roles")
    public Response grant(Form form) {
        Caller admin = admin();
        Response answer =
                orComplain(
                        admin,
                        form,
                        () -> {
                            grantRoles.handle(
                                    new GrantRoles.Command(
                                            mandate(admin, form.text("reason")),
                                            operator(form),
                                            roles(form)));
                            return Outcome.at(Said.ROLES_GRANTED.at("/admin"));
                        });
        knownCallers.forgetAll();
        return answer;
    }

    @POST
    @Path("admin/clock")
    public Response advance(Form form) {
        Caller admin = admin();
        if (!advanceClock.isOffered()) {
            throw new PageRefused(
                    404,
                    "There is nothing here",
                    "The clock can be moved in sandbox installations only.");
        }
        Response answer =
                orComplain(
                        admin,
                        form,
                        () -> {
                            Duration by = STEPS.get(form.text("by"));
                            if (by == null) {
                                throw new RefusedException(
                                        Invalid.field(
                                                "by", "must be an hour, a day, a week or a month"));
                            }
                            advanceClock.handle(
                                    new AdvanceClock.Command(
                                            mandate(admin, form.text("reason")), by));
                            return Outcome.at(Said.CLOCK_MOVED.at("/admin"));
                        });
        // Not inside the unit of work that moves it: each bounty has one of its own.
        catchUp.handle();
        return answer;
    }

    @POST
    @Path("admin/unfreeze")
    public Response unfreeze(Form form) {
        Caller admin = admin();
        return orComplain(
                admin,
                form,
                () -> {
                    BountyId bounty =
                            OpenBountyIds.BOUNTY
                                    .off(form.text("bounty"))
                                    .map(BountyId::new)
                                    .orElseThrow(() ->
                                            new RefusedException(
                                                    Invalid.field("bounty", "is no bounty's id")));
                    unfreezeBounty.handle(
                            new UnfreezeBounty.Command(
                                    admin, bounty, form.text("note").strip(), visit.requestId()));
                    return Outcome.at(Said.UNFROZEN.at("/admin"));
                });
    }

    private Caller admin() {
        Caller caller = visit.caller();
        caller.requireAdmin();
        return caller;
    }

    /** By what right it is done; why goes to the audit log. */
    private Mandate mandate(Caller admin, String reason) {
        return new Mandate(admin, reason.strip(), visit.requestId());
    }

    private Response orComplain(Caller admin, Form form, Supplier<Outcome> deed) {
        return once.leadOn(
                form, deed, UNPROCESSABLE, complaint -> pages.page(admin, form, complaint, null));
    }

    private static OperatorId operator(Form form) {
        return OpenBountyIds.OPERATOR
                .off(form.text("operator").strip())
                .map(OperatorId::new)
                .orElseThrow(() ->
                        new RefusedException(
                                Invalid.field("operator", "must be an id such as opr_01…")));
    }

    private static Set<Role> roles(Form form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (form.has("admin")) {
            roles.add(Role.ADMIN);
        }
        if (form.has("arbiter")) {
            roles.add(Role.ARBITER);
        }
        return roles;
    }
}
