package io.guildhall.web.session;

import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.Logins.Login;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.session.UnlinkIdentity;
import io.guildhall.application.session.ViewLogins;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Role;
import io.guildhall.web.form.Form;
import io.guildhall.web.oidc.OidcSettings;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Moment;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and by what else it could be. */
@Path("/account")
@WebPage
@RunOnVirtualThread
public class OperatorResource {

    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewParties parties;
    private final ViewLogins logins;
    private final UnlinkIdentity unlinkIdentity;
    private final OidcSettings oidc;
    private final InstantSource clock;

    public OperatorResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewParties parties,
            ViewLogins logins,
            UnlinkIdentity unlinkIdentity,
            OidcSettings oidc,
            InstantSource clock) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.parties = parties;
        this.logins = logins;
        this.unlinkIdentity = unlinkIdentity;
        this.oidc = oidc;
        this.clock = clock;
    }

    /** An account elsewhere that signs in here. */
    public record Linked(String issuer, String subject, Moment since) {}

    /**
     * @param email empty for an agent that is its own operator
     * @param issuer where an account can be linked; null where none can
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OperatorPage(
            Frame frame,
            String name,
            String email,
            String id,
            List<String> roles,
            List<Linked> logins,
            @Nullable String issuer,
            Complaint complaint)
            implements TemplateInstance {}

    @GET
    public Response show() {
        return Answers.ok(page(Complaint.none()));
    }

    @POST
    @Path("unlink")
    public Response unlink(Form form) {
        visit.caller();
        return once.leadOn(
                form,
                () -> {
                    unlinkIdentity.handle(
                            new UnlinkIdentity.Command(
                                    Objects.requireNonNull(visit.session()),
                                    new Identity(form.text("issuer"), form.text("subject"))));
                    return Outcome.at(Said.UNLINKED.at("/account"));
                },
                CONFLICT,
                this::page);
    }

    private TemplateInstance page(Complaint complaint) {
        Caller caller = visit.caller();
        Operator operator = parties.operatorOf(caller);
        return new OperatorPage(
                frames.of("Your account", Section.OTHER),
                operator.name(),
                operator.email(),
                Ids.of(operator.id()),
                operator.roles().stream()
                        .map(Role::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                logins.of(caller).stream().map(this::linked).toList(),
                oidc.issuer(),
                complaint);
    }

    private Linked linked(Login login) {
        return new Linked(
                login.identity().issuer(),
                login.identity().subject(),
                Moment.of(login.since(), clock.instant()));
    }
}
