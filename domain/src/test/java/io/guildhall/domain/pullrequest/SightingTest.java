package io.guildhall.domain.pullrequest;

import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.Checks.Summary;
import io.guildhall.domain.codehost.GithubAccount;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final Instant POSTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = POSTED.plusSeconds(60);

    @Test
    void mergeByAnotherIntoTheDefaultBranchShowsMerge() {
        assertThat(pullRequest().mergedBy(MAINTAINER, LATER).seen(Summary.NONE).held(POSTED, true))
                .containsExactly(Proof.MERGE);
        assertThat(pullRequest().mergedBy(MAINTAINER, POSTED).seen(Summary.NONE).held(POSTED, true))
                .containsExactly(Proof.MERGE);
    }

    @Test
    void mergeOfOnesOwnElsewhereOrLongAgoShowsNothing() {
        assertThat(pullRequest().mergedBy(AUTHOR, LATER).seen(Summary.NONE).held(POSTED, true))
                .isEmpty();
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, LATER)
                                .into("develop")
                                .seen(Summary.NONE)
                                .held(POSTED, true))
                .isEmpty();
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, POSTED.minusSeconds(1))
                                .seen(Summary.NONE)
                                .held(POSTED, true))
                .isEmpty();
    }

    /** Whoever bears a token that we gave has done it. */
    @Test
    void mergeByOurOwnAppShowsNothing() {
        assertThat(
                        pullRequest()
                                .mergedBy(new GithubAccount(33, "guildhall[bot]"), LATER)
                                .byOurApp()
                                .seen(Summary.NONE)
                                .held(POSTED, true))
                .isEmpty();
    }

    @Test
    void mergeOfWhatNobodyKnewBeforeShowsNothing() {
        assertThat(pullRequest().mergedBy(MAINTAINER, LATER).seen(Summary.NONE).held(POSTED, false))
                .isEmpty();
    }

    @Test
    void onlyGreenChecksOfWhatIsOfferedShowChecks() {
        assertThat(pullRequest().seen(Summary.ALL_PASSED).held(POSTED, true))
                .containsExactly(Proof.CHECKS);
        assertThat(pullRequest().seen(Summary.PENDING).held(POSTED, true)).isEmpty();
        assertThat(pullRequest().seen(Summary.FAILED).held(POSTED, true)).isEmpty();
        assertThat(pullRequest().seen(Summary.NONE).held(POSTED, true)).isEmpty();
        assertThat(pullRequest().draft().seen(Summary.ALL_PASSED).held(POSTED, true)).isEmpty();
        assertThat(pullRequest().closed().seen(Summary.ALL_PASSED).held(POSTED, true)).isEmpty();
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, LATER)
                                .seen(Summary.ALL_PASSED)
                                .held(POSTED, true))
                .containsExactlyInAnyOrder(Proof.MERGE, Proof.CHECKS);
    }
}
