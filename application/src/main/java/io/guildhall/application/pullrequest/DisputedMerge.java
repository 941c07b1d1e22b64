package io.guildhall.application.pullrequest;

import io.guildhall.application.pullrequest.CarryOutStep.Scene;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.IdGenerator;

/** Leaves a trace of a merge that changes nothing, because a dispute decides. */
final class DisputedMerge {

    private static final String EVENT = "pull_request_merged";

    private final IdGenerator ids;
    private final Claims claims;
    private final Traces traces;

    DisputedMerge(IdGenerator ids, Claims claims, Traces traces) {
        this.ids = ids;
        this.claims = claims;
        this.traces = traces;
    }

    /** Once, in the look that first shows it; a claim that has said too much keeps silent. */
    void tell(TrackedPullRequest pullRequest, Scene scene) {
        var before = pullRequest.seen();
        boolean isKnown = before != null && before.stage() == Stage.MERGED;
        if (!scene.seen().isMerged() || isKnown) {
            return;
        }
        Claim claim = claims.find(scene.claim()).orElseThrow();
        var told =
                Trace.report(
                        new TraceId(ids.next()),
                        claim,
                        EVENT,
                        "Pull request #"
                                + pullRequest.name().number()
                                + " was merged; the dispute decides what that is worth",
                        null,
                        Visibility.PUBLIC,
                        traces.countOn(claim.id()),
                        scene.now());
        if (told instanceof Decision.Accepted<Trace>(var trace, var events)) {
            traces.add(trace);
            scene.events().addAll(events);
        }
    }
}
