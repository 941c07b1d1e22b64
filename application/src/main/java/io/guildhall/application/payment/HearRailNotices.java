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
import java.time.Instant;
import java.util.Optional;

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

    public HearRailNotices(
            UseCaseContext context,
            RailNotices notices,
            RailNoticeReader reader,
            Payments payments,
            PayeeAccounts accounts) {
        this.context = context;
        this.notices = notices;
        this.reader = reader;
        this.payments = payments;
        this.accounts = accounts;
    }

    /**
     * @return how many were heard; as many as {@code limit} means that more may wait
     */
    public int handle(int limit) {
        int heard = 0;
        while (heard < limit && context.transactions().run(this::hearNext)) {
            heard++;
        }
        return heard;
    }

    private boolean hearNext() {
        Instant now = context.clock().instant();
        Optional<RailNotice> next = notices.takeUnheard();
        next.ifPresent(notice -> {
            reader.read(notice.body()).about().forEach(about -> ring(about, now));
            notices.heard(notice, now);
        });
        return next.isPresent();
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
