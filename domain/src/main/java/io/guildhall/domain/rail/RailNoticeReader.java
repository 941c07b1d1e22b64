package io.guildhall.domain.rail;

import io.guildhall.domain.payment.PaymentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands what the rail tells by itself. */
public interface RailNoticeReader {

    /**
     * @throws io.guildhall.domain.shared.RefusedException when the rail has not signed just this
     *     body, and lately
     */
    Told read(String body, @Nullable String signature);

    /** The same for one that was kept, whose signature was checked when it came. */
    Told read(String kept);

    record Told(String id, String type, List<About> about) {

        public Told {
            about = List.copyOf(about);
        }
    }

    /** What may have changed, and is to be looked at. */
    sealed interface About {
        record OfPayment(PaymentId payment) implements About {}

        record OfReceipt(String reference) implements About {}

        record OfPayeeAccount(String reference) implements About {}
    }
}
