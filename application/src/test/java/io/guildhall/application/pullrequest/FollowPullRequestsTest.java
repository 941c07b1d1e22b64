package io.guildhall.application.pullrequest;

import static io.guildhall.application.inmemory.InMemoryRepositories.OUR_APP;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.HEAD;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;
import static io.guildhall.domain.pullrequest.PullRequestFixture.changesAsked;
import static io.guildhall.domain.pullrequest.PullRequestFixture.changesAskedFromOutside;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
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
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowPullRequestsTest {

    private static final String NEXT = "c".repeat(40);
    private static final GithubAccount QUEUE = new GithubAccount(44, "github-merge-queue[bot]");

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

    @Test
    void mergeOfOnesOwnWaitsForThePoster() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();

        scene.shows(pullRequest().mergedBy(AUTHOR, scene.guildhall.clock.instant()));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
        scene.market.accept(scene.ann, scene.rounds(bounty).getFirst());
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    /** Else whoever works in a project could take its own work, with the token it is given. */
    @Test
    void mergeByOurOwnAppWaitsForThePoster() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();

        scene.shows(pullRequest().mergedBy(OUR_APP, scene.guildhall.clock.instant()));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
    }

    @Test
    void mergeByAnotherMachineOfTheRepositorysPays() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.givesToken(1_002);
        scene.shows(pullRequest());
        scene.follow();

        scene.shows(pullRequest().mergedBy(QUEUE, scene.guildhall.clock.instant()));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    /** It may have merged for whoever bears the token, who can queue, approve or push. */
    @Test
    void mergeByAnotherAppWaitsForThePosterWhereATokenWasGiven() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.givesToken(1_001);

        scene.shows(pullRequest().mergedBy(QUEUE, scene.guildhall.clock.instant()));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
        scene.market.accept(scene.ann, scene.rounds(bounty).getFirst());
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void mergeByAMaintainerPaysHoweverManyTokensWereGiven() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.givesToken(1_001);
        scene.shows(pullRequest());
        scene.follow();

        scene.merges(pullRequest());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void closingByAnotherAppTurnsNothingDownWhereATokenWasGiven() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.givesToken(1_001);
        scene.guildhall.repositories.closes(REPOSITORY, 17, QUEUE);

        scene.shows(pullRequest().closed());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
    }

    @Test
    void closingByOurOwnAppTurnsNothingDown() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();

        scene.guildhall.repositories.closes(REPOSITORY, 17, OUR_APP);
        scene.shows(pullRequest().closed());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.guildhall.repositories.closes(REPOSITORY, 17, MAINTAINER);
        scene.waitForPoll();
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("claimed");
    }

    @Test
    void whoeverTookTheNameOfTheRepositoryDecidesNothing() {
        Bounty ofMerge = scene.posted(7, Proof.MERGE);
        Bounty ofChecks = scene.posted(8, Proof.CHECKS);
        scene.market.claim(scene.agent, ofMerge);
        scene.market.claim(scene.agent, ofChecks);
        scene.waitFor(Duration.ofSeconds(1));
        scene.installed(1_002);

        scene.checksPass();
        for (int number : List.of(17, 18)) {
            var pull = pullRequest().number(number).saying("Fixes #" + (number - 10));
            scene.shows(pull);
            scene.follow();
            scene.merges(pull);
        }
        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(ofMerge)).isEqualTo("in_review");
        assertThat(scene.status(ofChecks)).isEqualTo("in_review");
        scene.market.accept(scene.ann, scene.rounds(ofMerge).getFirst());
        assertThat(scene.status(ofMerge)).isEqualTo("paid");
    }

    /** Its number is there again, and is another's. */
    @Test
    void pullRequestOfAnotherThereIsNotTheAgents() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.waitFor(Duration.ofSeconds(1));
        scene.installed(1_002);
        var strangers = pullRequest().author(new GithubAccount(99, "stranger"));

        scene.guildhall.repositories.put(
                REPOSITORY,
                17,
                changesAsked(MAINTAINER, "No", HEAD, scene.guildhall.clock.instant()));
        scene.shows(strangers.head(NEXT));
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.shows(strangers.closed());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.rounds(bounty)).hasSize(1);
        assertThat(scene.tracked().status()).isInstanceOf(Assigned.class);
        assertThat(scene.tracked().dueAt()).isNotNull();
    }

    @Test
    void repositoryThatIsServedAnewIsStillTheSame() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.waitFor(Duration.ofSeconds(1));
        scene.installed(1_001);

        scene.merges(pullRequest());
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
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
    void changesAskedForBecomeARevisionAndTheNextCommitANewRound() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.waitFor(Duration.ofMinutes(1));
        scene.guildhall.repositories.put(
                REPOSITORY,
                17,
                changesAsked(MAINTAINER, "Please test it", HEAD, scene.guildhall.clock.instant()));

        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        scene.waitForPoll();
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.rounds(bounty).getFirst().status())
                .isInstanceOfSatisfying(
                        RevisionRequested.class,
                        asked ->
                                assertThat(asked.review().notes())
                                        .contains("maintainer", "Please test it"));

        scene.shows(pullRequest().head(NEXT));
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.rounds(bounty)).hasSize(2);

        scene.merges(pullRequest().head(NEXT));
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void whoMayNotWriteAsksForNothing() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.guildhall.repositories.put(
                REPOSITORY,
                17,
                changesAsked(
                        new GithubAccount(99, "passer-by"),
                        "No",
                        HEAD,
                        scene.guildhall.clock.instant()));

        scene.follow();
        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
    }

    @Test
    void requestOfThePeopleOfTheRepositoryIsHeardAmongAnyNumberOfStrangers() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.guildhall.repositories.put(
                REPOSITORY,
                17,
                changesAsked(MAINTAINER, "Why?", HEAD, scene.guildhall.clock.instant()));
        strangersAskForChanges(50);

        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("claimed");
    }

    /** GitHub does not show everybody who is of an organization. */
    @Test
    void whoSpeaksLastIsHeardAmongAnyNumberOfStrangers() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        strangersAskForChanges(50);
        scene.guildhall.repositories.put(
                REPOSITORY,
                17,
                changesAskedFromOutside(MAINTAINER, HEAD, scene.guildhall.clock.instant()));

        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("claimed");
    }

    private void strangersAskForChanges(int count) {
        for (int number = 0; number < count; number++) {
            scene.waitFor(Duration.ofSeconds(1));
            scene.guildhall.repositories.put(
                    REPOSITORY,
                    17,
                    changesAskedFromOutside(
                            new GithubAccount(1_000 + number, "stranger"),
                            HEAD,
                            scene.guildhall.clock.instant()));
        }
        scene.waitFor(Duration.ofSeconds(1));
    }

    @Test
    void askingForAReviewAgainIsANewRound() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.waitFor(Duration.ofMinutes(1));
        scene.guildhall.repositories.put(
                REPOSITORY,
                17,
                changesAsked(MAINTAINER, "Why?", HEAD, scene.guildhall.clock.instant()));
        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("claimed");
        scene.waitFor(Duration.ofMinutes(1));

        scene.guildhall.transactions.run(() ->
                scene.guildhall.trackedPullRequests.noteAsked(
                        PullRequestMarket.NAME, scene.guildhall.clock.instant()));
        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.rounds(bounty)).hasSize(2);
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
    void onlyTheChecksOfThePresentHeadPay() {
        Bounty bounty = scene.claimed(Proof.CHECKS);
        scene.shows(pullRequest());
        scene.follow();
        scene.shows(pullRequest().head(NEXT));
        scene.follow();

        scene.checksPass();
        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.checks(NEXT, "success");
        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        scene.waitForPoll();
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    /** What begins last would else be decided on by what ends first. */
    @Test
    void checksPayOnlyOnceAnotherLookShowsTheSame() {
        Bounty bounty = scene.claimed(Proof.CHECKS);
        scene.checksPass();
        scene.shows(pullRequest());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.waitFor(Duration.ofMinutes(2));
        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.waitFor(Duration.ofMinutes(1));
        scene.wake(PullRequestMarket.NAME);
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void checkThatBeginsAfterTheOthersPassedIsWaitedFor() {
        Bounty bounty = scene.claimed(Proof.CHECKS);
        scene.checksPass();
        scene.shows(pullRequest());
        scene.follow();

        scene.checks(HEAD, null);
        scene.waitForPoll();
        scene.follow();
        scene.checksPass();
        scene.waitForPoll();
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.waitForPoll();
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void mergeWithoutGreenChecksIsNotEnoughWhereBothAreAskedFor() {
        Bounty bounty = scene.claimed(Proof.MERGE, Proof.CHECKS);
        scene.shows(pullRequest());
        scene.follow();
        scene.merges(pullRequest());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.checksPass();
        scene.waitForPoll();
        scene.follow();
        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void posterAcceptsOnlyWhatIsVerifiedWhereTheTermsSaySo() {
        Bounty bounty = scene.claimed(Proof.MERGE, Proof.CHECKS, Proof.MANUAL);
        scene.shows(pullRequest());
        scene.follow();
        var round = scene.rounds(bounty).getFirst();
        assertThat(acceptance(bounty)).isEqualTo("not_verified");
        assertThat(scene.market.use.viewSubmissions.allowedActions(round, scene.ann))
                .doesNotContain("accept");

        scene.merges(pullRequest());
        scene.follow();
        assertThat(acceptance(bounty)).isEqualTo("not_verified");

        scene.checksPass();
        scene.waitForPoll();
        scene.follow();
        scene.waitForPoll();
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.market.use.viewSubmissions.allowedActions(round, scene.ann))
                .contains("accept");
        scene.market.accept(scene.ann, round);
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    private String acceptance(Bounty bounty) {
        return Market.refusal(
                () -> scene.market.accept(scene.ann, scene.rounds(bounty).getFirst()));
    }

    /** It could else only reject good work, or say nothing until that pays. */
    @Test
    void posterAcceptsWhatCanBeShownNoMore() {
        Bounty ofApp = scene.claimed(Proof.MERGE, Proof.MANUAL);
        scene.shows(pullRequest());
        scene.follow();
        assertThat(acceptance(ofApp)).isEqualTo("not_verified");
        scene.shows(pullRequest().mergedBy(OUR_APP, scene.guildhall.clock.instant()));
        scene.follow();
        scene.market.accept(scene.ann, scene.rounds(ofApp).getFirst());
        assertThat(scene.status(ofApp)).isEqualTo("paid");

        Bounty older = scene.posted(8, Proof.MERGE, Proof.CHECKS, Proof.MANUAL);
        scene.market.claim(scene.agent, older);
        scene.waitFor(Duration.ofSeconds(1));
        scene.installed(1_002);
        scene.shows(pullRequest().number(18).saying("Fixes #8"));
        scene.follow();
        var round = scene.rounds(older).getFirst();
        assertThat(scene.market.use.viewSubmissions.allowedActions(round, scene.ann))
                .contains("accept");
        scene.market.accept(scene.ann, round);
        assertThat(scene.status(older)).isEqualTo("paid");
    }

    @Test
    void silenceOfThePosterStillAccepts() {
        Bounty bounty = scene.claimed(Proof.MERGE, Proof.MANUAL);
        scene.shows(pullRequest());
        scene.follow();

        scene.market.pass(Duration.ofDays(7));

        assertThat(scene.status(bounty)).isEqualTo("paid");
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
