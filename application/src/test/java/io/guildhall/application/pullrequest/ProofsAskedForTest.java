package io.guildhall.application.pullrequest;

import static io.guildhall.application.inmemory.InMemoryRepositories.OUR_APP;
import static io.guildhall.domain.pullrequest.PullRequestFixture.HEAD;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the terms ask for besides a merge, or in its place. */
class ProofsAskedForTest {

    private static final String NEXT = "c".repeat(40);

    private final PullRequestMarket scene = new PullRequestMarket();

    @AfterEach
    void nothingFailed() {
        assertThat(scene.market.use.troubles).isEmpty();
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
}
