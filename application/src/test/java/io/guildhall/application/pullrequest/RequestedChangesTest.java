package io.guildhall.application.pullrequest;

import static io.guildhall.domain.pullrequest.PullRequestFixture.HEAD;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;
import static io.guildhall.domain.pullrequest.PullRequestFixture.changesAsked;
import static io.guildhall.domain.pullrequest.PullRequestFixture.changesAskedFromOutside;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose request for changes is heard, and the round that comes of it. */
class RequestedChangesTest {

    private static final String NEXT = "c".repeat(40);

    private final PullRequestMarket scene = new PullRequestMarket();

    @AfterEach
    void nothingFailed() {
        assertThat(scene.market.use.troubles).isEmpty();
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
}
