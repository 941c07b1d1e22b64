package io.guildhall.application.inmemory;

import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands notices such as {@code evt-1 payment 0198…}: an id, a word, and what it is about;
 * they are signed with their own length.
 */
final class TextNoticeReader implements RailNoticeReader {

    @Override
    public Told read(String body, @Nullable String signature) {
        if (!String.valueOf(body.length()).equals(signature)) {
            throw new RefusedException(new NotFound("signature"));
        }
        return read(body);
    }

    @Override
    public Told read(String kept) {
        String[] words = kept.split(" ", -1);
        return new Told(
                words[0],
                words[1],
                switch (words[1]) {
                    case "payment" ->
                            List.of(new About.OfPayment(new PaymentId(UUID.fromString(words[2]))));
                    case "receipt" -> List.of(new About.OfReceipt(words[2]));
                    case "account" -> List.of(new About.OfPayeeAccount(words[2]));
                    default -> List.of();
                });
    }
}
