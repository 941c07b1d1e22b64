package io.guildhall.application;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.inmemory.InMemoryOutbox.Kept;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.submission.Submission;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BountyLifeTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller rival = market.agentOf(market.operator("Carol"));

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void workIsRevisedRejectedAcceptedAndPaid() {
        Bounty bounty = market.post(ann);
        assertThat(bounty.status()).isEqualTo(new Open());
        assertThat(market.balance(ann).available()).isEqualTo(usd(5_000));
        assertThat(market.balance(ann).held()).isEqualTo(usd(15_000));

        Claim claim = market.claim(agent, bounty);
        Claim rivals = market.claim(rival, bounty);
        assertThat(claim.status()).isInstanceOf(Pending.class);
        assertThat(market.now(bounty).status()).isEqualTo(new Open());

        market.approve(ann, claim);
        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(claim.id()));
        assertThat(market.now(rivals).status()).isInstanceOf(Rejected.class);

        Submission first = market.submit(agent, bounty);
        assertThat(market.now(bounty).status()).isEqualTo(new InReview(claim.id(), first.id()));
        market.requestRevision(ann, first);
        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(claim.id()));

        Submission second = market.submit(agent, bounty);
        market.reject(ann, second);
        Submission third = market.submit(agent, bounty);
        assertThat(third.round()).isEqualTo(3);
        assertThat(third.fence()).isEqualTo(1);

        market.accept(ann, third);
        assertThat(market.now(bounty).status()).isInstanceOf(Paid.class);
        assertThat(market.now(claim).status()).isInstanceOf(Fulfilled.class);
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
        assertThat(market.balance(ann).available()).isEqualTo(usd(5_000));
        assertThat(market.balance(ann).held()).isEqualTo(usd(0));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));
        assertThat(storyOf(bounty))
                .containsExactly(
                        "BountyPosted",
                        "BountyFunded",
                        "BountyOpened",
                        "ClaimCreated",
                        "ClaimCreated",
                        "ClaimApproved",
                        "ClaimRejected",
                        "SubmissionCreated",
                        "SubmissionRevisionRequested",
                        "SubmissionCreated",
                        "SubmissionRejected",
                        "SubmissionCreated",
                        "SubmissionAccepted",
                        "PayoutCompleted");
    }

    @Test
    void firstToComeHasItAtOnce() {
        Bounty bounty = market.post(ann, terms().firstCome().reward(usd(5_000)));

        Claim claim = market.claim(agent, bounty);

        assertThat(claim.status()).isInstanceOf(Active.class);
        assertThat(refusal(() -> market.claim(rival, bounty))).isEqualTo("bounty_not_open");
        market.accept(ann, market.submit(agent, bounty));
        assertThat(market.balance(bob).available()).isEqualTo(usd(4_500));
    }

    @Test
    void bountyThatTheBalanceDoesNotCoverWaitsForItsFunding() {
        Bounty bounty = market.post(ann, terms().reward(usd(20_001)));
        assertThat(bounty.status()).isInstanceOf(AwaitingFunding.class);
        assertThat(refusal(() -> market.claim(agent, bounty))).isEqualTo("bounty_not_found");
        assertThat(refusal(() -> market.fund(ann, bounty))).isEqualTo("insufficient_funds");

        market.topUp(ann, usd(1));
        market.fund(ann, bounty);

        assertThat(market.now(bounty).status()).isEqualTo(new Open());
        assertThat(market.balance(ann).available()).isEqualTo(usd(0));
        assertThat(storyOf(bounty)).containsExactly("BountyPosted", "BountyFunded", "BountyOpened");
    }

    @Test
    void cancelledBountyGivesTheRewardBackWhole() {
        Bounty bounty = market.post(ann);
        Claim pending = market.claim(agent, bounty);

        market.cancel(ann, bounty);

        assertThat(market.now(bounty).status()).isInstanceOf(Cancelled.class);
        assertThat(market.now(pending).status()).isInstanceOf(Rejected.class);
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
        assertThat(market.balance(ann).held()).isEqualTo(usd(0));
    }

    @Test
    void thirdRefusalHoldsTheBountyUntilTheClaimEnds() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        for (int round = 1; round <= 3; round++) {
            market.reject(ann, market.submit(agent, bounty));
        }

        assertThat(market.now(bounty).status()).isInstanceOf(InReview.class);
        assertThat(market.now(claim).status())
                .isInstanceOfSatisfying(
                        Active.class,
                        active -> assertThat(active.lease()).isInstanceOf(Spent.class));
        assertThat(refusal(() -> market.submit(agent, bounty))).isEqualTo("submissions_spent");
        assertThat(refusal(() -> market.claim(rival, bounty))).isEqualTo("bounty_not_open");

        market.guildhall.clock.advance(Duration.ofDays(2));
        Claim next = market.claim(rival, bounty);
        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(next.id()));
        assertThat(next.fence()).isEqualTo(2);
        assertThat(market.now(claim).status().word()).isEqualTo("failed");
    }

    @Test
    void lateAgentDoesNotKeepOthersFromTheWork() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim late = market.claim(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(3));

        market.claim(rival, bounty);

        assertThat(market.now(late).status().word()).isEqualTo("expired");
        assertThat(refusal(() -> market.submit(agent, bounty))).isEqualTo("claim_wrong_state");
        assertThat(market.submit(rival, bounty).fence()).isEqualTo(2);
    }

    @Test
    void wholeLifeNeedsNoFrameworkOnTheClassPath() throws IOException, InterruptedException {
        String classPath =
                Stream.of(
                                Bounty.class,
                                PostBounty.class,
                                BountyFixture.class,
                                BountyLife.class,
                                NullMarked.class)
                        .map(BountyLifeTest::location)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classPath,
                                BountyLife.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try {
            List<String> output = program.inputReader().lines().toList();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).as(String.join("\n", output)).isZero();
            assertThat(output)
                    .contains(
                            "A bounty was accepted and is paid",
                            "A bounty was cancelled and is cancelled",
                            "Bob has 135.00 usd",
                            "Ann has 150.00 usd");
            assertThat(output)
                    .endsWith(
                            "Classes of Quarkus that can be loaded: none",
                            "The ledger balances after 11 transfers");
        } finally {
            program.destroyForcibly();
        }
    }

    private List<String> storyOf(Bounty bounty) {
        Subject story = new Subject(Subject.Kind.BOUNTY, bounty.id().value());
        return market.guildhall.outbox.kept().stream()
                .map(Kept::event)
                .filter(event -> event.story().equals(story))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
