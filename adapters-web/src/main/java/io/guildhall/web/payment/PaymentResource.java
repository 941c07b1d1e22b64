package io.guildhall.web.money;

import io.guildhall.application.payment.ViewPayments;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Real money on its way in: where to pay it, and whether it has come. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class PaymentResource {

    private final Visit visit;
    private final Frames frames;
    private final ViewPayments payments;
    private final MarketClock clock;

    public PaymentResource(Visit visit, Frames frames, ViewPayments payments, MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.payments = payments;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "money", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaymentPage(Frame frame, PaymentView payment) implements TemplateInstance {}

    @GET
    @Path("money/payments/{id}")
    public Response payment(@PathParam("id") String id) {
        PaymentId payment =
                OpenBountyIds.PAYMENT
                        .off(id)
                        .map(PaymentId::new)
                        .orElseThrow(() -> new RefusedException(new NotFound("payment")));
        return Answers.ok(
                new PaymentPage(
                        frames.of("Payment", Section.MONEY),
                        PaymentView.of(payments.find(visit.caller(), payment), clock.instant())));
    }
}
