package io.guildhall.application.pullrequest;

import static io.guildhall.application.inmemory.InMemoryRepositories.OUR_APP;
import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.HEAD;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;
import static io.guildhall.domain.pullrequest.PullRequestFixture.changesAsked;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose merge, and whose closing, decides on the work. */
class MergesThatDecideTest {

    private static final String NEXT = "c".repeat(40);
    private static final GithubAccount QUEUE = new GithubAccount(44, "github-merge-queue[bot]");

    private final PullRequestMarket scene = new PullRequestMarket();

    @AfterEach
    void nothingFailed() {
        assertThat(scene.market.use.troubles).isEmpty();
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
}
