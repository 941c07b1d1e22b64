package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;
import static io.guildhall.wire.id.OpenBountyIds.TRACE;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.progress.ProgressEvent;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Visibility;
import java.util.Locale;

/** What was heard of work that goes on, as JSON. */
final class ProgressEventJson {

    private ProgressEventJson() {}

    static Draft encode(ProgressEvent event) {
        return switch (event) {
            case ProgressReported reported ->
                    PartiesJson.put(
                                    Draft.of("progress.reported")
                                            .id("trace_id", TRACE, reported.trace().value())
                                            .id("bounty_id", BOUNTY, reported.bounty().value())
                                            .id("claim_id", CLAIM, reported.claim().value()),
                                    reported.parties())
                            .text("event", reported.event())
                            .text("message", reported.message())
                            .text("visibility", reported.visibility().word());
        };
    }

    static ProgressEvent decode(String kind, Fields fields) {
        if (!kind.equals("progress.reported")) {
            throw EventJson.unknown(kind);
        }
        return new ProgressReported(
                new TraceId(fields.id("trace_id", TRACE)),
                new BountyId(fields.id("bounty_id", BOUNTY)),
                new ClaimId(fields.id("claim_id", CLAIM)),
                PartiesJson.read(fields),
                fields.text("event"),
                fields.text("message"),
                Visibility.valueOf(fields.text("visibility").toUpperCase(Locale.ROOT)));
    }
}
