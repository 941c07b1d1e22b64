package io.guildhall.web.visit;

import io.guildhall.application.access.PublicAddress;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Cookies of ours. Behind https they carry {@code __Host-}, which no other host and no plain
 * connection can set.
 */
@Singleton
public final class Cookies {

    private static final int LENGTH_MAX = 4_000;

    private final boolean publicIsSecure;

    Cookies(PublicAddress address) {
        this.publicIsSecure = address.base().startsWith("https://");
    }

    /** Null when it was not sent. */
    public @Nullable String read(RoutingContext request, String name) {
        Cookie cookie = request.request().getCookie(name(request, name));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /**
     * @param age how long the browser keeps it; null until it is closed
     */
    public void set(RoutingContext request, String name, String value, @Nullable Duration age) {
        if (value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("No browser keeps a cookie of " + value.length());
        }
        Cookie cookie = ours(request, name, value);
        if (age != null) {
            cookie.setMaxAge(age.toSeconds());
        }
        request.response().addCookie(cookie);
    }

    public void remove(RoutingContext request, String name) {
        request.response().addCookie(ours(request, name, "").setMaxAge(0));
    }

    private Cookie ours(RoutingContext request, String name, String value) {
        return Cookie.cookie(name(request, name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isSecure(request))
                .setSameSite(CookieSameSite.LAX);
    }

    private String name(RoutingContext request, String name) {
        return isSecure(request) ? "__Host-" + name : name;
    }

    private boolean isSecure(RoutingContext request) {
        return publicIsSecure || "https".equals(request.request().scheme());
    }
}
