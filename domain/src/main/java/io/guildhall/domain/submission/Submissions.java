package io.guildhall.domain.submission;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All submissions. A claim has at most one in each round. */
public interface Submissions {

    /** In UTF-8: a single one may hold close to a million, and a page is held in memory whole. */
    int PAGE_BYTES_MAX = 4 * 1024 * 1024;

    Optional<Submission> find(SubmissionId id);

    /** Of one claim, in the order of their rounds. */
    List<Submission> ofClaim(ClaimId claim);

    /** The claim's submission of that round. */
    default Optional<Submission> ofRound(ClaimId claim, int round) {
        return ofClaim(claim).stream().filter(found -> found.round() == round).findFirst();
    }

    /** Newest first: all of the bounty for its poster, the caller's own for others. */
    default Page<Submission> onBounty(BountyId bounty, Caller viewer, PageRequest page) {
        return onBounty(bounty, viewer, Set.of(), page);
    }

    /**
     * The same. A page whose texts would come to more than {@link #PAGE_BYTES_MAX} ends earlier
     * than it was asked to, though not without any.
     *
     * @param shown claims on it of which the viewer sees all submissions, whosever they are
     */
    Page<Submission> onBounty(BountyId bounty, Caller viewer, Set<ClaimId> shown, PageRequest page);

    /** Handed in on the bounty before the one named, by whomever, newest first. */
    List<Submission> before(Submission submission, int limit);

    /**
     * With the gate at that time and asked for by nobody then, the one that has to be judged first
     * coming first; reads only and keeps nobody out.
     */
    List<SubmissionId> toBeJudged(Instant now, int limit);

    void add(Submission submission);

    /**
     * Keeps the submission's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the submission with its new version
     */
    Submission save(Submission submission);
}
