package io.guildhall.web.visit;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Light, dark, or as the browser has it; kept by the browser. */
@Singleton
public final class Themes {

    private static final String COOKIE = "guildhall-theme";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final List<String> KNOWN = List.of("auto", "light", "dark");

    private final Cookies cookies;

    Themes(Cookies cookies) {
        this.cookies = cookies;
    }

    String of(RoutingContext request) {
        return known(String.valueOf(cookies.read(request, COOKIE)));
    }

    public void choose(RoutingContext request, String theme) {
        cookies.set(request, COOKIE, known(theme), KEPT);
    }

    private static String known(String theme) {
        return KNOWN.contains(theme) ? theme : KNOWN.getFirst();
    }
}
