package io.guildhall.web.visit;

import io.guildhall.application.access.LookUps;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.session.ViewSession;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.KeyHash;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The visit being answered: who comes, by what it is known, and how it likes its pages. */
@RequestScoped
public class Visit {

    /** Where whoever comes wanted to go, when it was sent elsewhere within. */
    static final String ASKED = "guildhall-asked";

    private static final String SESSION = "guildhall-session";

    /** What the forms of those are bound to who are not signed in. */
    private static final String STRANGER = "guildhall-visitor";

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int SEED_BYTES = 24;

    private final RoutingContext request;
    private final Cookies cookies;
    private final ViewSession sessions;
    private final RandomSource random;
    private final LookUps lookUps;

    private @Nullable String session;
    private @Nullable Caller caller;
    private @Nullable String seed;

    Visit(
            RoutingContext request,
            Cookies cookies,
            ViewSession sessions,
            RandomSource random,
            LookUps lookUps) {
        this.request = request;
        this.cookies = cookies;
        this.sessions = sessions;
        this.random = random;
        this.lookUps = lookUps;
    }

    /** What it shows to be known by; null when it shows nothing. */
    @Nullable String shown() {
        return cookies.read(request, SESSION);
    }

    void begin() {
        String shown = shown();
        if (shown != null) {
            caller = sessions.find(shown).orElse(null);
            session = caller == null ? null : shown;
        }
        seed = session != null ? session : cookies.read(request, STRANGER);
    }

    /** Who is signed in; everybody else is sent to the sign-in page. */
    public Caller caller() {
        Caller known = caller;
        if (known == null) {
            throw new SignInNeeded();
        }
        return known;
    }

    public @Nullable Caller callerIfKnown() {
        return caller;
    }

    public @Nullable String session() {
        return session;
    }

    /** From now on the browser is known by that session. */
    public void open(String token) {
        cookies.set(request, SESSION, token, Sessions.LIFETIME);
        cookies.remove(request, STRANGER);
        caller = sessions.find(token).orElseThrow();
        lookUps.found(token);
        session = token;
        seed = token;
    }

    public void close() {
        cookies.remove(request, SESSION);
    }

    /**
     * What each form has to hold; made from what only this browser has, and of no use elsewhere.
     */
    public String formToken() {
        return KeyHash.of("form " + seed()).hex();
    }

    /** Names whoever comes, for what is to be done once for it. */
    String holder() {
        Caller known = caller;
        return known == null
                ? "visitor " + KeyHash.of(seed()).hex()
                : "console " + known.operator().value();
    }

    /** By which the logs are found: whoever let the request in has put it on the answer. */
    public String requestId() {
        String given = request.response().headers().get(REQUEST_ID);
        return given == null ? randomText() : given;
    }

    /** A name that a form is drawn with. */
    public String once() {
        return randomText();
    }

    public String path() {
        return request.normalizedPath();
    }

    /** With what is asked for in it. */
    public String address() {
        String asked = request.get(ASKED);
        return asked == null ? request.request().uri() : asked;
    }

    public RoutingContext request() {
        return request;
    }

    private String seed() {
        String known = seed;
        if (known == null) {
            known = randomText();
            seed = known;
            cookies.set(request, STRANGER, known, null);
        }
        return known;
    }

    private String randomText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(SEED_BYTES));
    }
}
