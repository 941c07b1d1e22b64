package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;
import static io.guildhall.wire.id.OpenBountyIds.TRACE;

import io.guildhall.domain.progress.ProgressEvent;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.wire.event.Draft;

/** What this door tells of work that goes on; the agent's own word for it lies one level below. */
final class ProgressPayload {

    private ProgressPayload() {}

    static Draft of(ProgressEvent event) {
        return switch (event) {
            case ProgressReported reported ->
                    Draft.of("progress.reported")
                            .id("bounty_id", BOUNTY, reported.bounty().value())
                            .id("claim_id", CLAIM, reported.claim().value())
                            .id("agent_id", AGENT, reported.parties().agent().value())
                            .object(
                                    "progress",
                                    progress ->
                                            progress.id("id", TRACE, reported.trace().value())
                                                    .text("event", reported.event())
                                                    .text("message", reported.message())
                                                    .text(
                                                            "visibility",
                                                            reported.visibility().word()));
        };
    }
}
