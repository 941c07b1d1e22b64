package io.guildhall.application.payout;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import java.util.Map;

/**
 * An admin has seen to what was in a payout's way: the worker gives it to its rail at once, blocked
 * or not, under the same key as ever.
 */
public final class RetryPayout {

    private final UseCaseContext context;
    private final Payouts payouts;
    private final Audit audit;

    public RetryPayout(UseCaseContext context, Payouts payouts, Audit audit) {
        this.context = context;
        this.payouts = payouts;
        this.audit = audit;
    }

    public record Command(Mandate mandate, PayoutId payout) {}

    public Payout handle(Command command) {
        command.mandate().require();
        return context.transactions()
                .run(() -> {
                    Payout payout =
                            Visible.orNotFound(payouts.find(command.payout()), _ -> true, "payout");
                    var retried = payout.retry(context.clock().instant()).orThrow();
                    Payout saved = payouts.save(retried.state());
                    audit.record(
                            command.mandate(),
                            AdminAct.RETRY_PAYOUT,
                            AuditSubject.of(payout.id()),
                            Map.of("stage", payout.stage().word()),
                            Map.of("stage", saved.stage().word()));
                    return saved;
                });
    }
}
