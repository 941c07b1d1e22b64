package io.guildhall.application.payment;

import io.guildhall.application.shared.OneByOne;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.rail.RailNoticeReader.About;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Hears what the rail told by itself. All that follows from it is that the rail is asked about what
 * it named: its notices come late, twice and in any order, and its answers do not.
 */
public final class HearRailNotices {

    private final UseCaseContext context;
    private final RailNotices notices;
    private final RailNoticeReader reader;
    private final Payments payments;
    private final PayeeAccounts accounts;
    private final Failures failures;
    private final InstantSource worldClock;
    private final OneByOne<RailNotice> oneByOne;

    public HearRailNotices(
            UseCaseContext context,
            RailNotices notices,
            RailNoticeReader reader,
            Payments payments,
            PayeeAccounts accounts,
            InstantSource worldClock,
            Failures failures) {
        this.context = context;
        this.notices = notices;
        this.reader = reader;
        this.payments = payments;
        this.accounts = accounts;
        this.failures = failures;
        this.worldClock = worldClock;
        this.oneByOne =
                new OneByOne<>(
                        context.transactions(),
                        () -> notices.takeDue(worldClock.instant()),
                        this::hear,
                        this::keepFailure);
    }

    /** Is told of what nobody foresaw. */
    @FunctionalInterface
    public interface Failures {

        /**
         * @param failed with this failure counted
         */
        void of(RailNotice failed, RuntimeException failure);
    }

    /**
     * The oldest first; one that fails is tried again later and holds up no other.
     *
     * @return how many were taken up; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        return oneByOne.handle(limit);
    }

    private void hear(RailNotice notice) {
        Instant now = context.clock().instant();
        reader.read(notice.body()).about().forEach(about -> ring(about, now));
        notices.heard(notice, worldClock.instant());
    }

    private void keepFailure(RailNotice notice, RuntimeException failure) {
        RailNotice failed = notice.failed();
        context.transactions()
                .run(() -> notices.postpone(failed, failed.dueAfter(worldClock.instant())));
        failures.of(failed, failure);
    }

    private void ring(About about, Instant now) {
        switch (about) {
            case About.OfPayment(var id) -> payments.find(id).ifPresent(found -> ring(found, now));
            case About.OfReceipt(var reference) ->
                    payments.byReceipt(reference).ifPresent(found -> ring(found, now));
            case About.OfPayeeAccount(var reference) ->
                    accounts.byReference(reference).ifPresent(found -> ring(found, now));
        }
    }

    /** What is asked about anyway needs no reminder. */
    private void ring(Payment payment, Instant now) {
        if (payment.ring(now) instanceof Decision.Accepted<Payment>(var rung, var _)) {
            payments.save(rung);
        }
    }

    private void ring(PayeeAccount account, Instant now) {
        if (account.ring(now) instanceof Decision.Accepted<PayeeAccount>(var rung, var _)) {
            accounts.save(rung);
        }
    }
}
