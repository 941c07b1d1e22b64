package io.guildhall.domain.pullrequest;

import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.Checks.Summary;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final Instant POSTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = POSTED.plusSeconds(60);

    @Test
    void mergeByAnotherIntoTheDefaultBranchShowsMerge() {
        assertThat(pullRequest().mergedBy(MAINTAINER, LATER).seen(Summary.NONE).held(given()))
                .containsExactly(Proof.MERGE);
        assertThat(pullRequest().mergedBy(MAINTAINER, POSTED).seen(Summary.NONE).held(given()))
                .containsExactly(Proof.MERGE);
    }

    @Test
    void mergeOfOnesOwnElsewhereOrLongAgoShowsNothing() {
        assertThat(pullRequest().mergedBy(AUTHOR, LATER).seen(Summary.NONE).held(given()))
                .isEmpty();
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, LATER)
                                .into("develop")
                                .seen(Summary.NONE)
                                .held(given()))
                .isEmpty();
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, POSTED.minusSeconds(1))
                                .seen(Summary.NONE)
                                .held(given()))
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
                                .held(given()))
                .isEmpty();
    }

    /** It may have been done for whoever bears one. */
    @Test
    void mergeByAnotherAppShowsNothingWhereATokenWasGiven() {
        Sighting merged =
                pullRequest()
                        .mergedBy(new GithubAccount(44, "github-merge-queue[bot]"), LATER)
                        .byAnotherApp()
                        .seen(Summary.NONE);

        assertThat(merged.held(given())).containsExactly(Proof.MERGE);
        assertThat(merged.held(new Circumstances(POSTED, true, true, true, true))).isEmpty();
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, LATER)
                                .seen(Summary.NONE)
                                .held(new Circumstances(POSTED, true, true, true, true)))
                .containsExactly(Proof.MERGE);
    }

    @Test
    void mergeOfWhatNobodyKnewBeforeShowsNothing() {
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, LATER)
                                .seen(Summary.NONE)
                                .held(new Circumstances(POSTED, false, true, true, false)))
                .isEmpty();
    }

    @Test
    void checksThatHaveOnlyJustPassedShowNothing() {
        assertThat(
                        pullRequest()
                                .seen(Summary.ALL_PASSED)
                                .held(new Circumstances(POSTED, true, false, true, false)))
                .isEmpty();
    }

    @Test
    void whatTookTheNameOfTheRepositoryShowsNothing() {
        assertThat(
                        pullRequest()
                                .mergedBy(MAINTAINER, LATER)
                                .seen(Summary.ALL_PASSED)
                                .held(new Circumstances(POSTED, true, true, false, false)))
                .isEmpty();
    }

    @Test
    void onlyGreenChecksOfWhatIsOfferedShowChecks() {
        assertThat(pullRequest().seen(Summary.ALL_PASSED).held(given()))
                .containsExactly(Proof.CHECKS);
        assertThat(pullRequest().seen(Summary.PENDING).held(given())).isEmpty();
        assertThat(pullRequest().seen(Summary.FAILED).held(given())).isEmpty();
        assertThat(pullRequest().seen(Summary.NONE).held(given())).isEmpty();
        assertThat(pullRequest().draft().seen(Summary.ALL_PASSED).held(given())).isEmpty();
        assertThat(pullRequest().closed().seen(Summary.ALL_PASSED).held(given())).isEmpty();
        assertThat(pullRequest().mergedBy(MAINTAINER, LATER).seen(Summary.ALL_PASSED).held(given()))
                .containsExactlyInAnyOrder(Proof.MERGE, Proof.CHECKS);
    }

    @Test
    void pullRequestOfARenamedRepositoryNamesItsIssuesByEitherName() {
        var shown =
                pullRequest()
                        .nowIn(new RepositoryName("org", "new-name"))
                        .saying("Fixes org/repo#7, org/new-name#8 and org/other#9");

        assertThat(shown.seen(Summary.NONE).named()).containsExactly(7, 8);
    }

    private static Circumstances given() {
        return new Circumstances(POSTED, true, true, true, false);
    }
}
