package io.guildhall.application.pullrequest;

import static io.guildhall.application.inmemory.InMemoryRepositories.OUR_APP;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.pullrequest.TrackingStatus.Done;
import io.guildhall.domain.pullrequest.TrackingStatus.Loose;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowPullRequestsTest {

    private static final String NEXT = "c".repeat(40);

    private final PullRequestMarket scene = new PullRequestMarket();

    @AfterEach
    void nothingFailed() {
        assertThat(scene.market.use.troubles).isEmpty();
    }

    @Test
    void pullRequestIsHandedInAndItsMergePays() {
        Bounty bounty = scene.claimed(Proof.MERGE);

        scene.shows(pullRequest());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.rounds(bounty).getFirst().work().pullRequest())
                .isEqualTo("https://github.com/Org/repo/pull/17");

        scene.merges(pullRequest());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("paid");
        assertThat(scene.rounds(bounty))
                .singleElement()
                .satisfies(round ->
                        assertThat(round.status())
                                .isEqualTo(
                                        new Accepted(
                                                Acceptance.POLICY,
                                                scene.guildhall.clock.instant())));
        assertThat(scene.market.balance(scene.bob).available().units())
                .isEqualTo(usd(10_000).plus(usd(13_500)).units());
    }

    @Test
    void nothingIsPaidTwiceHoweverOftenTheMergeIsTold() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        for (int told = 0; told < 3; told++) {
            scene.merges(pullRequest());
            scene.follow();
            scene.waitForPoll();
            scene.follow();
        }

        assertThat(scene.status(bounty)).isEqualTo("paid");
        assertThat(scene.rounds(bounty)).hasSize(1);
        assertThat(scene.market.balance(scene.bob).available().units())
                .isEqualTo(usd(10_000).plus(usd(13_500)).units());
        assertThat(scene.tracked().status()).isInstanceOf(Done.class);
        assertThat(scene.tracked().dueAt()).isNull();
    }

    @Test
    void mergeOfADraftThatWasNeverHandedInDoesBoth() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest().draft());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.tracked().status()).isInstanceOf(Assigned.class);

        scene.merges(pullRequest());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void pullRequestFromBeforeTheClaimIsFoundBySearching() {
        Bounty bounty = scene.posted(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        assertThat(scene.tracked().status()).isInstanceOf(Loose.class);
        scene.market.claim(scene.agent, bounty);

        scene.market.use.findPullRequests.handle(10);
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.market.use.findPullRequests.handle(10)).isZero();
    }

    /** Its author can still change what a merged one says, and would be paid for nothing. */
    @Test
    void whatIsAddedToAMergedPullRequestPaysNothing() {
        scene.shows(pullRequest().saying("Fixes #8"));
        scene.follow();
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.merges(pullRequest().saying("Fixes #8"));
        scene.follow();

        scene.merges(pullRequest().saying("Fixes #8 and #7"));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.tracked().status()).isInstanceOf(Loose.class);
    }

    @Test
    void mergeNobodyKnewOfBeforeIsHandedInAndWaitsForThePoster() {
        Bounty bounty = scene.claimed(Proof.MERGE);

        scene.merges(pullRequest());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
    }

    @Test
    void closingRejectsAndReopeningIsANewRound() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();

        scene.shows(pullRequest().closed());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.rounds(bounty).getFirst().status())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.review().notes())
                                        .contains("closed without being merged"));

        scene.shows(pullRequest());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.rounds(bounty)).hasSize(2);
    }

    @Test
    void anotherAuthorsPullRequestIsNobodysWork() {
        Bounty bounty = scene.claimed(Proof.MERGE);

        scene.merges(pullRequest().author(new GithubAccount(99, "octobot")));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.tracked().status()).isInstanceOf(Loose.class);
    }

    @Test
    void ofTwoPullRequestsTheFirstIsTheWorkUntilItIsClosed() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        PullRequestName second = new PullRequestName(REPOSITORY, 18);
        scene.shows(pullRequest());
        scene.follow();
        scene.shows(pullRequest().number(18).head(NEXT));
        scene.follow();
        assertThat(scene.rounds(bounty)).hasSize(1);
        scene.merges(pullRequest().number(18).head(NEXT));
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.shows(pullRequest().closed());
        scene.follow();
        scene.wake(second);
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
        assertThat(scene.guildhall.trackedPullRequests.of(scene.claim(bounty).id()))
                .hasValueSatisfying(shown -> assertThat(shown.name()).isEqualTo(second));
    }

    @Test
    void onePullRequestCanBeTheWorkOfTwoBountiesOneAfterTheOther() {
        Bounty first = scene.posted(7, Proof.MERGE);
        Bounty second = scene.posted(8, Proof.MERGE);
        scene.market.claim(scene.agent, first);
        scene.market.claim(scene.agent, second);
        scene.shows(pullRequest().saying("Fixes #7, fixes #8"));
        scene.follow();

        scene.merges(pullRequest().saying("Fixes #7, fixes #8"));
        scene.follow();

        assertThat(scene.status(first)).isEqualTo("paid");
        assertThat(scene.status(second)).isEqualTo("paid");
    }

    @Test
    void disputeDecidesWhatAMergeIsWorth() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.market.dispute(scene.ann, scene.rounds(bounty).getFirst());

        scene.merges(pullRequest());
        scene.follow();
        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("disputed");
        assertThat(traces(bounty))
                .singleElement()
                .satisfies(trace -> {
                    assertThat(trace.event()).isEqualTo("pull_request_merged");
                    assertThat(trace.message())
                            .isEqualTo(
                                    "Pull request #17 was merged by somebody else than its"
                                            + " author; the dispute decides what that is worth");
                });
    }

    /** An arbiter reads it, who is not to take the agent's own merge for the repository's. */
    @Test
    void traceOfAMergeThatShowsNothingSaysSo() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.market.dispute(scene.ann, scene.rounds(bounty).getFirst());

        scene.shows(pullRequest().mergedBy(OUR_APP, scene.guildhall.clock.instant()));
        scene.follow();

        assertThat(traces(bounty))
                .extracting(Trace::message)
                .containsExactly(
                        "Pull request #17 was merged with a token of this market, which shows"
                                + " nothing; the dispute decides what that is worth");
    }

    private List<Trace> traces(Bounty bounty) {
        return scene.guildhall
                .traces
                .onBounty(bounty.id(), scene.ann, PageRequest.first(10))
                .items();
    }

    @Test
    void endOfTheClaimEndsTheFollowing() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest().draft());
        scene.follow();
        scene.market.release(scene.agent, scene.claim(bounty));

        scene.merges(pullRequest());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("open");
        assertThat(scene.tracked().status()).isInstanceOf(Done.class);
        assertThat(scene.tracked().dueAt()).isNull();
    }
}
