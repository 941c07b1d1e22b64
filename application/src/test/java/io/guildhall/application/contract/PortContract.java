package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.SequentialIds;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionFixture;
import io.guildhall.domain.submission.SubmissionId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts have in common. Every test makes all it needs under ids of its own, through
 * the ports and in the order in which a database with foreign keys wants it.
 */
public abstract class PortContract {

    protected final TestClock clock = new TestClock(InMemoryGuildhall.OPENING);

    /**
     * Other ids in every test and every run, so that what earlier tests left is in no one's way.
     */
    protected final SequentialIds ids =
            new SequentialIds(Long.getLong("seed", System.nanoTime()), clock);

    protected abstract PortsUnderTest ports();

    protected <T> T unit(Supplier<T> work) {
        return ports().transactions().run(work);
    }

    protected void unit(Runnable work) {
        ports().transactions().run(work);
    }

    /**
     * The port throws LostRace, which undoes the unit of work and runs it again until it is given
     * up.
     */
    protected void assertLosesRace(Runnable work) {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() ->
                        unit(() -> {
                            attempts.incrementAndGet();
                            work.run();
                        }))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(Busy.class));
        assertThat(attempts).hasValue(Transactions.ATTEMPTS_MAX);
    }

    /** All pages, each with at most two items, until there are no more. */
    protected <T> List<T> pageByPage(
            Function<PageRequest, Page<T>> pages, Function<? super T, UUID> id) {
        List<T> all = new ArrayList<>();
        Page<T> page = unit(() -> pages.apply(PageRequest.first(2)));
        all.addAll(page.items());
        while (page.hasMore()) {
            UUID last = id.apply(page.items().getLast());
            page = unit(() -> pages.apply(new PageRequest(last, 2)));
            assertThat(page.items()).isNotEmpty();
            all.addAll(page.items());
        }
        return all;
    }

    protected Operator operator() {
        Operator operator = PartyFixture.operator(new OperatorId(ids.next()), "Somebody");
        unit(() -> ports().operators().add(operator));
        return operator;
    }

    protected Agent agentOf(Operator operator) {
        Agent agent = PartyFixture.activeAgent(new AgentId(ids.next()), operator.id());
        unit(() -> ports().agents().add(agent));
        return agent;
    }

    protected static Caller keyOf(Operator operator) {
        return Caller.operator(operator.id(), Set.of());
    }

    protected static Caller arbiter(Operator operator) {
        return Caller.operator(operator.id(), Set.of(Role.ARBITER));
    }

    protected static Caller keyOf(Agent agent) {
        return Caller.agent(agent.id(), agent.operator());
    }

    /** A wallet that nobody else signs for. */
    protected static SignerAccount signerAccount(UUID id) {
        HexFormat hex = HexFormat.of();
        String digits =
                hex.toHexDigits(id.getMostSignificantBits())
                        + hex.toHexDigits(id.getLeastSignificantBits());
        return new SignerAccount(31_337, new WalletAddress("0x00000000" + digits));
    }

    protected Bounty openBounty(Operator poster) {
        return openBounty(poster, TermsFixture.terms().build());
    }

    protected Bounty openBounty(Operator poster, BountyTerms terms) {
        Bounty bounty = BountyFixture.openBounty(new BountyId(ids.next()), poster.id(), terms);
        unit(() -> ports().bounties().add(bounty));
        return bounty;
    }

    protected Claim newClaim(Bounty bounty, Agent agent) {
        return ClaimFixture.pendingClaim(
                new ClaimId(ids.next()),
                bounty.id(),
                new Parties(bounty.poster(), agent.id(), agent.operator()));
    }

    protected Claim pendingClaim(Bounty bounty, Agent agent) {
        Claim claim = newClaim(bounty, agent);
        unit(() -> ports().claims().add(claim));
        return claim;
    }

    /** Active, as is its bounty's claim. */
    protected Claim activeClaim(Bounty open, Agent agent) {
        Claim requested = newClaim(open, agent);
        return unit(() -> {
            Bounty bounty = ports().bounties().find(open.id()).orElseThrow();
            Bounty taken = bounty.take(requested.id(), clock.instant()).orThrow().state();
            Claim claim = requested.approve(taken, clock.instant()).orThrow().state();
            ports().bounties().save(taken);
            ports().claims().add(claim);
            return claim;
        });
    }

    /** Given back, so that its bounty is open again. */
    protected Claim released(Claim active) {
        return unit(() -> {
            Bounty bounty = ports().bounties().find(active.bounty()).orElseThrow();
            ports().bounties().save(bounty.reopen(clock.instant()).orThrow().state());
            return ports().claims()
                    .save(active.release("Too much", clock.instant()).orThrow().state());
        });
    }

    protected Submission newSubmission(Claim claim, int round) {
        return SubmissionFixture.submissionUnderReview(new SubmissionId(ids.next()), claim, round);
    }

    protected Submission submission(Claim claim, int round) {
        Submission submission = newSubmission(claim, round);
        unit(() -> ports().submissions().add(submission));
        return submission;
    }

    protected Dispute newDispute(Claim claim, @Nullable SubmissionId submission, Side by) {
        return DisputeFixture.openDispute(new DisputeId(ids.next()), claim, submission, by);
    }

    /** Undecided, and only the dispute itself: bounty and claim are as they were. */
    protected Dispute dispute(Claim claim, @Nullable SubmissionId submission, Side by) {
        Dispute dispute = newDispute(claim, submission, by);
        unit(() -> ports().disputes().add(dispute));
        return dispute;
    }

    protected Bounty withStatus(Bounty bounty, BountyStatus status) {
        return unit(() ->
                ports().bounties()
                        .save(
                                BountyFixture.with(
                                        ports().bounties().find(bounty.id()).orElseThrow(),
                                        status)));
    }
}
