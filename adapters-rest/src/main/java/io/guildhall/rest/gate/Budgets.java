package io.guildhall.rest.gate;

import io.guildhall.application.access.LookUps;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimiter.Verdict;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.access.RateLimits.Budget;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts requests against the budgets of those who send them, and tells what is left. */
@Singleton
final class Budgets {

    private static final String REMAINING = "X-RateLimit-Remaining";
    private static final Set<HttpMethod> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RateLimits limits;
    private final RateLimiter limiter;
    private final LookUps lookUps;

    Budgets(RateLimits limits, RateLimiter limiter, LookUps lookUps) {
        this.limits = limits;
        this.limiter = limiter;
        this.lookUps = lookUps;
    }

    /**
     * @param caller null when nobody proved who calls
     * @return why the request goes no further, if it does not
     */
    Optional<Problem> draw(RoutingContext request, @Nullable Caller caller) {
        HttpServerRequest http = request.request();
        if (http.method().equals(HttpMethod.OPTIONS)
                && http.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return Optional.empty();
        }
        return draw(request, limits.budgets(caller, address(http), isWrite(http)));
    }

    /**
     * Why nobody is looked for by what the request shows, if so: too much that was shown from its
     * address was nobody's.
     */
    Optional<Problem> refusalToLook(RoutingContext request, String keyOrToken) {
        return lookUps.refusal(keyOrToken, address(request.request()))
                .map(verdict -> {
                    tell(request.response(), verdict);
                    return tooMany(verdict);
                });
    }

    void found(String keyOrToken) {
        lookUps.found(keyOrToken);
    }

    void notFound(RoutingContext request, String keyOrToken) {
        lookUps.notFound(keyOrToken, address(request.request()));
    }

    /** The same for an agent whose operator's budget was drawn on before. */
    Optional<Problem> drawOnAgents(RoutingContext request, Caller agent) {
        return draw(request, limits.ofAgent(agent.asAgent(), isWrite(request.request())));
    }

    /** Who calls cannot be told now: it is charged nothing, and hears of its address's budget. */
    void tellOfAddress(RoutingContext request) {
        HttpServerRequest http = request.request();
        Budget ofAddress = limits.budgets(null, address(http), isWrite(http)).getFirst();
        tell(request.response(), limiter.look(ofAddress));
    }

    private Optional<Problem> draw(RoutingContext request, List<Budget> budgets) {
        Verdict verdict = limiter.draw(budgets);
        HttpServerResponse response = request.response();
        if (!verdict.allowed() || isNearer(verdict, response.headers().get(REMAINING))) {
            tell(response, verdict);
        }
        return verdict.allowed() ? Optional.empty() : Optional.of(tooMany(verdict));
    }

    private static void tell(HttpServerResponse response, Verdict verdict) {
        response.putHeader("X-RateLimit-Limit", String.valueOf(verdict.limit()));
        response.putHeader(REMAINING, String.valueOf(verdict.remaining()));
        response.putHeader(
                "X-RateLimit-Reset", String.valueOf(verdict.resetsAt().getEpochSecond()));
    }

    private static String address(HttpServerRequest http) {
        return http.remoteAddress() == null
                ? "local"
                : String.valueOf(http.remoteAddress().hostAddress());
    }

    /** Whichever budget is nearer to its end is the one that is told of. */
    private static boolean isNearer(Verdict verdict, @Nullable String remaining) {
        return remaining == null || verdict.remaining() < Long.parseLong(remaining);
    }

    private static boolean isWrite(HttpServerRequest http) {
        return !READS.contains(http.method());
    }

    private static Problem tooMany(Verdict verdict) {
        long seconds = verdict.secondsUntilReset();
        return Problem.of(
                        Fault.RATE_LIMITED,
                        "Rate limit of "
                                + verdict.limit()
                                + " requests a minute exceeded; try again in "
                                + seconds
                                + " s")
                .with("Retry-After", String.valueOf(seconds));
    }
}
