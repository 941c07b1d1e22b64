package io.guildhall.web.oidc;

import io.guildhall.application.access.SecretBox;
import io.guildhall.application.session.SignUpByIdentity;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.PageRefused;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Budget;
import io.guildhall.web.visit.Cookies;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/** Becoming an operator by an account elsewhere, which is then linked to it. */
@Path("/sign-up/account")
@WebPage
@RunOnVirtualThread
public class NewcomerResource {

    private static final int UNPROCESSABLE = 422;
    private static final int FORBIDDEN = 403;

    private final Visit visit;
    private final Frames frames;
    private final Budget budget;
    private final Once once;
    private final Cookies cookies;
    private final SignUpByIdentity signUp;
    private final SecretBox box;
    private final InstantSource clock;

    public NewcomerResource(
            Visit visit,
            Frames frames,
            Budget budget,
            Once once,
            Cookies cookies,
            SignUpByIdentity signUp,
            SecretBox box,
            InstantSource clock) {
        this.visit = visit;
        this.frames = frames;
        this.budget = budget;
        this.once = once;
        this.cookies = cookies;
        this.signUp = signUp;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @param issuer who has vouched for the visitor
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewcomerPage(Frame frame, String issuer, Form form, Complaint complaint)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewcomerKey(Frame frame, String key) implements TemplateInstance {}

    @GET
    public Response ask() {
        return Answers.ok(page(newcomer(), Form.empty(), Complaint.none()));
    }

    @POST
    public Response signUp(Form form) {
        budget.drawForSignIn(visit);
        Newcomer newcomer = newcomer();
        try {
            Outcome outcome =
                    once.run(
                            form,
                            () -> {
                                var signedUp =
                                        signUp.handle(
                                                new SignUpByIdentity.Command(
                                                        newcomer.identity(),
                                                        form.text("name"),
                                                        form.text("email"),
                                                        visit.requestId()));
                                return Outcome.at("/", signedUp.session() + " " + signedUp.key());
                            });
            String secret = outcome.secret();
            if (secret == null) {
                return Answers.seeOther("/sign-in/account");
            }
            int space = secret.indexOf(' ');
            visit.open(secret.substring(0, space));
            cookies.remove(visit.request(), Newcomer.COOKIE);
            return Answers.ok(
                    new NewcomerKey(
                            frames.of("Your key", Section.OTHER), secret.substring(space + 1)));
        } catch (RefusedException refused) {
            return Answers.page(UNPROCESSABLE, page(newcomer, form, Complaint.of(refused.error())));
        }
    }

    private Newcomer newcomer() {
        return Newcomer.opened(cookies.read(visit.request(), Newcomer.COOKIE), box, clock.instant())
                .orElseThrow(() ->
                        new PageRefused(
                                FORBIDDEN,
                                "Nobody has vouched for you",
                                "You come here from signing in with an account elsewhere, within half"
                                        + " an hour. Begin again from the sign-in page."));
    }

    private TemplateInstance page(Newcomer newcomer, Form form, Complaint complaint) {
        return new NewcomerPage(
                frames.of("Become an operator", Section.OTHER),
                newcomer.identity().issuer(),
                form,
                complaint);
    }
}
