package io.guildhall.application.timer;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.submission.Submission;
import java.time.Instant;

/**
 * Things as time alone has made them by now, whether or not that was carried out yet. Commands are
 * judged by it, so that nobody gains by being faster than a timer.
 */
public final class AsOfNow {

    private AsOfNow() {}

    public static Claim claim(Claim kept, Instant now) {
        return changed(kept, kept.end(now));
    }

    public static Submission submission(Submission kept, Bounty bounty, Instant now) {
        return changed(kept, kept.acceptByTime(bounty.fees().net(bounty.terms().reward()), now));
    }

    public static Dispute dispute(Dispute kept, Instant now) {
        return changed(kept, kept.timeOut(now));
    }

    private static <S> S changed(S kept, Decision<S> byTime) {
        return switch (byTime) {
            case Decision.Refused<S> _ -> kept;
            case Decision.Accepted<S>(var state, var _) -> state;
        };
    }
}
