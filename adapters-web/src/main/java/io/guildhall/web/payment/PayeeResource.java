package io.guildhall.web.payment;

import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payee.ViewPayee;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Section;
import io.guildhall.web.payment.Countries.Country;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account to which withdrawals go: whether there can be one, what it still lacks, and the way
 * to Stripe, which asks. A form may not lead to another host, so that one goes there by a link.
 */
@Path("/money/payout-account")
@WebPage
@RunOnVirtualThread
public class PayeeResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final RealMoney realMoney;
    private final ViewPayee payees;
    private final OnboardPayee onboardPayee;
    private final MarketClock clock;

    public PayeeResource(
            Visit visit,
            Frames frames,
            RealMoney realMoney,
            ViewPayee payees,
            OnboardPayee onboardPayee,
            MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.realMoney = realMoney;
        this.payees = payees;
        this.onboardPayee = onboardPayee;
        this.clock = clock;
    }

    /**
     * Whether somebody there can be paid.
     *
     * @param asked what was asked for; empty when nothing was
     */
    public record Eligibility(String asked, String country, boolean served) {}

    /**
     * @param account null where there is none yet
     */
    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PayoutAccount(
            Frame frame,
            @Nullable PayeeView account,
            List<Country> countries,
            Eligibility eligibility,
            Complaint complaint)
            implements TemplateInstance {}

    /**
     * @param host what one is to see in the address bar then
     */
    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ToStripe(Frame frame, String url, String host, Moment until)
            implements TemplateInstance {}

    @GET
    public Response show(@QueryParam("country") @Nullable String country) {
        realMoney.mustBeHere();
        Caller caller = visit.caller();
        if (country == null || country.isEmpty()) {
            return Answers.ok(page(caller, new Eligibility("", "", false), Complaint.none()));
        }
        try {
            var eligibility =
                    new Eligibility(country, Countries.name(country), payees.serves(country));
            return Answers.ok(page(caller, eligibility, Complaint.none()));
        } catch (RefusedException refused) {
            return refused(caller, refused);
        }
    }

    @POST
    public Response onboard(Form form) {
        realMoney.mustBeHere();
        Caller caller = visit.caller();
        boolean replace = isStillThere(caller, form.given("replace"));
        try {
            return Answers.ok(
                    toStripe(
                            onboardPayee.handle(
                                    new OnboardPayee.Command(
                                            caller, form.text("country"), replace))));
        } catch (RefusedException refused) {
            return refused(caller, refused);
        }
    }

    /** Sent twice, a form that replaces an account does not replace the one that came by it. */
    private boolean isStillThere(Caller caller, @Nullable String mark) {
        Optional<PayeeAccount> present = payees.account(caller);
        return mark != null && present.map(PayeeView::mark).filter(mark::equals).isPresent();
    }

    private Response refused(Caller caller, RefusedException refused) {
        return Answers.page(
                UNPROCESSABLE,
                page(caller, new Eligibility("", "", false), Complaint.of(refused.error())));
    }

    private TemplateInstance page(Caller caller, Eligibility eligibility, Complaint complaint) {
        Instant now = clock.instant();
        return new PayoutAccount(
                frames.of("Payout account", Section.MONEY),
                payees.account(caller).map(account -> PayeeView.of(account, now)).orElse(null),
                Countries.all(),
                eligibility,
                complaint);
    }

    private TemplateInstance toStripe(PayeeOnboarding.Page page) {
        return new ToStripe(
                frames.of("On to Stripe", Section.MONEY),
                page.url().toString(),
                String.valueOf(page.url().getHost()),
                Moment.of(page.expiresAt(), clock.instant()));
    }
}
