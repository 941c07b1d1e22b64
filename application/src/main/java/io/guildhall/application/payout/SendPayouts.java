package io.guildhall.application.payout;

import io.guildhall.application.ledger.InTransit;
import io.guildhall.application.payout.Destinations.Way;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Found;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Carries due payouts to their rail, and gives back what its payee left lying; what was to go by
 * another rail than the one that is set up waits for that. The intent is stored before the call and
 * the outcome after it, each in a unit of work of its own: a crash in between repeats the call
 * under the same key, never the money.
 */
public final class SendPayouts {

    private final UseCaseContext context;
    private final Payouts payouts;
    private final InTransit inTransit;
    private final PaymentProvider provider;
    private final Destinations destinations;

    public SendPayouts(
            UseCaseContext context,
            Payouts payouts,
            Ledger ledger,
            PaymentProvider provider,
            Destinations destinations) {
        this.context = context;
        this.payouts = payouts;
        this.inTransit = new InTransit(ledger, context.ids());
        this.provider = provider;
        this.destinations = destinations;
    }

    /**
     * Takes up one after the other, each when its turn has come: the lease of what waited for
     * others would be over before it is sent.
     *
     * @return how many were taken up; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        int taken = 0;
        Optional<Payout> next = limit > 0 ? take() : Optional.empty();
        while (next.isPresent()) {
            taken++;
            seeTo(next.get());
            next = taken < limit ? take() : Optional.empty();
        }
        return taken;
    }

    /** What is left lying is looked for at the rail first, outside of any unit of work. */
    private Optional<Payout> take() {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    return payouts.takeDue(provider.rail(), now, 1).stream()
                            .findFirst()
                            .map(payout ->
                                    payout.stage() instanceof Blocked
                                            ? payout
                                            : payouts.save(payout.attempt(now).orThrow().state()));
                });
    }

    private void seeTo(Payout taken) {
        if (taken.stage() instanceof Blocked) {
            Found found = lookFor(taken);
            record(taken, (current, now) -> current.giveBack(found, now));
        } else {
            send(taken)
                    .ifPresent(outcome ->
                            record(
                                    taken,
                                    (current, now) ->
                                            current.record(outcome, taken.attempts(), now)));
        }
    }

    /** Empty when it cannot be sent any more before somebody else may take it up. */
    private Optional<Outcome> send(Payout payout) {
        try {
            return switch (destinations.of(payout, context.clock().instant())) {
                case Way.Open(var destination) ->
                        payout.canBeSent(context.clock().instant())
                                ? Optional.of(ask(payout, destination))
                                : Optional.empty();
                case Way.Barred(var why, var nextAction) ->
                        Optional.of(barred(payout, new Outcome.Declined(why, nextAction)));
            };
        } catch (RuntimeException e) {
            // Whether money moved is not known, so nothing may be concluded but that the rail is to
            // be asked again.
            return Optional.of(new Outcome.Unknown(e.getClass().getSimpleName()));
        }
    }

    /**
     * What the rail was asked for without an answer may have gone already, to where it was to go
     * then: only the rail can say.
     */
    private Outcome barred(Payout payout, Outcome.Declined barred) {
        if (payout.unanswered() == null) {
            return barred;
        }
        return switch (provider.lookFor(payout.id(), new Destination.Nowhere())) {
            case Found.Gone _ -> new Outcome.Settled();
            case Found.Nothing _ -> barred;
            case Found.Unclear(var reason) -> new Outcome.Unknown(reason);
        };
    }

    private Found lookFor(Payout payout) {
        try {
            Destination to =
                    switch (destinations.of(payout, context.clock().instant())) {
                        case Way.Open(var destination) -> destination;
                        case Way.Barred _ -> new Destination.Nowhere();
                    };
            return provider.lookFor(payout.id(), to);
        } catch (RuntimeException e) {
            return new Found.Unclear(e.getClass().getSimpleName());
        }
    }

    private Outcome ask(Payout payout, Destination destination) {
        return provider.send(
                new Instruction(
                        payout.id(),
                        payout.payee(),
                        payout.net(),
                        destination,
                        payout.unanswered() != null));
    }

    private void record(Payout taken, BiFunction<Payout, Instant, Decision<Payout>> answer) {
        context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Payout current = payouts.find(taken.id()).orElseThrow();
                    switch (answer.apply(current, now)) {
                        case Decision.Refused<Payout> _ -> {
                            // Somebody else has taken it on meanwhile, and has the rail's answer to
                            // that.
                        }
                        case Decision.Accepted<Payout>(var recorded, var events) -> {
                            Payout saved = payouts.save(recorded);
                            moveMoney(saved, now);
                            context.outbox().publish(events, now);
                        }
                    }
                });
    }

    private void moveMoney(Payout recorded, Instant now) {
        if (recorded.stage() instanceof Completed) {
            inTransit.gone(recorded, now);
            destinations.reached(recorded, now);
        }
        if (recorded.stage() instanceof Returned) {
            inTransit.comeBack(recorded, now);
            destinations.kept(recorded, now);
        }
    }
}
