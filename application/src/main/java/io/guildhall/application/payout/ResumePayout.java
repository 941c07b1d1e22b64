package io.guildhall.application.payout;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;

/** The payee has done what a blocked payout asked of it: it is sent again, by the same key. */
public final class ResumePayout {

    private final UseCaseContext context;
    private final Payouts payouts;

    public ResumePayout(UseCaseContext context, Payouts payouts) {
        this.context = context;
        this.payouts = payouts;
    }

    public record Command(Caller caller, PayoutId payout) {}

    public Payout handle(Command command) {
        var payee = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    Payout payout =
                            Visible.orNotFound(
                                    payouts.find(command.payout()),
                                    found -> found.payee().equals(payee),
                                    "payout");
                    return payouts.save(payout.resume(context.clock().instant()).orThrow().state());
                });
    }
}
