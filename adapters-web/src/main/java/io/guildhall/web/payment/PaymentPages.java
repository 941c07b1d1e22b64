package io.guildhall.web.payment;

import io.guildhall.application.payment.ViewPayments;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.shared.Page;
import io.guildhall.web.form.Form;
import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Frames;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws payments into the market. */
@Singleton
final class PaymentPages {

    private static final int PAYMENTS = 20;

    private final Frames frames;
    private final ViewPayments payments;
    private final RealMoney realMoney;
    private final MarketClock clock;

    PaymentPages(Frames frames, ViewPayments payments, RealMoney realMoney, MarketClock clock) {
        this.frames = frames;
        this.payments = payments;
        this.realMoney = realMoney;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Payments(Frame frame, List<PaymentView> payments, @Nullable String next)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaymentPage(Frame frame, PaymentView payment, Form form, Complaint complaint)
            implements TemplateInstance {}

    TemplateInstance list(Caller caller, @Nullable String after) {
        realMoney.mustBeHere();
        Page<Payment> found =
                payments.list(caller, Paging.from(after, OpenBountyIds.PAYMENT, PAYMENTS));
        Instant now = clock.instant();
        return new Payments(
                frames.of("Payments", Section.MONEY),
                found.items().stream().map(payment -> PaymentView.of(payment, now)).toList(),
                Paging.next(
                        found,
                        "/money/payments",
                        OpenBountyIds.PAYMENT,
                        payment -> payment.id().value()));
    }

    TemplateInstance of(Payment payment, Form form, Complaint complaint) {
        return new PaymentPage(
                frames.of("Payment", Section.MONEY),
                PaymentView.of(payment, clock.instant()),
                form,
                complaint);
    }
}
