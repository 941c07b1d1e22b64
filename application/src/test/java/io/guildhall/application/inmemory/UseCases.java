package io.guildhall.application.inmemory;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.OverdueClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.EnsureFirstOperator;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.payout.SendPayouts;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.money.FeeTerms;

/** All use cases on one set of ports, as an installation with open sign-up would wire them. */
public final class UseCases {

    public final Authenticate authenticate;
    public final OnceOnly onceOnly;
    public final RateLimiter rateLimiter;
    public final EnsureFirstOperator ensureFirstOperator;
    public final SignUpOperator signUpOperator;
    public final RegisterAgent registerAgent;
    public final EditAgent editAgent;
    public final DeactivateAgent deactivateAgent;
    public final RotateKey rotateKey;
    public final ViewParties viewParties;
    public final PostBounty postBounty;
    public final FundBounty fundBounty;
    public final EditBounty editBounty;
    public final CancelBounty cancelBounty;
    public final ViewBounties viewBounties;
    public final ClaimBounty claimBounty;
    public final ApproveClaim approveClaim;
    public final RejectClaim rejectClaim;
    public final WithdrawClaim withdrawClaim;
    public final ReleaseClaim releaseClaim;
    public final ViewClaims viewClaims;
    public final SubmitWork submitWork;
    public final AcceptSubmission acceptSubmission;
    public final RejectSubmission rejectSubmission;
    public final RequestRevision requestRevision;
    public final ViewSubmissions viewSubmissions;
    public final TopUp topUp;
    public final Withdraw withdraw;
    public final ViewLedger viewLedger;
    public final SendPayouts sendPayouts;
    public final ViewPayouts viewPayouts;

    public UseCases(Ports ports) {
        var context =
                new UseCaseContext(
                        ports.transactions(), ports.clock(), ports.ids(), ports.outbox());
        var operators = ports.operators();
        var agents = ports.agents();
        var credentials = ports.credentials();
        var bounties = ports.bounties();
        var claims = ports.claims();
        var submissions = ports.submissions();
        var payouts = ports.payouts();
        var ledger = ports.ledger();
        var keys = new ApiKeys(ports.random(), credentials, ports.ids());
        var escrow = new Escrow(ledger, ports.ids());
        var overdue = new OverdueClaim(bounties, claims, escrow);

        authenticate = new Authenticate(credentials, operators, agents);
        onceOnly = new OnceOnly(ports.transactions(), ports.idempotencyKeys(), ports.clock());
        rateLimiter = new RateLimiter(ports.clock(), ports.rateCounters());

        ensureFirstOperator = new EnsureFirstOperator(context, operators, credentials, keys);
        signUpOperator = new SignUpOperator(context, operators, keys, true);
        registerAgent = new RegisterAgent(context, agents, keys);
        editAgent = new EditAgent(context, agents);
        deactivateAgent = new DeactivateAgent(context, agents, claims, credentials);
        rotateKey = new RotateKey(context, agents, credentials, keys);
        viewParties = new ViewParties(operators, agents);

        postBounty = new PostBounty(context, bounties, escrow, FeeTerms.STANDARD);
        fundBounty = new FundBounty(context, bounties, escrow);
        editBounty = new EditBounty(context, bounties, claims, escrow);
        cancelBounty = new CancelBounty(context, bounties, claims, overdue, escrow);
        viewBounties = new ViewBounties(ports.board(), ports.clock());

        claimBounty = new ClaimBounty(context, agents, bounties, claims, overdue);
        approveClaim = new ApproveClaim(context, agents, bounties, claims);
        rejectClaim = new RejectClaim(context, claims);
        withdrawClaim = new WithdrawClaim(context, claims);
        releaseClaim = new ReleaseClaim(context, bounties, claims, overdue);
        viewClaims = new ViewClaims(agents, bounties, claims, ports.clock());

        submitWork = new SubmitWork(context, agents, bounties, claims, submissions);
        acceptSubmission =
                new AcceptSubmission(context, bounties, claims, submissions, payouts, escrow);
        rejectSubmission = new RejectSubmission(context, bounties, claims, submissions);
        requestRevision = new RequestRevision(context, bounties, claims, submissions);
        viewSubmissions = new ViewSubmissions(bounties, submissions, ports.clock());

        topUp = new TopUp(context, ledger);
        withdraw = new Withdraw(context, ledger, payouts, ports.provider());
        viewLedger = new ViewLedger(ledger, ports.clock());
        sendPayouts = new SendPayouts(context, payouts, ledger, ports.provider());
        viewPayouts = new ViewPayouts(payouts);
    }
}
