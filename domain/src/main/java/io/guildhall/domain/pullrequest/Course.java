package io.guildhall.domain.pullrequest;

import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.Step.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a look at a pull request. It depends on nothing else, so that a notice that is
 * lost, late, doubled or out of order changes nothing: whoever looks later decides the same.
 *
 * @param handIn how it was handed in last under its claim; null when it was not
 * @param askedAt when somebody was last asked to review it, by GitHub's clock; null when nobody was
 *     or nobody told
 */
public record Course(
        Sighting seen,
        Standing standing,
        Verification verification,
        @Nullable HandIn handIn,
        @Nullable Instant askedAt,
        Circumstances given) {

    public Step next() {
        return switch (standing) {
            case CLAIM_NOT_FINAL -> new Step.Wait(Reason.CLAIM_TO_BE_FINAL);
            case WORKING -> whileWorking();
            case AT_THE_GATE -> new Step.Wait(Reason.QUALITY_GATE);
            case UNDER_REVIEW -> underReview();
            case REVIEW_OVER -> holdsAll() ? new Step.Accept() : toBeAccepted();
            case OTHER_WORK -> new Step.Wait(Reason.POSTER);
            case ROUNDS_SPENT -> new Step.Wait(Reason.END_OF_CLAIM);
            case DISPUTED -> new Step.Wait(Reason.DISPUTE);
            case OVER -> new Step.Finish();
        };
    }

    private Step whileWorking() {
        return switch (seen.stage()) {
            case DRAFT -> new Step.Wait(Reason.READINESS);
            case CLOSED -> new Step.Wait(Reason.REOPENING);
            case OPEN, MERGED -> isNews() ? new Step.Submit() : new Step.Wait(Reason.NEWS);
        };
    }

    /**
     * What was sent back is handed in again only when something has happened since: without that
     * the same work would use up the rounds that an agent has.
     */
    private boolean isNews() {
        if (handIn == null || handIn.closed() || !handIn.head().equals(seen.head())) {
            return true;
        }
        boolean isMergedSince = seen.stage() == Stage.MERGED && !handIn.merged();
        boolean isAskedSince = askedAt != null && askedAt.isAfter(handIn.heardUntil());
        return isMergedSince || isAskedSince;
    }

    private Step underReview() {
        return switch (seen.stage()) {
            case MERGED -> holdsAll() ? new Step.Accept() : toBeAccepted();
            case CLOSED ->
                    verification.asksFor(Proof.MERGE) && seen.isTurnedDown(given)
                            ? new Step.Reject()
                            : new Step.Wait(Reason.POSTER);
            case DRAFT, OPEN -> {
                List<ReviewVerdict> unheard = handIn == null ? List.of() : seen.unheard(handIn);
                if (!unheard.isEmpty()) {
                    yield new Step.RequestRevision(unheard);
                }
                yield holdsAll() ? new Step.Accept() : toBeAccepted();
            }
        };
    }

    /** What it shows now of what the terms may ask for. */
    public Set<Proof> held() {
        return seen.held(given);
    }

    /** Whether the poster has said beforehand that this is enough. */
    private boolean holdsAll() {
        return verification.isAutomatic() && isShown();
    }

    private Step toBeAccepted() {
        return new Step.Wait(isShown() ? Reason.POSTER : Reason.PROOFS);
    }

    private boolean isShown() {
        return verification.missing(held()).isEmpty();
    }
}
