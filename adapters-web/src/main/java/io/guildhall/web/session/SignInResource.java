package io.guildhall.web.session;

import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.session.SignIn;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.oidc.OidcSettings;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Budget;
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
import org.jspecify.annotations.Nullable;

/** An operator shows its key once, and is known by a cookie from then on. */
@Path("/sign-in")
@WebPage
@RunOnVirtualThread
public class SignInResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final Budget budget;
    private final SignIn signIn;
    private final SignUpOperator signUp;
    private final OidcSettings oidc;

    public SignInResource(
            Visit visit,
            Frames frames,
            Budget budget,
            SignIn signIn,
            SignUpOperator signUp,
            OidcSettings oidc) {
        this.visit = visit;
        this.frames = frames;
        this.budget = budget;
        this.signIn = signIn;
        this.signUp = signUp;
        this.oidc = oidc;
    }

    /**
     * @param next where to go then
     * @param open whether anybody may become an operator
     * @param account what the way by an account elsewhere is called; null where there is none
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(
            Frame frame, String next, boolean open, @Nullable String account, Complaint complaint)
            implements TemplateInstance {}

    @GET
    public Response ask(@QueryParam("next") @Nullable String next) {
        String then = Next.of(next);
        return visit.callerIfKnown() == null
                ? Answers.ok(page(then, Complaint.none()))
                : Answers.seeOther(then);
    }

    @POST
    public Response signIn(Form form) {
        budget.drawForSignIn(visit);
        String next = Next.of(form.given("next"));
        try {
            visit.open(signIn.handle(new SignIn.Command(form.text("key").strip())));
            return Answers.seeOther(next);
        } catch (RefusedException refused) {
            return Answers.page(UNPROCESSABLE, page(next, Complaint.of(refused.error())));
        }
    }

    private SignInPage page(String next, Complaint complaint) {
        return new SignInPage(
                frames.of("Sign in", Section.OTHER),
                next,
                signUp.isOffered(),
                oidc.isOn() ? oidc.label() : null,
                complaint);
    }
}
