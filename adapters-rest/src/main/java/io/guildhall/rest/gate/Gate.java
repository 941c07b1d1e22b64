package io.guildhall.rest.gate;

import io.guildhall.domain.party.Caller;
import io.guildhall.rest.problem.Envelopes;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What every request to a door passes before any routing, so that unknown paths and methods are
 * counted and answered like all others: who sends it, how often it may, and that it is not too
 * large.
 *
 * <p>It runs on the event loop and never waits there; a caller that must be looked up is looked up
 * on a virtual thread.
 */
@Singleton
final class Gate {

    /** After CORS, which answers a browser's preflight by itself, and before everything else. */
    private static final int PRIORITY = 250;

    private static final String PASS = Gate.class.getName();
    private static final String REFUSAL = Gate.class.getName() + ".refusal";

    private final Arrival arrival;
    private final Envelopes envelopes;
    private final Identities identities;
    private final Budgets budgets;
    private final Refusals refusals;
    private final ExecutorService virtualThreads;

    Gate(
            Arrival arrival,
            Envelopes envelopes,
            Identities identities,
            Budgets budgets,
            Refusals refusals,
            @VirtualThreads ExecutorService virtualThreads) {
        this.arrival = arrival;
        this.envelopes = envelopes;
        this.identities = identities;
        this.budgets = budgets;
        this.refusals = refusals;
        this.virtualThreads = virtualThreads;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    static @Nullable Pass passOf(RoutingContext request) {
        return request.get(PASS);
    }

    /** Why what the request shows proves nobody; null when it shows nothing, or does. */
    static @Nullable Problem refusalOf(RoutingContext request) {
        return request.get(REFUSAL);
    }

    private void pass(RoutingContext request) {
        arrival.greet(request);
        if (envelopes.at(request.normalizedPath()).isEmpty()) {
            request.next();
            return;
        }
        arrival.forbidStoring(request);
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            admit(request, null);
            return;
        }
        Bearer.in(authorization)
                .ifPresentOrElse(
                        keyOrToken -> recognise(request, keyOrToken),
                        () -> turnAway(request, Bearer.NOT_BEARER));
    }

    private void recognise(RoutingContext request, String keyOrToken) {
        Optional<Pass> remembered = identities.remembered(keyOrToken);
        if (remembered.isPresent()) {
            admit(request, remembered.get());
            return;
        }
        Optional<Problem> refusal = budgets.refusalToLook(request, keyOrToken);
        if (refusal.isPresent()) {
            refusals.answer(request, refusal.get());
            return;
        }
        Context eventLoop = request.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            Runnable rest = lookUp(request, keyOrToken);
            eventLoop.runOnContext(_ -> rest.run());
        });
    }

    /** Looks who it is, and says how the request goes on. */
    private Runnable lookUp(RoutingContext request, String keyOrToken) {
        try {
            Optional<Pass> found = identities.find(keyOrToken);
            return () ->
                    found.ifPresentOrElse(
                            pass -> {
                                budgets.found(keyOrToken);
                                admit(request, pass);
                            },
                            () -> {
                                budgets.notFound(request, keyOrToken);
                                turnAway(request, Bearer.notKnown(keyOrToken));
                            });
        } catch (RuntimeException e) {
            Problem problem = Problems.explain(e);
            return () -> {
                budgets.tellOfAddress(request);
                refusals.answer(request, problem);
            };
        }
    }

    private void admit(RoutingContext request, @Nullable Pass pass) {
        if (!draw(request, pass == null ? null : pass.caller())) {
            return;
        }
        if (BodyReader.isDeclaredTooLarge(request.request())) {
            refusals.answer(request, BodyReader.TOO_LARGE);
            return;
        }
        request.put(PASS, pass);
        request.next();
    }

    /** A wrong key counts against the address it comes from. */
    private void turnAway(RoutingContext request, Problem problem) {
        String path = request.normalizedPath();
        if (envelopes.of(path).tellsOfUnknownKeysLater(path)) {
            request.put(REFUSAL, problem);
            admit(request, null);
            return;
        }
        if (draw(request, null)) {
            refusals.answer(request, problem);
        }
    }

    private boolean draw(RoutingContext request, @Nullable Caller caller) {
        Optional<Problem> refusal = budgets.draw(request, caller);
        refusal.ifPresent(problem -> refusals.answer(request, problem));
        return refusal.isEmpty();
    }
}
