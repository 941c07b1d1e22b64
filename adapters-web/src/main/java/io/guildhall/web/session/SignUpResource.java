package io.guildhall.web.session;

import io.guildhall.application.access.Door;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.session.SignIn;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Budget;
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
import org.jspecify.annotations.Nullable;

/** Becoming an operator; its key is shown once. */
@Path("/sign-up")
@WebPage
@RunOnVirtualThread
public class SignUpResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final Budget budget;
    private final Once once;
    private final SignUpOperator signUp;
    private final SignIn signIn;

    public SignUpResource(
            Visit visit,
            Frames frames,
            Budget budget,
            Once once,
            SignUpOperator signUp,
            SignIn signIn) {
        this.visit = visit;
        this.frames = frames;
        this.budget = budget;
        this.once = once;
        this.signUp = signUp;
        this.signIn = signIn;
    }

    /**
     * @param offered whether anybody may sign up here
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignUpPage(Frame frame, boolean offered, Form form, Complaint complaint)
            implements TemplateInstance {}

    /**
     * @param key null when it was shown before
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KeyPage(Frame frame, @Nullable String key) implements TemplateInstance {}

    @GET
    public Response ask() {
        return visit.callerIfKnown() == null
                ? Answers.ok(page(Form.empty(), Complaint.none()))
                : Answers.seeOther("/");
    }

    @POST
    public Response signUp(Form form) {
        budget.drawForSignIn(visit);
        return once.show(
                form,
                () -> Outcome.at("/", newKey(form)),
                outcome -> signedIn(outcome.secret()),
                UNPROCESSABLE,
                complaint -> page(form, complaint));
    }

    private KeyPage signedIn(@Nullable String key) {
        if (key != null) {
            visit.open(signIn.handle(new SignIn.Command(key)));
        }
        return new KeyPage(frames.of("Your key", Section.OTHER), key);
    }

    private String newKey(Form form) {
        return signUp.handle(
                        new SignUpOperator.Command(
                                visit.callerIfKnown(),
                                form.text("name"),
                                form.text("email"),
                                Door.OPENBOUNTY,
                                visit.requestId()))
                .key();
    }

    private SignUpPage page(Form form, Complaint complaint) {
        return new SignUpPage(
                frames.of("Become an operator", Section.OTHER),
                signUp.isOffered(),
                form,
                complaint);
    }
}
