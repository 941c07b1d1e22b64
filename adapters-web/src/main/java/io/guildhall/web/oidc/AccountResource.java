package io.guildhall.web.oidc;

import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.SecretBox;
import io.guildhall.application.session.LinkIdentity;
import io.guildhall.application.session.SessionError;
import io.guildhall.application.session.SignInByIdentity;
import io.guildhall.application.session.SignUpByIdentity;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.PageRefused;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Budget;
import io.guildhall.web.visit.Cookies;
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
import java.net.URI;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * To the issuer and back. Whoever is signed in and asks for it comes back with its account linked;
 * everybody else comes back signed in as the operator whose account it is, or on the way to become
 * one.
 */
@Path("/sign-in/account")
@WebPage
@RunOnVirtualThread
public class AccountResource {

    private static final Logger LOG = Logger.getLogger(AccountResource.class);
    private static final String COOKIE = "guildhall-journey";
    private static final int BAD_GATEWAY = 502;
    private static final int FORBIDDEN = 403;

    private final Visit visit;
    private final Frames frames;
    private final Budget budget;
    private final Cookies cookies;
    private final OidcSettings settings;
    private final Issuer issuer;
    private final SignInByIdentity signIn;
    private final SignUpByIdentity signUp;
    private final LinkIdentity linkIdentity;
    private final SecretBox box;
    private final RandomSource random;
    private final InstantSource clock;

    public AccountResource(
            Visit visit,
            Frames frames,
            Budget budget,
            Cookies cookies,
            OidcSettings settings,
            Issuer issuer,
            SignInByIdentity signIn,
            SignUpByIdentity signUp,
            LinkIdentity linkIdentity,
            SecretBox box,
            RandomSource random,
            InstantSource clock) {
        this.visit = visit;
        this.frames = frames;
        this.budget = budget;
        this.cookies = cookies;
        this.settings = settings;
        this.issuer = issuer;
        this.signIn = signIn;
        this.signUp = signUp;
        this.linkIdentity = linkIdentity;
        this.box = box;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @param host what one is to see in the address bar then
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ToIssuer(Frame frame, String url, String host) implements TemplateInstance {}

    /** A link that somebody was led to may sign in, and never changes whose account is whose. */
    @GET
    public Response signIn() {
        return Answers.seeOther(begin(false));
    }

    /** The policy lets no form lead away from here, so that the page does. */
    @POST
    public Response link(Form form) {
        visit.caller();
        String there = begin(true);
        return Answers.ok(
                new ToIssuer(
                        frames.of("On to your account", Section.OTHER),
                        there,
                        String.valueOf(URI.create(there).getHost())));
    }

    private String begin(boolean linking) {
        mustBeOn();
        budget.drawForSignIn(visit);
        Journey journey = Journey.begin(random, linking, clock.instant());
        try {
            String there = issuer.authorization(journey);
            cookies.set(visit.request(), COOKIE, journey.sealed(box), Journey.LONGEST);
            return there;
        } catch (Issuer.IssuerFailed e) {
            throw failed(e);
        }
    }

    @GET
    @Path("callback")
    public Response end(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code) {
        mustBeOn();
        budget.drawForSignIn(visit);
        Journey journey =
                Journey.opened(cookies.read(visit.request(), COOKIE), box, clock.instant())
                        .filter(begun -> begun.state().equals(state))
                        .orElseThrow(AccountResource::notBegunHere);
        cookies.remove(visit.request(), COOKIE);
        if (code == null) {
            throw new PageRefused(
                    FORBIDDEN,
                    "You are not signed in",
                    "Whoever keeps your account did not say who you are.");
        }
        Caller linking = journey.linking() ? signedIn() : null;
        Identity identity;
        try {
            identity = issuer.identity(journey, code);
        } catch (Issuer.IssuerFailed e) {
            throw failed(e);
        }
        if (linking == null) {
            return signedIn(identity);
        }
        linkIdentity.handle(new LinkIdentity.Command(linking, identity));
        return Answers.seeOther(Said.LINKED.at("/account"));
    }

    /** Or on the way to become an operator, where that is open to everybody. */
    private Response signedIn(Identity identity) {
        try {
            visit.open(signIn.handle(new SignInByIdentity.Command(identity)));
            return Answers.seeOther("/");
        } catch (RefusedException refused) {
            if (!(refused.error() instanceof SessionError.IdentityNotLinked)
                    || !signUp.isOffered()) {
                throw refused;
            }
            cookies.set(
                    visit.request(),
                    Newcomer.COOKIE,
                    Newcomer.of(identity, clock.instant()).sealed(box),
                    Newcomer.LONGEST);
            return Answers.seeOther("/sign-up/account");
        }
    }

    private Caller signedIn() {
        Caller known = visit.callerIfKnown();
        if (known == null) {
            throw notBegunHere();
        }
        return known;
    }

    private void mustBeOn() {
        if (!settings.isOn()) {
            throw new RefusedException(new NotFound("page"));
        }
    }

    private static PageRefused notBegunHere() {
        return new PageRefused(
                FORBIDDEN,
                "This was not begun here",
                "You come back from a sign-in that this browser did not begin, or that took longer than"
                        + " ten minutes. Nobody was signed in. Begin again from the sign-in page.");
    }

    private static PageRefused failed(Issuer.IssuerFailed e) {
        LOG.warnf("Signing in by account failed: %s", e.getMessage());
        return switch (e.trouble()) {
            case AWAY ->
                    new PageRefused(
                            BAD_GATEWAY,
                            "Your account cannot be asked now",
                            "Whoever keeps it does not answer as it should. Try again in a moment, or"
                                    + " sign in with your key.");
            case CODE_REFUSED ->
                    new PageRefused(
                            FORBIDDEN,
                            "This sign-in has run out",
                            "It took too long, or was used before. Nobody was signed in. Begin again"
                                    + " from the sign-in page.");
            case OTHER_SIGN_IN -> notBegunHere();
        };
    }
}
