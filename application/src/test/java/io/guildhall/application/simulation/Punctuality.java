package io.guildhall.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.Ports;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.submission.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time does nothing before it is due, however clocks jump: a bounty of which no timer has run out
 * is, with its claims, submissions and disputes, after a round of the timers what it was before.
 */
final class Punctuality {

    private final Ports ports;
    private final Known known;
    private final Map<BountyId, List<Object>> waiting = new HashMap<>();

    private Punctuality(Ports ports, Known known) {
        this.ports = ports;
        this.known = known;
    }

    /** As it is before a round of the timers. */
    static Punctuality before(Ports ports, Known known, Instant now) {
        var punctuality = new Punctuality(ports, known);
        for (BountyId bounty : known.bounties) {
            if (!punctuality.isSomethingDue(bounty, now)) {
                punctuality.waiting.put(bounty, punctuality.affairs(bounty));
            }
        }
        return punctuality;
    }

    /** After it. */
    void holds() {
        waiting.forEach((bounty, affairs) ->
                assertThat(affairs(bounty))
                        .as("nothing was due for %s", bounty)
                        .isEqualTo(affairs));
    }

    private List<Object> affairs(BountyId bounty) {
        List<Object> affairs = new ArrayList<>();
        affairs.add(bounty(bounty));
        claims(bounty).forEach(affairs::add);
        submissions(bounty).forEach(affairs::add);
        disputes(bounty).forEach(affairs::add);
        return affairs;
    }

    private boolean isSomethingDue(BountyId bounty, Instant now) {
        return isDue(bounty(bounty).timer(), now)
                || claims(bounty).anyMatch(claim -> isDue(claim.timer(), now))
                || submissions(bounty).anyMatch(submission -> isDue(submission.timer(), now))
                || disputes(bounty).anyMatch(dispute -> isDue(dispute.timer(), now));
    }

    private static boolean isDue(@Nullable Timer timer, Instant now) {
        return timer != null && timer.isDue(now);
    }

    private Bounty bounty(BountyId bounty) {
        return ports.bounties().find(bounty).orElseThrow();
    }

    private Stream<Claim> claims(BountyId bounty) {
        return known.claims.stream()
                .map(id -> ports.claims().find(id).orElseThrow())
                .filter(claim -> claim.bounty().equals(bounty));
    }

    private Stream<Submission> submissions(BountyId bounty) {
        return known.submissions.stream()
                .map(id -> ports.submissions().find(id).orElseThrow())
                .filter(submission -> submission.bounty().equals(bounty));
    }

    private Stream<Dispute> disputes(BountyId bounty) {
        return known.disputes.stream()
                .map(id -> ports.disputes().find(id).orElseThrow())
                .filter(dispute -> dispute.bounty().equals(bounty));
    }
}
