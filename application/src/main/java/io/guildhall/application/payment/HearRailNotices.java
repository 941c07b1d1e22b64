package io.guildhall.application.payment;

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
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the rail told by itself. All that follows from it is that the rail is asked about what
 * it named: its notices come late, twice and in any order, and its answers do not.
 */
public final class HearRailNotices {

    private static final int TOLD_MAX = 1_000;

    private final UseCaseContext context;
    private final RailNotices notices;
    private final RailNoticeReader reader;
    private final Payments payments;
    private final PayeeAccounts accounts;
    private final Failures failures;
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();

    public HearRailNotices(
            UseCaseContext context,
            RailNotices notices,
            RailNoticeReader reader,
            Payments payments,
            PayeeAccounts accounts,
            Failures failures) {
        this.context = context;
        this.notices = notices;
        this.reader = reader;
        this.payments = payments;
        this.accounts = accounts;
        this.failures = failures;
    }

    /** Is told of what nobody foresaw, once for each notice until it is heard. */
    @FunctionalInterface
    public interface Failures {
        void of(RailNotice notice, RuntimeException failure);
    }

    /**
     * What cannot be heard holds up nothing that came after it, and is tried again next time.
     *
     * @return how many were heard; as many as {@code limit} means that more may wait
     */
    public int handle(int limit) {
        AtomicReference<@Nullable RailNotice> tried = new AtomicReference<>();
        RailNotice behind = null;
        int heard = 0;
        int failed = 0;
        while (heard < limit && failed < limit) {
            tried.set(null);
            try {
                if (!hearNext(behind, tried)) {
                    return heard;
                }
                heard++;
            } catch (RefusedException outage) {
                // The database is away, which is no fault of the notice.
                throw outage;
            } catch (RuntimeException failure) {
                RailNotice unheardOf = tried.get();
                if (unheardOf == null) {
                    throw failure;
                }
                behind = unheardOf;
                failed++;
                tell(unheardOf, failure);
            }
        }
        return heard;
    }

    /**
     * @param behind the last that could not be heard, or null
     * @param tried is told which one it is
     */
    private boolean hearNext(
            @Nullable RailNotice behind, AtomicReference<@Nullable RailNotice> tried) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Optional<RailNotice> next = notices.takeUnheard(behind);
                    next.ifPresent(notice -> {
                        tried.set(notice);
                        reader.read(notice.body()).about().forEach(about -> ring(about, now));
                        notices.heard(notice, now);
                        unheard.remove(notice.id());
                    });
                    return next.isPresent();
                });
    }

    private void tell(RailNotice notice, RuntimeException failure) {
        if (unheard.size() < TOLD_MAX && unheard.add(notice.id())) {
            failures.of(notice, failure);
        }
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
