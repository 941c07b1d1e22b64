package io.guildhall.application.payout;

import io.guildhall.application.ledger.InTransit;
import io.guildhall.application.payout.Destinations.Way;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.util.List;

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
     * @return how many were taken up; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        List<Payout> taken = context.transactions().run(() -> take(limit));
        taken.stream()
                .filter(payout -> payout.stage() instanceof Sending)
                .forEach(payout -> record(payout, send(payout)));
        return taken.size();
    }

    private List<Payout> take(int limit) {
        Instant now = context.clock().instant();
        return payouts.takeDue(provider.rail(), now, limit).stream()
                .map(payout ->
                        payout.stage() instanceof Blocked
                                ? giveBack(payout, now)
                                : payouts.save(payout.attempt(now).orThrow().state()))
                .toList();
    }

    /** Its payee did nothing about it in time, and nothing was moved by the rail. */
    private Payout giveBack(Payout blocked, Instant now) {
        var returned = blocked.giveBack(now).orThrow();
        Payout saved = payouts.save(returned.state());
        inTransit.comeBack(saved, now);
        destinations.kept(saved, now);
        context.outbox().publish(returned.events(), now);
        return saved;
    }

    private Outcome send(Payout payout) {
        try {
            return switch (destinations.of(payout, context.clock().instant())) {
                case Way.Open(var destination) -> ask(payout, destination);
                case Way.Barred(var why, var nextAction) ->
                        barred(payout, new Outcome.Declined(why, nextAction));
            };
        } catch (RuntimeException e) {
            // Whether money moved is not known, so nothing may be concluded but that the rail is to
            // be asked again.
            return new Outcome.Unknown(e.getClass().getSimpleName());
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
        Outcome looked = ask(payout, new Destination.Nowhere());
        return looked instanceof Outcome.Declined ? barred : looked;
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

    private void record(Payout sent, Outcome outcome) {
        context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Payout current = payouts.find(sent.id()).orElseThrow();
                    switch (current.record(outcome, sent.attempts(), now)) {
                        case Decision.Refused<Payout> _ -> {
                            // Another worker took it over and has its answer already; the rail
                            // answered both alike.
                        }
                        case Decision.Accepted<Payout>(var recorded, var events) -> {
                            payouts.save(recorded);
                            if (recorded.stage() instanceof Completed) {
                                inTransit.gone(recorded, now);
                                destinations.reached(recorded, now);
                            }
                            context.outbox().publish(events, now);
                        }
                    }
                });
    }
}
