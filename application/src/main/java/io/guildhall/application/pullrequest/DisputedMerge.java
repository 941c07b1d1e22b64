package io.guildhall.application.pullrequest;

import io.guildhall.application.pullrequest.CarryOutStep.Scene;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.IdGenerator;
import java.util.Set;

/**
 * Leaves a trace of a merge that changes nothing, because a dispute decides. The arbiter reads by
 * whom it was done, and whether it would have counted: anybody's merge may be the agent's own.
 */
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

    /**
     * Once, in the look that first shows it; a claim that has said too much keeps silent.
     *
     * @param held what the look shows of what terms can ask for
     */
    void tell(TrackedPullRequest pullRequest, Set<Proof> held, Scene scene) {
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
                                + " was merged "
                                + byWhom(scene.seen())
                                + (held.contains(Proof.MERGE) ? "" : ", which shows nothing")
                                + "; the dispute decides what that is worth",
                        null,
                        Visibility.PUBLIC,
                        traces.countOn(claim.id()),
                        scene.now());
        if (told instanceof Decision.Accepted<Trace>(var trace, var events)) {
            traces.add(trace);
            scene.events().addAll(events);
        }
    }

    /** Without a name: a trace is for everybody to read, and the repository may be private. */
    private static String byWhom(Sighting seen) {
        GithubAccount by = seen.pullRequest().mergedBy();
        if (by == null) {
            return "by somebody whom GitHub does not name";
        }
        if (by.id() == seen.pullRequest().author().id()) {
            return "by its author";
        }
        return switch (seen.endedBy()) {
            case SOMEBODY -> "by somebody else than its author";
            case ANOTHER_APP -> "by another App";
            case OUR_APP -> "with a token of this market";
        };
    }
}
