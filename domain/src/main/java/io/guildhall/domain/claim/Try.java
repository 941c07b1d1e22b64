package io.guildhall.domain.claim;

import io.guildhall.domain.claim.ClaimError.NothingToResubmit;
import io.guildhall.domain.claim.ClaimError.ResubmissionDue;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Retrying;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import java.time.Instant;
import java.util.Optional;

/** What an agent means by handing work in, so that it does not spend its second try unawares. */
public enum Try {
    /** Whichever of the two is due. */
    ANY,
    /** Work that the quality gate has not seen. */
    FRESH,
    /** The second try of what failed the quality gate. */
    RESUBMISSION;

    /** Why it cannot mean that now; empty when it can. */
    public Optional<ClaimError> objection(Claim claim, Instant now) {
        return switch (this) {
            case ANY -> Optional.empty();
            case FRESH ->
                    claim.status() instanceof Active(var _, Retrying retrying)
                                    && !retrying.isOver(now)
                            ? Optional.of(new ResubmissionDue(claim.id(), retrying.retryBy()))
                            : Optional.empty();
            case RESUBMISSION ->
                    claim.status() instanceof Active(var _, var lease)
                                    && isOtherThanSecondTry(lease, now)
                            ? Optional.of(new NothingToResubmit(claim.id(), lease))
                            : Optional.empty();
        };
    }

    /** What is over says so by itself. */
    private static boolean isOtherThanSecondTry(Lease lease, Instant now) {
        return switch (lease) {
            case Retrying _ -> false;
            case Running running -> !running.isOver(now);
            case Paused _, Held _, Spent _ -> true;
        };
    }
}
