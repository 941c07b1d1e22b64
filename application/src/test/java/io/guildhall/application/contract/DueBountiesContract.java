package io.guildhall.application.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionFixture;
import io.guildhall.domain.submission.SubmissionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * That every implementation of DueBounties finds each thing that time has to do, at its time and
 * not before. The store may be full of others' bounties, due and not.
 */
public abstract class DueBountiesContract extends PortContract {

    private static final int PAGE = 50;
    private static final Duration LONG_AFTER = Duration.ofDays(1_000);
    private static final WalletAddress WALLET = new WalletAddress("0x" + "a1".repeat(20));

    @Test
    public void unfundedBountyIsDueWhenItsFundingWindowEnds() {
        Instant fundBy = clock.instant().plus(Bounty.FUNDING_WINDOW);
        Bounty bounty =
                withStatus(openBounty(operator()), new BountyStatus.AwaitingFunding(fundBy));

        assertDueAt(bounty, fundBy);
    }

    @Test
    public void openBountyIsDueAtItsDeadline() {
        Instant deadline = clock.instant().plus(Duration.ofDays(5));
        Bounty bounty = openBounty(operator(), terms().deadline(deadline).build());

        assertDueAt(bounty, deadline);
    }

    @Test
    public void requestIsDueWhenItLapses() {
        Bounty bounty = openBounty(operator());
        Claim pending = pendingClaim(bounty, agentOf(operator()));

        assertDueAt(bounty, Objects.requireNonNull(pending.timer()).at());
    }

    @Test
    public void activeClaimIsDueAtItsLeasesEnd() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));

        assertDueAt(bounty, Objects.requireNonNull(claim.leaseEndsAt()));
    }

    @Test
    public void claimWhoseLastRoundWasRefusedIsDueAtItsEnd() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Instant endsAt = clock.instant().plus(Claim.REWORK_MIN);
        Submission refused = submission(claim, 3);
        judged(
                refused,
                new SubmissionStatus.Rejected(Review.notes("Still missing"), clock.instant()));
        inReview(bounty, claim, refused);
        leased(claim, new Lease.Spent(endsAt));

        assertDueAt(bounty, endsAt);
    }

    @Test
    public void submissionIsDueWhenItsReviewWindowEnds() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Submission submission = submission(claim, 1);
        inReview(bounty, claim, submission);
        leased(claim, new Lease.Paused(clock.instant().plusSeconds(60), clock.instant()));

        assertDueAt(bounty, SubmissionFixture.REVIEW_BY);
    }

    @Test
    public void secondTryIsDueWhenTheLastInstantForItIsOver() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Instant retryBy = clock.instant().plus(Duration.ofHours(6));
        leased(claim, new Lease.Retrying(retryBy, retryBy.plus(LONG_AFTER)));

        assertDueAt(bounty, retryBy.plus(1, ChronoUnit.MICROS));
    }

    @Test
    public void whatLiesWithTheGateIsDueWhenItsTimeIsOver() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Instant at = clock.instant();
        leased(claim, new Lease.Paused(at.plus(LONG_AFTER), at));
        Submission submission = submission(claim, 1);
        inReview(bounty, claim, submission);
        judged(submission, new SubmissionStatus.Received(at.plusSeconds(60), at.plusSeconds(90)));

        assertDueAt(bounty, at.plusSeconds(60));
    }

    @Test
    public void disputeIsDueWhenItsArbitersTimeIsOver() {
        for (DisputeStatus status :
                List.of(
                        new DisputeStatus.Open(DisputeFixture.ANSWER_BY),
                        new DisputeStatus.Answered(clock.instant()),
                        new DisputeStatus.Ruled(
                                new DisputeStatus.Decided(
                                        new Ruling.ForAgent(),
                                        operator().id(),
                                        "Both criteria are met",
                                        clock.instant())))) {
            Bounty bounty = openBounty(operator());
            Dispute dispute = disputedInReview(bounty);
            unit(() -> ports().disputes().save(DisputeFixture.with(dispute, status)));

            assertDueAt(bounty, dispute.decideBy());
        }
    }

    @Test
    public void disputeOfWhichAContractHeardLaterIsDueLater() {
        Bounty bounty = openBounty(operator());
        Dispute dispute = disputedInReview(bounty);
        Instant decideBy = dispute.decideBy().plusSeconds(3_600);
        unit(() ->
                ports().disputes()
                        .save(
                                dispute.runUntil(
                                                DisputeFixture.ANSWER_BY, decideBy, clock.instant())
                                        .orThrow()
                                        .state()));

        assertDueAt(bounty, decideBy);
    }

    @Test
    public void bountyWhoseContractRefusedAnOrderIsDueUntilItIsOver() {
        Instant at = clock.instant();
        Bounty bounty = openBounty(operator());
        VaultOrder order =
                VaultOrder.give(
                        new OrderId(ids.next()),
                        bounty.id(),
                        "accept:1",
                        new VaultCall.Expire(new OnchainId("0x" + "ab".repeat(32))),
                        at,
                        at);
        unit(() -> ports().vaultOrders().add(order));
        assertThat(due(at)).doesNotContain(bounty.id());
        VaultOrder refused = order;
        while (!(refused.status() instanceof Failed)) {
            refused = refused.object("LeaseEnded", SendingLimits.STANDARD, at).orThrow().state();
        }
        VaultOrder failed = refused;
        unit(() -> ports().vaultOrders().save(failed));

        assertThat(due(at)).containsOnlyOnce(bounty.id());

        withStatus(bounty, new BountyStatus.Cancelled("not needed", at));

        assertThat(due(at)).doesNotContain(bounty.id());
    }

    @Test
    public void acceptedBountyIsDueWhileARulingIsToBeToldOfIt() {
        Instant at = clock.instant();
        Claim claim = activeClaim(openBounty(operator()), agentOf(operator()));
        Submission submission = submission(claim, 1);
        Bounty bounty =
                withStatus(
                        openBounty(operator()),
                        new BountyStatus.Completed(claim.id(), submission.id(), at));
        VaultOrder ruling =
                VaultOrder.give(
                        new OrderId(ids.next()),
                        bounty.id(),
                        "insist:rule_dispute:5",
                        new VaultCall.RuleDispute(
                                new OnchainId("0x" + "ab".repeat(32)), 1, Ruling.WHOLE_BPS),
                        at,
                        at);
        assertThat(due(at)).doesNotContain(bounty.id());

        unit(() -> ports().vaultOrders().add(ruling));

        assertThat(due(at)).containsOnlyOnce(bounty.id());

        unit(() -> ports().vaultOrders().save(ruling.withdraw(at).orThrow().state()));

        assertThat(due(at)).doesNotContain(bounty.id());
    }

    @Test
    public void bountyThatMayBeFundedByTheChainIsDueOnceThatWasHeardSoFar() {
        // Later than any chain of another test was heard.
        Instant fundBy = clock.instant().plus(LONG_AFTER);
        Bounty bounty =
                withStatus(
                        openBounty(operator(), terms().onChain().build()),
                        new BountyStatus.AwaitingFunding(fundBy));
        Site site = site();
        Block before = new Block(7, "0x" + "7".repeat(64));
        Block after = new Block(8, "0x" + "8".repeat(64));
        ChainTrail trail = ports().chainTrail();
        assertThat(due(fundBy.plus(LONG_AFTER))).doesNotContain(bounty.id());
        trail.advance(site, null, before, fundBy.minus(1, ChronoUnit.MICROS));
        assertThat(due(fundBy.plus(LONG_AFTER))).doesNotContain(bounty.id());

        trail.advance(site, before, after, fundBy);

        assertDueAt(bounty, fundBy);

        trail.goBack(site, 0);

        assertThat(due(fundBy.plus(LONG_AFTER))).doesNotContain(bounty.id());
    }

    @Test
    public void whatIsOverIsDueOnceTheContractHasHeldItsMoneyForLongEnough() {
        Instant at = clock.instant();
        Instant over = at.plusSeconds(60);
        TxHash transaction = new TxHash(hex());
        for (BountyStatus status :
                List.of(
                        new BountyStatus.Cancelled("not needed", at),
                        new BountyStatus.Expired(at))) {
            Bounty bounty = openBounty(operator(), terms().onChain().build());
            EscrowHold hold = EscrowHold.of(bounty.id(), new OnchainId(hex()), WALLET, WALLET);
            unit(() -> ports().escrowHolds().add(hold));
            EscrowHold funded = hold.funded(transaction).due(over);
            unit(() -> ports().escrowHolds().save(funded));
            // As long as it goes on, its own timers see to it.
            assertThat(due(over)).doesNotContain(bounty.id());

            withStatus(bounty, status);

            assertDueAt(bounty, over);

            unit(() -> ports().escrowHolds().save(funded.ended(transaction)));

            assertThat(due(at.plus(LONG_AFTER))).doesNotContain(bounty.id());
        }
    }

    @Test
    public void whatHasEndedIsNeverDue() {
        Instant at = clock.instant();
        Bounty claimed = openBounty(operator());
        Claim claim = activeClaim(claimed, agentOf(operator()));
        Submission submission = submission(claim, 1);
        judged(submission, new SubmissionStatus.Accepted(Acceptance.POSTER, at));
        unit(() ->
                ports().claims()
                        .save(
                                ClaimFixture.with(
                                        ports().claims().find(claim.id()).orElseThrow(),
                                        new ClaimStatus.Fulfilled(at))));
        Dispute dispute = dispute(claim, null, Side.AGENT);
        unit(() ->
                ports().disputes()
                        .save(
                                DisputeFixture.with(
                                        dispute,
                                        new DisputeStatus.TimedOut(new Ruling.ForPoster(), at))));
        List<Bounty> over = new ArrayList<>();
        for (BountyStatus status :
                List.of(
                        new BountyStatus.Completed(claim.id(), submission.id(), at),
                        new BountyStatus.Paid(claim.id(), submission.id(), at),
                        new BountyStatus.Cancelled("not needed", at),
                        new BountyStatus.Expired(at))) {
            over.add(withStatus(openBounty(operator()), status));
        }
        over.add(withStatus(claimed, new BountyStatus.Paid(claim.id(), submission.id(), at)));

        List<BountyId> due = due(at.plus(LONG_AFTER));

        for (Bounty bounty : over) {
            assertThat(due).as(bounty.status().word()).doesNotContain(bounty.id());
        }
    }

    @Test
    public void bountyIsNamedOnceHoweverMuchIsDueOnIt() {
        Bounty bounty = openBounty(operator());
        pendingClaim(bounty, agentOf(operator()));
        pendingClaim(bounty, agentOf(operator()));

        assertThat(due(clock.instant().plus(LONG_AFTER))).containsOnlyOnce(bounty.id());
    }

    @Test
    public void pagesFollowEachOtherById() {
        Operator poster = operator();
        Instant deadline = clock.instant().plus(Duration.ofHours(1));
        List<BountyId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(openBounty(poster, terms().deadline(deadline).build()).id());
        }
        @Nullable BountyId after = null;
        List<BountyId> read = new ArrayList<>();
        List<BountyId> page = page(deadline, after, 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            read.addAll(page);
            after = page.getLast();
            page = page(deadline, after, 2);
        }

        assertThat(read).doesNotHaveDuplicates().containsSubsequence(made);
        // Bounties that others left in the database may stand between these.
        assertThat(page(deadline, made.get(1), 10_000))
                .doesNotContain(made.get(0), made.get(1))
                .containsSubsequence(made.subList(2, 5));
    }

    @Test
    public void bountyThatSomebodyKeepsIsNamedAllTheSame() {
        Bounty bounty = openBounty(operator());
        Instant longAfter = clock.instant().plus(LONG_AFTER);

        unit(() -> {
            assertThat(ports().bounties().lock(bounty.id())).isPresent();
            assertThat(due(longAfter)).contains(bounty.id());
        });
    }

    /** No other test's. */
    private Site site() {
        return new Site(31_337, new WalletAddress(hex().substring(0, 42)), WALLET, WALLET);
    }

    /** 64 digits that no other test has. */
    private String hex() {
        UUID id = ids.next();
        return "0x" + (id.toString() + id).replace("-", "");
    }

    private void assertDueAt(Bounty bounty, Instant at) {
        assertThat(due(at.minus(1, ChronoUnit.MICROS))).doesNotContain(bounty.id());
        assertThat(due(at)).containsOnlyOnce(bounty.id());
        assertThat(due(at.plusSeconds(1))).containsOnlyOnce(bounty.id());
    }

    private List<BountyId> due(Instant now) {
        List<BountyId> all = new ArrayList<>();
        List<BountyId> page = page(now, null, PAGE);
        all.addAll(page);
        while (page.size() == PAGE) {
            page = page(now, page.getLast(), PAGE);
            all.addAll(page);
        }
        return all;
    }

    private List<BountyId> page(Instant now, @Nullable BountyId after, int limit) {
        return unit(() -> ports().dueBounties().due(now, after, limit));
    }

    private void inReview(Bounty bounty, Claim claim, Submission submission) {
        withStatus(bounty, new BountyStatus.InReview(claim.id(), submission.id()));
    }

    private void leased(Claim claim, Lease lease) {
        unit(() ->
                ports().claims()
                        .save(
                                ClaimFixture.with(
                                        ports().claims().find(claim.id()).orElseThrow(),
                                        new ClaimStatus.Active(clock.instant(), lease),
                                        claim.fence(),
                                        1)));
    }

    private void judged(Submission submission, SubmissionStatus status) {
        unit(() -> ports().submissions().save(SubmissionFixture.with(submission, status)));
    }

    /** Every clock but the dispute's own stands still, however long ago it would have ended. */
    private Dispute disputedInReview(Bounty bounty) {
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Instant at = clock.instant();
        leased(claim, new Lease.Held(new Lease.Running(at.plusSeconds(60)), at));
        Submission submission = submission(claim, 1);
        judged(submission, new SubmissionStatus.Held(at.plusSeconds(60), at));
        Dispute dispute = dispute(claim, submission.id(), Side.AGENT);
        withStatus(
                bounty,
                new BountyStatus.Disputed(
                        dispute.id(), new BountyStatus.InReview(claim.id(), submission.id()), at));
        return dispute;
    }
}
