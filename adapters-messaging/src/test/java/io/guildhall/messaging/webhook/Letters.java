package io.guildhall.messaging.webhook;

import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.EventLog.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Letters that tell of one opened bounty. */
final class Letters {

    static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final Secret NEWER_SECRET = Secret.of(new byte[Secret.BYTES]);
    static final Instant AT = Instant.parse("2026-11-24T12:00:00.5Z");

    private static final Recorded OPENED =
            new Recorded(
                    new UUID(1, 1),
                    new BountyOpened(
                            new BountyId(new UUID(1, 2)),
                            new OperatorId(new UUID(1, 3)),
                            "Übersetze den Parser",
                            new Money(15_000, Currency.USD)),
                    AT);

    private Letters() {}

    static Letter to(String url) {
        return to(url, SECRET);
    }

    static Letter to(String url, Secret... newestFirst) {
        return new Letter(
                new DeliveryId(new UUID(1, 4)),
                url,
                List.of(newestFirst),
                PayloadForm.OPENBOUNTY,
                OPENED,
                1,
                AT);
    }
}
