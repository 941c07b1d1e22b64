package io.guildhall.web.visit;

import io.guildhall.application.access.LookUps;
import io.guildhall.application.access.RateCounters.Counter;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimiter.Verdict;
import io.guildhall.application.access.RateLimits;
import io.guildhall.web.page.PageRefused;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** How often somebody may come: the same budgets as at the doors, and a narrow one for sign-ins. */
@Singleton
public final class Budget {

    /** In a minute, from one address: enough for people, useless for guessing. */
    public static final int SIGN_INS = 10;

    private final RateLimits limits;
    private final RateLimiter limiter;
    private final LookUps lookUps;

    Budget(RateLimits limits, RateLimiter limiter, LookUps lookUps) {
        this.limits = limits;
        this.limiter = limiter;
        this.lookUps = lookUps;
    }

    /** Finds out who comes, unless too much that was shown from its address was nobody's. */
    void begin(Visit visit) {
        String shown = visit.shown();
        if (shown == null) {
            visit.begin();
            return;
        }
        String address = address(visit.request().request());
        lookUps.refusal(shown, address).ifPresent(verdict -> refuse(verdict, visit));
        visit.begin();
        if (visit.session() == null) {
            lookUps.notFound(shown, address);
        } else {
            lookUps.found(shown);
        }
    }

    void draw(Visit visit) {
        HttpServerRequest request = visit.request().request();
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        draw(limits.budgets(visit.callerIfKnown(), address(request), !reads), visit);
    }

    /** For each attempt to sign in or to sign up. */
    public void drawForSignIn(Visit visit) {
        Counter counter = new Counter("sign-in:" + address(visit.request().request()), true);
        draw(List.of(new RateLimits.Budget(counter, SIGN_INS)), visit);
    }

    private void draw(List<RateLimits.Budget> budgets, Visit visit) {
        Verdict verdict = limiter.draw(budgets);
        if (!verdict.allowed()) {
            refuse(verdict, visit);
        }
    }

    private static void refuse(Verdict verdict, Visit visit) {
        long seconds = verdict.secondsUntilReset();
        visit.request().response().putHeader("Retry-After", String.valueOf(seconds));
        throw new PageRefused(
                429,
                "A moment, please",
                "Too many requests came from you within a minute. Try again in " + seconds + " s.");
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? "local"
                : String.valueOf(request.remoteAddress().hostAddress());
    }
}
