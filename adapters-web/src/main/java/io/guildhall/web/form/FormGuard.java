package io.guildhall.web.form;

import io.guildhall.web.page.PageRefused;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Lets forms pass that we drew for this very visitor, and nobody else's: another site can make a
 * browser send a form with our cookies, but it can neither read the token nor say that it is us.
 */
public final class FormGuard {

    /** htmx sends the token of the page in a header. */
    private static final String HEADER = "X-Form-Token";

    private FormGuard() {}

    public static void check(HttpServerRequest request, Form form, String token) {
        if (comesFromElsewhere(request)) {
            throw refused("It was sent from another site.");
        }
        String shown = request.getHeader(HEADER);
        String sent = shown == null ? form.text(Form.TOKEN) : shown;
        if (!same(sent, token)) {
            throw refused(
                    "It was not drawn for you, or you have signed in or out since it was drawn.");
        }
    }

    /** Browsers say where a form comes from; what says nothing of it is no browser of today. */
    private static boolean comesFromElsewhere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOurs(origin, request.authority());
    }

    private static boolean isOurs(String origin, @Nullable HostAndPort us) {
        try {
            URI from = new URI(origin);
            return us != null
                    && us.host().equalsIgnoreCase(from.getHost())
                    && port(us.port(), from.getScheme()) == port(from.getPort(), from.getScheme());
        } catch (java.net.URISyntaxException _) {
            return false;
        }
    }

    private static int port(int named, @Nullable String scheme) {
        if (named > 0) {
            return named;
        }
        return "https".equals(scheme) ? 443 : 80;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static PageRefused refused(String why) {
        return new PageRefused(
                403,
                "This form cannot be taken",
                why + " Nothing was changed. Go back, reload the page, and send it again.");
    }
}
