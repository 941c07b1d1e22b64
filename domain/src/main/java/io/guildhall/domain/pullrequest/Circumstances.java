package io.guildhall.domain.pullrequest;

import java.time.Instant;

/**
 * What one look at a pull request cannot show, and what it shows depends on.
 *
 * @param postedAt when the bounty was posted, by the world's clock: what was merged long ago is not
 *     work for it
 * @param knownBefore whether it was the claim's work, or named its issue, before it was merged: its
 *     author can still change what it says
 * @param checksLast whether the result of its checks was the same some time before, see {@link
 *     TrackedPullRequest#checksLast}
 * @param sameRepository whether the repository had its name already when the bounty was posted:
 *     whoever takes a name that was given up is not asked what work is worth
 * @param tokensGiven whether somebody was given a token of ours for the repository: other Apps may
 *     have done there what whoever bears one had them do
 */
public record Circumstances(
        Instant postedAt,
        boolean knownBefore,
        boolean checksLast,
        boolean sameRepository,
        boolean tokensGiven) {}
