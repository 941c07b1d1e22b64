package io.guildhall.application.payee;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payee.PayeeOnboarding.Facts;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Asks the rail about accounts of which something may have changed, and lets payouts go on that
 * waited for them.
 */
public final class FollowPayees {

    private static final int RESUMED_AT_ONCE = 100;

    private final UseCaseContext context;
    private final PayeeAccounts accounts;
    private final PayeeOnboarding onboarding;
    private final Payouts payouts;

    public FollowPayees(
            UseCaseContext context,
            PayeeAccounts accounts,
            PayeeOnboarding onboarding,
            Payouts payouts) {
        this.context = context;
        this.accounts = accounts;
        this.onboarding = onboarding;
        this.payouts = payouts;
    }

    /**
     * @return how many were taken up; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        List<PayeeAccount> taken = context.transactions().run(() -> take(limit));
        taken.forEach(this::follow);
        return taken.size();
    }

    private List<PayeeAccount> take(int limit) {
        Instant now = context.clock().instant();
        return accounts.takeDue(now, limit).stream()
                .map(account -> accounts.save(account.look(now).orThrow().state()))
                .toList();
    }

    private void follow(PayeeAccount taken) {
        Facts facts;
        try {
            facts = onboarding.facts(Objects.requireNonNull(taken.reference()));
        } catch (RefusedException _) {
            // The rail is away; the look's lease ends, and then it is asked again.
            return;
        }
        context.transactions().run(() -> record(taken, facts));
    }

    private void record(PayeeAccount taken, Facts facts) {
        Instant now = context.clock().instant();
        PayeeAccount current = accounts.of(taken.operator()).orElseThrow();
        if (current.version() != taken.version()) {
            // Something was heard of it meanwhile, or another has taken its place.
            return;
        }
        var told = current.told(facts, now).orThrow();
        PayeeAccount saved = accounts.save(told.state());
        context.outbox().publish(told.events(), now);
        if (saved.isUsable(now)) {
            for (Payout blocked : payouts.blockedOf(saved.operator(), RESUMED_AT_ONCE)) {
                payouts.save(blocked.resume(now).orThrow().state());
            }
        }
    }
}
