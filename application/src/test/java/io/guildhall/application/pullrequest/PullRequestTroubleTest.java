package io.guildhall.application.pullrequest;

import static io.guildhall.application.pullrequest.PullRequestMarket.NAME;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.Crashes.Crash;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.pullrequest.SubmitPullRequest.Command;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.pullrequest.TrackingStatus.Done;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** GitHub away, replicas that die, and agents that name a pull request themselves. */
class PullRequestTroubleTest {

    private static final String NEXT = "c".repeat(40);

    private final PullRequestMarket scene = new PullRequestMarket();

    @Test
    void whileGithubIsAwayNothingIsLostAndItIsAskedEverMoreSeldom() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.merges(pullRequest());
        scene.guildhall.repositories.goDown(Duration.ofMinutes(2));

        scene.follow();
        scene.follow();
        assertThat(scene.market.use.troubles).hasSize(1);
        assertThat(scene.tracked().dueAt())
                .isEqualTo(scene.guildhall.clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.guildhall.repositories.recover();
        scene.waitFor(Duration.ofMinutes(2));
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void whatGithubNeverShowsAgainIsLeftAloneOnceItsClaimHasEnded() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest().draft());
        scene.follow();
        scene.guildhall.repositories.stopServing(REPOSITORY);
        askInVain();
        assertThat(scene.tracked().status()).as("it is work").isInstanceOf(Assigned.class);
        assertThat(scene.tracked().dueAt()).as("it is work").isNotNull();

        scene.market.release(scene.agent, scene.claim(bounty));
        askInVain();

        assertThat(scene.tracked().status()).isInstanceOf(Done.class);
        assertThat(scene.tracked().dueAt()).isNull();
    }

    private void askInVain() {
        for (int look = 0; look < 12; look++) {
            scene.waitFor(Duration.ofHours(1));
            scene.follow();
        }
    }

    @Test
    void pollFindsAMergeThatNobodyToldOf() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.guildhall.repositories.put(
                pullRequest()
                        .mergedBy(
                                new GithubAccount(22, "maintainer"),
                                scene.guildhall.clock.instant())
                        .build());
        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");

        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    /** Dies at each call in turn; whoever comes next does it all, and once. */
    @Test
    void crashAnywhereIsMadeGoodByTheNextLook() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.merges(pullRequest());
        Crashes crashes = new Crashes(scene.guildhall.ports());
        UseCases doomed = new UseCases(crashes.ports());
        int crashed = 0;
        for (int calls = 0; !scene.status(bounty).equals("paid"); calls++) {
            assertThat(calls).isLessThan(500);
            crashes.after(calls);
            try {
                doomed.followPullRequests.handle(1);
            } catch (Crash _) {
                crashed++;
            }
            crashes.noMore();
            crashed += doomed.troubles.size();
            doomed.troubles.clear();
            scene.wake(NAME);
        }

        assertThat(crashed).isGreaterThan(5);
        assertThat(scene.status(bounty)).isEqualTo("paid");
        assertThat(scene.rounds(bounty)).hasSize(1);
    }

    @Test
    void lookThatWasOvertakenCountsForNothing() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        var taken =
                scene.guildhall.transactions.run(() ->
                        scene.guildhall
                                .trackedPullRequests
                                .takeDue(
                                        scene.guildhall.clock.instant(),
                                        scene.guildhall.clock.instant().plusSeconds(300))
                                .orElseThrow());
        scene.follow();
        assertThat(scene.status(bounty)).as("another looks at it").isEqualTo("claimed");

        scene.wake(NAME);
        scene.follow();
        assertThat(scene.status(bounty)).as("and goes on, whatever is told").isEqualTo("claimed");
        scene.waitFor(Duration.ofMinutes(5));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("in_review");
        assertThat(scene.tracked().version()).isGreaterThan(taken.version() + 1);
    }

    /** Else whoever keeps notices coming is never sent back, and paid by silence. */
    @Test
    void noticeAndEditDuringALookUndoNoneOfIt() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.shows(pullRequest());
        scene.follow();
        scene.shows(pullRequest().closed());
        scene.guildhall.repositories.afterChecks(
                () -> scene.shows(pullRequest().saying("Fixes #7, at last").closed()));

        scene.market.use.followPullRequests.handle(1);

        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.tracked().dueAt()).isEqualTo(scene.guildhall.clock.instant());
        scene.follow();
        assertThat(scene.tracked().dueAt()).isAfter(scene.guildhall.clock.instant());
    }

    @Test
    void checksOfACommitThatIsNotTheHeadAnyMoreAcceptNothing() {
        Bounty bounty = scene.claimed(Proof.CHECKS);
        scene.shows(pullRequest());
        scene.checksPass();
        scene.guildhall.repositories.afterChecks(
                () -> scene.guildhall.repositories.put(pullRequest().head(NEXT).build()));

        scene.follow();
        assertThat(scene.status(bounty)).isEqualTo("in_review");
        scene.checks(NEXT, "success");
        scene.waitForPoll();
        scene.follow();
        scene.waitForPoll();
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void agentNamesItsPullRequestAndTheSameAgainChangesNothing() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.guildhall.repositories.put(pullRequest().saying("No issue named").build());

        Submission submission = submit(bounty);
        assertThat(submit(bounty).id()).isEqualTo(submission.id());
        scene.merges(pullRequest().saying("No issue named"));
        scene.follow();

        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void agentHandsInOnlyWhatItsOwnAccountHasOpened() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        assertThat(refusal(bounty)).isEqualTo("no_such_pull_request");
        scene.guildhall.repositories.put(
                pullRequest().author(new GithubAccount(99, "octobot")).build());
        assertThat(refusal(bounty)).isEqualTo("pull_request_of_another");
        scene.guildhall.repositories.put(pullRequest().draft().build());
        assertThat(refusal(bounty)).isEqualTo("pull_request_not_ready");
        scene.guildhall.repositories.put(pullRequest().closed().build());
        assertThat(refusal(bounty)).isEqualTo("pull_request_not_ready");
        scene.guildhall.repositories.goDown(null);
        assertThat(refusal(bounty)).isEqualTo("github_unavailable");

        assertThat(scene.status(bounty)).isEqualTo("claimed");
        assertThat(scene.guildhall.trackedPullRequests.find(NAME)).isEmpty();
    }

    @Test
    void whoHasNoClaimLearnsNothingOfWhatIsThere() {
        Bounty bounty = scene.posted(Proof.MERGE);
        assertThat(refusal(bounty)).isEqualTo("not_the_claiming_agent");
        scene.guildhall.repositories.put(
                pullRequest().author(new GithubAccount(99, "octobot")).build());

        assertThat(refusal(bounty)).isEqualTo("not_the_claiming_agent");
    }

    @Test
    void whereTheAppIsNotInstalledThePosterLooksForItself() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.guildhall.repositories.stopServing(REPOSITORY);

        Submission submission = submit(bounty);

        assertThat(submission.work().pullRequest())
                .isEqualTo("https://github.com/Org/repo/pull/17");
        assertThat(scene.guildhall.trackedPullRequests.find(NAME)).isEmpty();
        scene.market.accept(scene.ann, submission);
        assertThat(scene.status(bounty)).isEqualTo("paid");
    }

    @Test
    void theSameAgainChangesNothingAlsoWhereGithubIsNotAsked() {
        Bounty bounty = scene.claimed(Proof.MERGE);
        scene.guildhall.repositories.stopServing(REPOSITORY);
        Submission submission = submit(bounty);

        assertThat(submit(bounty).id()).isEqualTo(submission.id());
        assertThat(scene.rounds(bounty)).hasSize(1);
    }

    /** Its answer may have been lost, and the gate takes its time. */
    @Test
    void theSameAgainChangesNothingWhileTheGateLooks() {
        Bounty seen = scene.claimedWithGate(Proof.MERGE);
        scene.guildhall.repositories.put(pullRequest().build());
        Submission shown = submit(seen);
        assertThat(shown.status()).isInstanceOf(Received.class);
        assertThat(submit(seen).id()).isEqualTo(shown.id());

        scene.guildhall.repositories.stopServing(REPOSITORY);
        Bounty unseen = scene.claimedWithGate(Proof.MERGE);
        Submission told = submit(unseen);
        assertThat(submit(unseen).id()).isEqualTo(told.id());

        assertThat(scene.rounds(seen)).hasSize(1);
        assertThat(scene.rounds(unseen)).hasSize(1);
    }

    @Test
    void pullRequestOfAnotherLiveClaimIsTaken() {
        Bounty first = scene.claimed(Proof.MERGE);
        Bounty second = scene.posted(8, Proof.MERGE);
        scene.market.claim(scene.agent, second);
        scene.guildhall.repositories.put(pullRequest().build());
        submit(first);

        assertThat(refusal(second)).isEqualTo("pull_request_taken");
        assertThat(scene.status(second)).isEqualTo("claimed");
    }

    private Submission submit(Bounty bounty) {
        var named = new Command(scene.agent, bounty.id(), NAME.number());
        return scene.market.use.submitPullRequest.handIn(
                scene.market.use.submitPullRequest.look(named));
    }

    private String refusal(Bounty bounty) {
        return Market.refusal(() -> submit(bounty));
    }
}
