package io.guildhall.web.session;

import io.guildhall.application.session.SignIn;
import io.guildhall.application.session.SignOut;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Budget;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Said;
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

/** An operator shows its key once and is known by a cookie until it signs out. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class SignInResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final Budget budget;
    private final SignIn signIn;
    private final SignOut signOut;

    public SignInResource(
            Visit visit, Frames frames, Budget budget, SignIn signIn, SignOut signOut) {
        this.visit = visit;
        this.frames = frames;
        this.budget = budget;
        this.signIn = signIn;
        this.signOut = signOut;
    }

    /**
     * @param next where to go then
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(Frame frame, String next, Complaint complaint) implements TemplateInstance {}

    @GET
    @Path("sign-in")
    public Response ask(@QueryParam("next") @Nullable String next) {
        String then = Next.of(next);
        return visit.callerIfKnown() == null
                ? Answers.ok(page(then, Complaint.none()))
                : Answers.seeOther(then);
    }

    @POST
    @Path("sign-in")
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

    @POST
    @Path("sign-out")
    public Response signOut(Form form) {
        String session = visit.session();
        if (session != null) {
            signOut.handle(new SignOut.Command(session));
        }
        visit.close();
        return Answers.seeOther(Said.SIGNED_OUT.at("/sign-in"));
    }

    private SignInPage page(String next, Complaint complaint) {
        return new SignInPage(frames.of("Sign in", Section.OTHER), next, complaint);
    }
}
