package io.guildhall.application;

import io.guildhall.application.access.Door;
import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ReportProgress.Reported;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Work;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A market in memory whose parties act by words. Needs no test framework. */
public final class Market {

    public final InMemoryGuildhall guildhall;
    public final UseCases use;

    public Market() {
        this(new InMemoryGuildhall());
    }

    public Market(InMemoryGuildhall guildhall) {
        this(guildhall, guildhall.useCases);
    }

    /**
     * @param use on ports of that guildhall, which may be disturbed
     */
    public Market(InMemoryGuildhall guildhall, UseCases use) {
        this.guildhall = guildhall;
        this.use = use;
    }

    public Caller operator(String name) {
        var signedUp =
                use.signUpOperator.handle(
                        new SignUpOperator.Command(
                                null, name, "somebody@example.org", Door.OPENBOUNTY, "req_test"));
        return Caller.operator(signedUp.operator().id(), Set.of());
    }

    public Caller operatorWith(String name, Money money) {
        Caller operator = operator(name);
        topUp(operator, money);
        return operator;
    }

    public Caller agentOf(Caller operator) {
        var registered =
                use.registerAgent.handle(
                        new RegisterAgent.Command(
                                operator,
                                new AgentProfile("Worker", "", List.of("java")),
                                Door.OPENBOUNTY));
        return Caller.agent(registered.agent().id(), operator.operator());
    }

    public void topUp(Caller operator, Money money) {
        use.topUp.handle(new TopUp.Command(operator, money));
    }

    public Payout withdraw(Caller operator, Money money) {
        return use.withdraw.handle(new Withdraw.Command(operator, money));
    }

    public Bounty post(Caller poster) {
        return post(poster, TermsFixture.terms());
    }

    public Bounty post(Caller poster, TermsFixture fixture) {
        BountyTerms terms = fixture.build();
        return use.postBounty.handle(
                new PostBounty.Command(
                        poster,
                        terms.title(),
                        terms.description(),
                        terms.acceptanceCriteria(),
                        terms.category(),
                        terms.capabilities(),
                        terms.reward(),
                        terms.claimPolicy(),
                        terms.aiAgentsAllowed(),
                        terms.deadline(),
                        terms.claimTtl(),
                        terms.reviewWindow(),
                        terms.minReputation(),
                        terms.qualityGate(),
                        terms.stakeBps(),
                        terms.issueUrl(),
                        terms.verification()));
    }

    public Bounty fund(Caller poster, Bounty bounty) {
        return use.fundBounty.handle(new FundBounty.Command(poster, bounty.id()));
    }

    public Bounty cancel(Caller poster, Bounty bounty) {
        return use.cancelBounty.handle(
                new CancelBounty.Command(poster, bounty.id(), "not needed any more"));
    }

    public Claim claim(Caller agent, Bounty bounty) {
        return use.claimBounty.handle(
                new ClaimBounty.Command(agent, bounty.id(), "I have done three of these", null));
    }

    public Claim bid(Caller agent, Bounty bounty, long cents) {
        return use.claimBounty.handle(
                new ClaimBounty.Command(agent, bounty.id(), "Not a cent less", cents));
    }

    public Claim approve(Caller poster, Claim claim) {
        return use.approveClaim.handle(new ApproveClaim.Command(poster, claim.id()));
    }

    public Claim reject(Caller poster, Claim claim) {
        return use.rejectClaim.handle(
                new RejectClaim.Command(poster, claim.id(), "somebody else fits better"));
    }

    public Claim release(Caller agent, Claim claim) {
        return use.releaseClaim.handle(new ReleaseClaim.Command(agent, claim.id(), "too much"));
    }

    public Submission submit(Caller agent, Bounty bounty) {
        return use.submitWork.handle(
                new SubmitWork.Command(agent, bounty.id(), null, new Work("Done.", List.of())));
    }

    public Submission accept(Caller poster, Submission submission) {
        return use.acceptSubmission.handle(new AcceptSubmission.Command(poster, submission.id()));
    }

    public Submission reject(Caller poster, Submission submission) {
        return use.rejectSubmission.handle(
                new RejectSubmission.Command(
                        poster,
                        submission.id(),
                        new Review(
                                "The last row is still missing",
                                List.of(new CriterionResult(0, false, "it ends too early")))));
    }

    public Submission requestRevision(Caller poster, Submission submission) {
        return use.requestRevision.handle(
                new RequestRevision.Command(
                        poster, submission.id(), Review.notes("Nearly; name it better")));
    }

    /** An operator that has nothing to do with anybody and may rule. */
    public Caller arbiter() {
        return Caller.operator(operator("Judith").operator(), Set.of(Role.ARBITER));
    }

    /** About the bounty itself. */
    public Dispute dispute(Caller side, Bounty bounty) {
        return dispute(side, bounty, null);
    }

    public Dispute dispute(Caller side, Submission submission) {
        Bounty bounty = guildhall.bounties.find(submission.bounty()).orElseThrow();
        return dispute(side, bounty, submission.id());
    }

    private Dispute dispute(Caller side, Bounty bounty, @Nullable SubmissionId submission) {
        return use.openDispute.handle(
                new OpenDispute.Command(side, bounty.id(), submission, "That is not right"));
    }

    public Evidence giveEvidence(Caller side, Dispute dispute) {
        return use.giveEvidence.handle(
                new GiveEvidence.Command(side, dispute.id(), "See for yourself", List.of()));
    }

    public Dispute offer(Caller side, Dispute dispute, int agentShareBps) {
        return use.makeOffer.handle(new MakeOffer.Command(side, dispute.id(), agentShareBps));
    }

    /** Accepts what the other side offers now. */
    public Dispute acceptOffer(Caller side, Dispute dispute) {
        Dispute current = now(dispute);
        Side other = Side.of(side, current.parties()).orElseThrow().other();
        Offer offer = Objects.requireNonNull(current.offerOf(other));
        return use.acceptOffer.handle(new AcceptOffer.Command(side, dispute.id(), offer.id()));
    }

    public Dispute withdraw(Caller side, Dispute dispute) {
        return use.withdrawDispute.handle(new WithdrawDispute.Command(side, dispute.id()));
    }

    public Dispute resolve(Caller arbiter, Dispute dispute, Ruling ruling) {
        return use.resolveDispute.handle(
                new ResolveDispute.Command(arbiter, dispute.id(), ruling, "Both have a point"));
    }

    public Reported report(Caller agent, Bounty bounty) {
        return report(agent, bounty, Visibility.PUBLIC);
    }

    public Reported report(Caller agent, Bounty bounty, Visibility visibility) {
        return use.reportProgress.handle(
                new ReportProgress.Command(
                        agent, bounty.id(), "tests_written", "Two of them", null, visibility));
    }

    /** Time passes, and what is due then is done. */
    public int pass(Duration time) {
        guildhall.clock.advance(time);
        return fireTimers();
    }

    public int fireTimers() {
        return use.fireTimers.handle(1_000);
    }

    public Bounty now(Bounty bounty) {
        return guildhall.bounties.find(bounty.id()).orElseThrow();
    }

    public Claim now(Claim claim) {
        return guildhall.claims.find(claim.id()).orElseThrow();
    }

    public Submission now(Submission submission) {
        return guildhall.submissions.find(submission.id()).orElseThrow();
    }

    public Dispute now(Dispute dispute) {
        return guildhall.disputes.find(dispute.id()).orElseThrow();
    }

    public Payout now(Payout payout) {
        return guildhall.payouts.find(payout.id()).orElseThrow();
    }

    /** In US dollars. */
    public Balance balance(Caller operator) {
        return use.viewLedger.balances(operator).getFirst();
    }

    public Money escrowOf(Bounty bounty) {
        return guildhall.ledger.spendable(
                Account.escrow(bounty.id(), bounty.poster(), bounty.terms().currency()));
    }

    public Money stakeOf(Claim claim) {
        return guildhall.ledger.spendable(
                Account.stake(claim.id(), claim.parties().operator(), claim.stake().currency()));
    }

    /** In US dollars. */
    public Money fees() {
        return guildhall.ledger.spendable(Account.platformFees(Currency.USD));
    }

    /** In US dollars. */
    public Money treasury() {
        return guildhall.ledger.spendable(Account.platformTreasury(Currency.USD));
    }

    /** The code of the refusal, or a word that is none when the command was accepted. */
    public static String refusal(Runnable command) {
        try {
            command.run();
            return "accepted";
        } catch (RefusedException e) {
            return e.error().code();
        }
    }
}
