package io.guildhall.application.inmemory;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.LookUps;
import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.access.VerifySignature;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.bounty.QuotePosting;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewStory;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.codehost.ImportBounty;
import io.guildhall.application.codehost.ReadIssue;
import io.guildhall.application.comment.AttemptBounty;
import io.guildhall.application.comment.CarryOutCommands;
import io.guildhall.application.comment.HandInPullRequest;
import io.guildhall.application.comment.LinkedAgent;
import io.guildhall.application.comment.PutUpBounty;
import io.guildhall.application.comment.SealedComments;
import io.guildhall.application.comment.VerifyComment;
import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.dispute.Interruption;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.application.escrow.ConfirmClaim;
import io.guildhall.application.escrow.ContractParts;
import io.guildhall.application.escrow.ContractTerms;
import io.guildhall.application.escrow.EscrowOrders;
import io.guildhall.application.escrow.FollowChain;
import io.guildhall.application.escrow.FreezeOnFailure;
import io.guildhall.application.escrow.PrepareClaim;
import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.escrow.RecordFacts;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.funding.NewFunding;
import io.guildhall.application.heartbeat.WakeAgents;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.notification.Audiences;
import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.ForgetDeliveries;
import io.guildhall.application.notification.Lanes;
import io.guildhall.application.notification.ManagedEndpoints;
import io.guildhall.application.notification.PlanDeliveries;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.application.notification.ReplayDelivery;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.application.notification.SaveBountyFilters;
import io.guildhall.application.notification.SendDeliveries;
import io.guildhall.application.notification.SendTestEvent;
import io.guildhall.application.notification.ViewBountyFilters;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.BindWallet;
import io.guildhall.application.party.ConfirmAgentOnchain;
import io.guildhall.application.party.ConfirmGithubLink;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.EnsureFirstOperator;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.IssueAccessKey;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RegisterWalletAgent;
import io.guildhall.application.party.ReturnFromGithub;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.SignUps;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.guildhall.application.payee.FollowPayees;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payee.ViewPayee;
import io.guildhall.application.payment.FollowPayments;
import io.guildhall.application.payment.HearRailNotices;
import io.guildhall.application.payment.PayForBounty;
import io.guildhall.application.payment.ReceiveRailNotice;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payment.RefundPayment;
import io.guildhall.application.payment.ReplayRailNotice;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.application.payment.ViewPayments;
import io.guildhall.application.payment.ViewReserves;
import io.guildhall.application.payout.Destinations;
import io.guildhall.application.payout.ResumePayout;
import io.guildhall.application.payout.SendPayouts;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.application.pullrequest.FindPullRequests;
import io.guildhall.application.pullrequest.FollowPullRequests;
import io.guildhall.application.pullrequest.PullRequestParts;
import io.guildhall.application.pullrequest.SubmitPullRequest;
import io.guildhall.application.session.LinkIdentity;
import io.guildhall.application.session.SignIn;
import io.guildhall.application.session.SignInByIdentity;
import io.guildhall.application.session.SignOut;
import io.guildhall.application.session.SignUpByIdentity;
import io.guildhall.application.session.UnlinkIdentity;
import io.guildhall.application.session.ViewLogins;
import io.guildhall.application.session.ViewSession;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.stream.PlaceEvents;
import io.guildhall.application.stream.ViewEvents;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.application.submission.JudgeSubmissions;
import io.guildhall.application.submission.JudgedWork;
import io.guildhall.application.submission.ReceivedWork;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.TakenWork;
import io.guildhall.application.submission.VerifiedWork;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.CatchUpWithClock;
import io.guildhall.application.timer.FireTimers;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.UrlRules;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All use cases on one set of ports, as an installation with open sign-up would wire them. */
public final class UseCases {

    /** What lies so deep on a chain stays. */
    public static final int CONFIRMATIONS = 3;

    private static final Target.Rules TARGETS =
            new Target.Rules(
                    new UrlRules(false),
                    Map.of(
                            PayloadForm.OPENBOUNTY,
                            Set.of(
                                    "bounty.opened",
                                    "bounty.cancelled",
                                    "claim.created",
                                    "claim.approved",
                                    "webhook.tested"),
                            PayloadForm.OPENPOD,
                            PodWords.ALL));

    /** What the people who run it were told of a contract that does not agree with us. */
    public record Contradiction(BountyId bounty, String why) {}

    public final List<Contradiction> contradictions = new CopyOnWriteArrayList<>();

    /** Why looks at pull requests came to nothing. */
    public final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();

    public final NewFunding newFunding;

    /** By the world's clock, whatever the market's says, and without waking agents. */
    public final UseCaseContext worldly;

    public final AdminUseCases admin;
    public final PodUseCases pod;
    public final Authenticate authenticate;
    public final OnceOnly onceOnly;
    public final SignIn signIn;
    public final SignInByIdentity signInByIdentity;
    public final SignUpByIdentity signUpByIdentity;
    public final LinkIdentity linkIdentity;
    public final UnlinkIdentity unlinkIdentity;
    public final ViewLogins viewLogins;
    public final SignOut signOut;
    public final ViewSession viewSession;
    public final RateLimiter rateLimiter;
    public final LookUps lookUps;
    public final EnsureFirstOperator ensureFirstOperator;
    public final SignUpOperator signUpOperator;
    public final RegisterAgent registerAgent;
    public final EditAgent editAgent;
    public final DeactivateAgent deactivateAgent;
    public final RotateKey rotateKey;
    public final ViewParties viewParties;
    public final VerifySignature verifySignature;
    public final RegisterWalletAgent registerWalletAgent;
    public final IssueAccessKey issueAccessKey;
    public final ConfirmAgentOnchain confirmAgentOnchain;
    public final BeginGithubLink beginGithubLink;
    public final ReturnFromGithub returnFromGithub;
    public final ViewUnconfirmedLink viewUnconfirmedLink;
    public final ConfirmGithubLink confirmGithubLink;
    public final GrantRoles grantRoles;
    public final ViewReputation viewReputation;
    public final PostBounty postBounty;
    public final QuotePosting quotePosting;
    public final FundBounty fundBounty;
    public final EditBounty editBounty;
    public final CancelBounty cancelBounty;
    public final ViewBounties viewBounties;
    public final ViewStory viewStory;
    public final ClaimBounty claimBounty;
    public final ApproveClaim approveClaim;
    public final RejectClaim rejectClaim;
    public final WithdrawClaim withdrawClaim;
    public final ReleaseClaim releaseClaim;
    public final ViewClaims viewClaims;
    public final ReportProgress reportProgress;
    public final ViewProgress viewProgress;
    public final SubmitWork submitWork;
    public final SubmitPullRequest submitPullRequest;
    public final FindPullRequests findPullRequests;
    public final FollowPullRequests followPullRequests;
    public final JudgeSubmissions judgeSubmissions;
    public final AcceptSubmission acceptSubmission;
    public final RejectSubmission rejectSubmission;
    public final RequestRevision requestRevision;
    public final ViewSubmissions viewSubmissions;
    public final OpenDispute openDispute;
    public final GiveEvidence giveEvidence;
    public final MakeOffer makeOffer;
    public final AcceptOffer acceptOffer;
    public final WithdrawDispute withdrawDispute;
    public final ResolveDispute resolveDispute;
    public final ViewDisputes viewDisputes;
    public final TopUp topUp;
    public final Withdraw withdraw;
    public final ViewLedger viewLedger;
    public final SendPayouts sendPayouts;
    public final ViewPayouts viewPayouts;
    public final ResumePayout resumePayout;
    public final OnboardPayee onboardPayee;
    public final ViewPayee viewPayee;
    public final FollowPayees followPayees;
    public final RequestPayment requestPayment;
    public final PayForBounty payForBounty;
    public final FollowPayments followPayments;
    public final ViewPayments viewPayments;
    public final ReceiveRailNotice receiveRailNotice;
    public final HearRailNotices hearRailNotices;
    public final ReplayRailNotice replayRailNotice;
    public final RefundPayment refundPayment;
    public final ReconcileRail reconcileRail;
    public final ViewReserves viewReserves;
    public final EscrowOrders escrowOrders;
    public final ContractTerms contractTerms;
    public final PostEscrowBounty postEscrowBounty;
    public final BindWallet bindWallet;
    public final PrepareClaim prepareClaim;
    public final ConfirmClaim confirmClaim;
    public final RecordFacts recordFacts;
    public final FollowChain followChain;
    public final ViewEscrow viewEscrow;
    public final UnfreezeBounty unfreezeBounty;
    public final Reconcile reconcile;
    public final FreezeOnFailure freezeOnFailure;
    public final MarketClock marketClock;
    public final FireTimers fireTimers;
    public final AdvanceClock advanceClock;
    public final CatchUpWithClock catchUpWithClock;
    public final PlaceEvents placeEvents;
    public final Audiences audiences;
    public final ViewEvents viewEvents;
    public final RegisterWebhook registerWebhook;
    public final EditWebhook editWebhook;
    public final RemoveWebhook removeWebhook;
    public final RotateWebhookSecret rotateWebhookSecret;
    public final SendTestEvent sendTestEvent;
    public final ReplayDelivery replayDelivery;
    public final ReplayDeliveries replayDeliveries;
    public final ViewWebhooks viewWebhooks;
    public final SaveBountyFilters saveBountyFilters;
    public final ViewBountyFilters viewBountyFilters;
    public final PlanDeliveries planDeliveries;
    public final SendDeliveries sendDeliveries;
    public final ForgetDeliveries forgetDeliveries;
    public final ReadIssue readIssue;
    public final ImportBounty importBounty;
    public final CarryOutCommands carryOutCommands;
    public final VerifyComment verifyComment;

    public final WorkspaceUseCases workspace;

    /** Timers that fail stop at once, so that nobody overlooks it. */
    public UseCases(Ports ports) {
        this(
                ports,
                (_, failure) -> {
                    throw failure;
                });
    }

    public UseCases(Ports ports, FireTimers.Failures failures) {
        marketClock = new MarketClock(ports.clock(), ports.clockOffset());
        escrowOrders =
                new EscrowOrders(
                        ports.escrowHolds(),
                        ports.vaultOrders(),
                        ports.chainFacts(),
                        ports.submissions(),
                        ports.ids());
        newFunding = new NewFunding(ports.admin().fundingFreezes());
        var wakeAgents =
                new WakeAgents(
                        ports.outbox(),
                        ports.workspace().memberships(),
                        ports.pod().readMarks(),
                        ports.pod().pulses());
        var context =
                new UseCaseContext(
                        ports.transactions(),
                        marketClock,
                        ports.ids(),
                        wakeAgents::publish,
                        escrowOrders,
                        newFunding);
        var suspensions = ports.admin().suspensions();
        var audit = new Audit(ports.admin().auditLog(), ports.ids(), ports.clock());
        var operators = ports.operators();
        var agents = ports.agents();
        var credentials = ports.credentials();
        var bounties = ports.bounties();
        var claims = ports.claims();
        var submissions = ports.submissions();
        var disputes = ports.disputes();
        var traces = ports.traces();
        var records = ports.trackRecords();
        var payouts = ports.payouts();
        var ledger = ports.ledger();
        rateLimiter = new RateLimiter(ports.clock(), ports.rateCounters());
        lookUps = new LookUps(RateLimits.STANDARD, rateLimiter);
        var keys = new ApiKeys(ports.random(), credentials, ports.ids(), lookUps);
        var escrow = new Escrow(ledger, ports.ids(), ports.provider().rail());
        var rateAgent = new RateAgent(ports.pod().agentCards(), records);
        var endedClaim = new EndedClaim(bounties, claims, submissions, records, rateAgent, escrow);
        var acceptedWork =
                new AcceptedWork(
                        ports.ids(), bounties, claims, submissions, payouts, endedClaim, escrow);
        var decidedDispute =
                new DecidedDispute(
                        ports.ids(),
                        bounties,
                        claims,
                        submissions,
                        disputes,
                        payouts,
                        endedClaim,
                        escrow);
        var scorer = new BuiltInScorer();
        var judgedWork = new JudgedWork(bounties, claims, submissions, scorer);
        var grounds = new Grounds(claims, submissions, disputes);

        workspace = new WorkspaceUseCases(ports, context, rateAgent);
        pod = new PodUseCases(ports, context, keys, audit, rateAgent, workspace.team);
        authenticate =
                new Authenticate(credentials, operators, agents, ports.wallets(), suspensions);
        verifySignature =
                new VerifySignature(ports.walletSignatures(), ports.nonces(), ports.clock());
        signIn =
                new SignIn(
                        ports.transactions(),
                        authenticate,
                        ports.sessions(),
                        ports.random(),
                        ports.clock());
        signInByIdentity =
                new SignInByIdentity(
                        ports.transactions(),
                        ports.logins(),
                        ports.sessions(),
                        suspensions,
                        ports.random(),
                        ports.clock());
        signOut = new SignOut(ports.transactions(), ports.sessions());
        viewSession =
                new ViewSession(
                        ports.transactions(), ports.sessions(), authenticate, ports.clock());
        onceOnly = new OnceOnly(ports.transactions(), ports.idempotencyKeys(), ports.clock());

        ensureFirstOperator = new EnsureFirstOperator(context, operators, credentials, keys);
        var signUps = new SignUps(true, audit);
        signUpOperator = new SignUpOperator(context, operators, keys, signUps);
        signUpByIdentity =
                new SignUpByIdentity(
                        ports.transactions(),
                        signUpOperator,
                        ports.logins(),
                        ports.sessions(),
                        ports.random(),
                        ports.clock());
        linkIdentity = new LinkIdentity(ports.transactions(), ports.logins(), ports.clock());
        unlinkIdentity =
                new UnlinkIdentity(
                        ports.transactions(), ports.logins(), ports.sessions(), ports.clock());
        viewLogins = new ViewLogins(ports.logins());
        registerAgent = new RegisterAgent(context, agents, keys);
        editAgent = new EditAgent(context, agents);
        deactivateAgent = new DeactivateAgent(context, agents, claims, credentials);
        rotateKey = new RotateKey(context, agents, credentials, keys);
        viewParties =
                new ViewParties(
                        operators,
                        agents,
                        ports.wallets(),
                        ports.agentLinks(),
                        ports.operatorAccounts());
        registerWalletAgent =
                new RegisterWalletAgent(
                        context,
                        agents,
                        ports.wallets(),
                        ports.agentLinks(),
                        ports.nonces(),
                        ports.walletSignatures(),
                        ports.clock());
        issueAccessKey = new IssueAccessKey(context, agents, ports.wallets(), credentials, keys);
        confirmAgentOnchain =
                new ConfirmAgentOnchain(
                        context,
                        agents,
                        ports.wallets(),
                        ports.agentLinks(),
                        ports.agentRegistrations(),
                        false);
        beginGithubLink =
                new BeginGithubLink(
                        context,
                        agents,
                        suspensions,
                        ports.agentLinks(),
                        ports.githubLinkRequests(),
                        ports.codeHost(),
                        ports.random(),
                        ports.clock());
        returnFromGithub =
                new ReturnFromGithub(
                        ports.transactions(),
                        ports.githubLinkRequests(),
                        ports.codeHost(),
                        ports.random(),
                        ports.clock());
        viewUnconfirmedLink =
                new ViewUnconfirmedLink(
                        ports.githubLinkRequests(), operators, agents, ports.clock());
        confirmGithubLink =
                new ConfirmGithubLink(
                        context,
                        agents,
                        ports.agentLinks(),
                        ports.operatorAccounts(),
                        ports.githubLinkRequests(),
                        ports.clock());
        grantRoles = new GrantRoles(context, operators, audit);
        viewReputation = new ViewReputation(operators, agents, records);

        postBounty = new PostBounty(context, bounties, escrow, FeeTerms.STANDARD);
        quotePosting = new QuotePosting(context, bounties, ledger, escrow, FeeTerms.STANDARD);
        fundBounty = new FundBounty(context, bounties, escrow);
        editBounty = new EditBounty(context, bounties, claims, escrow);
        cancelBounty = new CancelBounty(context, bounties, claims, endedClaim, escrow);
        viewBounties = new ViewBounties(ports.board(), grounds, marketClock);
        viewStory = new ViewStory(bounties, ports.eventLog());

        claimBounty =
                new ClaimBounty(context, agents, bounties, claims, records, endedClaim, escrow);
        approveClaim = new ApproveClaim(context, agents, suspensions, bounties, claims, escrow);
        rejectClaim = new RejectClaim(context, claims);
        withdrawClaim = new WithdrawClaim(context, claims);
        releaseClaim = new ReleaseClaim(context, bounties, claims, endedClaim);
        viewClaims = new ViewClaims(agents, bounties, claims, grounds, marketClock);
        reportProgress = new ReportProgress(context, agents, bounties, claims, traces);
        viewProgress = new ViewProgress(bounties, traces);

        var pullRequests = ports.trackedPullRequests();
        var verifiedWork = new VerifiedWork(pullRequests, ports.installations());
        var takenWork = new TakenWork(context, acceptedWork);
        var receivedWork =
                new ReceivedWork(
                        context,
                        bounties,
                        claims,
                        submissions,
                        rateAgent,
                        escrow,
                        judgedWork,
                        ports.qualityGate());
        submitWork = new SubmitWork(context, agents, bounties, claims, receivedWork);
        judgeSubmissions =
                new JudgeSubmissions(
                        context, bounties, submissions, judgedWork, ports.qualityGate(), scorer);
        acceptSubmission =
                new AcceptSubmission(context, bounties, submissions, verifiedWork, takenWork);
        rejectSubmission = new RejectSubmission(context, bounties, claims, submissions);
        requestRevision = new RequestRevision(context, bounties, claims, submissions);
        viewSubmissions =
                new ViewSubmissions(
                        bounties, submissions, disputes, verifiedWork, grounds, marketClock);

        var interruption = new Interruption(bounties, claims, submissions);
        openDispute =
                new OpenDispute(context, bounties, submissions, disputes, grounds, interruption);
        giveEvidence = new GiveEvidence(context, bounties, disputes);
        makeOffer = new MakeOffer(context, bounties, disputes);
        acceptOffer = new AcceptOffer(context, bounties, disputes, decidedDispute);
        withdrawDispute = new WithdrawDispute(context, bounties, claims, disputes, interruption);
        resolveDispute = new ResolveDispute(context, bounties, disputes, decidedDispute);
        viewDisputes = new ViewDisputes(disputes, bounties, marketClock);

        var holds = ports.escrowHolds();
        var pullRequestParts =
                new PullRequestParts(
                        context,
                        agents,
                        suspensions,
                        ports.agentLinks(),
                        bounties,
                        claims,
                        submissions,
                        traces,
                        holds,
                        ports.installations(),
                        ports.givenTokens(),
                        pullRequests,
                        receivedWork,
                        takenWork,
                        ports.clock());
        submitPullRequest =
                new SubmitPullRequest(pullRequestParts, ports.repositories(), submitWork);
        findPullRequests =
                new FindPullRequests(
                        ports.transactions(),
                        pullRequests,
                        ports.agentLinks(),
                        ports.repositories(),
                        ports.clock(),
                        (_, failure) -> troubles.add(failure));
        followPullRequests =
                new FollowPullRequests(
                        pullRequestParts,
                        ports.repositories(),
                        (_, failure) -> troubles.add(failure));
        var parts =
                new ContractParts(
                        ports.ids(),
                        bounties,
                        claims,
                        submissions,
                        disputes,
                        agents,
                        ports.wallets(),
                        holds,
                        ports.vaultOrders(),
                        ledger,
                        endedClaim,
                        acceptedWork,
                        decidedDispute);
        contractTerms = new ContractTerms(ports.escrowVault(), ports.clock());
        contractTerms.refresh();
        postEscrowBounty =
                new PostEscrowBounty(
                        context,
                        bounties,
                        holds,
                        ports.wallets(),
                        ports.escrowVault(),
                        contractTerms);
        bindWallet =
                new BindWallet(context, ports.wallets(), ports.walletSignatures(), ports.clock());
        readIssue = new ReadIssue(ports.repositories(), ports.operatorAccounts());
        var links = new PlainBountyLinks();
        importBounty =
                new ImportBounty(
                        context, ports.issueBounties(), postBounty, postEscrowBounty, links);
        var sealedComments = new SealedComments(new PlainCommentSeals());
        verifyComment = new VerifyComment(sealedComments);
        var linkedAgent = new LinkedAgent(agents, ports.agentLinks(), suspensions);
        carryOutCommands =
                new CarryOutCommands(
                        ports.transactions(),
                        ports.commentCommands(),
                        ports.repositories(),
                        new PutUpBounty(
                                ports.operatorAccounts(),
                                suspensions,
                                ports.wallets(),
                                ports.repositories(),
                                readIssue,
                                importBounty,
                                links,
                                true),
                        new AttemptBounty(linkedAgent, ports.issueBounties(), claimBounty, links),
                        new HandInPullRequest(
                                linkedAgent,
                                bounties,
                                ports.issueBounties(),
                                claims,
                                ports.repositories(),
                                (caller, bounty, pullRequest) ->
                                        submitPullRequest.handInSeen(
                                                caller, bounty.id(), pullRequest),
                                links),
                        sealedComments,
                        ports.clock(),
                        (_, failure) -> {
                            throw failure;
                        });
        prepareClaim =
                new PrepareClaim(
                        agents,
                        bounties,
                        holds,
                        ports.wallets(),
                        records,
                        ports.escrowVault(),
                        marketClock);
        confirmClaim =
                new ConfirmClaim(
                        context, bounties, holds, ports.wallets(), ports.chainReader(), parts);
        recordFacts =
                new RecordFacts(
                        context,
                        bounties,
                        claims,
                        holds,
                        ports.chainFacts(),
                        ports.escrowVault(),
                        parts,
                        (bounty, _, why) -> contradictions.add(new Contradiction(bounty, why)));
        followChain =
                new FollowChain(
                        context,
                        ports.chainReader(),
                        ports.escrowVault().site(),
                        ports.chainTrail(),
                        ports.chainFacts(),
                        bounties,
                        holds,
                        parts,
                        recordFacts,
                        new FollowChain.Limits(CONFIRMATIONS, 0, 8));
        viewEscrow =
                new ViewEscrow(
                        bounties,
                        claims,
                        submissions,
                        disputes,
                        pullRequests,
                        holds,
                        ports.chainFacts(),
                        ports.vaultOrders(),
                        ports.escrowVault());
        unfreezeBounty = new UnfreezeBounty(context, bounties, holds, audit);
        reconcile =
                new Reconcile(
                        bounties,
                        claims,
                        holds,
                        ports.vaultOrders(),
                        ledger,
                        ports.escrowVault(),
                        ports.chainReader(),
                        ports.chainTrail(),
                        ports.clock());
        freezeOnFailure =
                new FreezeOnFailure(
                        context,
                        bounties,
                        holds,
                        ports.vaultOrders(),
                        (bounty, _, why) -> contradictions.add(new Contradiction(bounty, why)),
                        (_, _, _) -> {});

        topUp = new TopUp(context, ledger, Rail.SANDBOX);
        var destinations = new Destinations(ports.payeeAccounts(), ports.payments());
        withdraw = new Withdraw(context, ledger, payouts, ports.provider(), destinations);
        viewLedger = new ViewLedger(ledger, marketClock);
        sendPayouts = new SendPayouts(context, payouts, ledger, ports.provider(), destinations);
        resumePayout = new ResumePayout(context, payouts);
        onboardPayee =
                new OnboardPayee(
                        context, operators, ports.payeeAccounts(), ports.payeeOnboarding());
        viewPayee = new ViewPayee(ports.payeeAccounts(), ports.payeeOnboarding());
        followPayees =
                new FollowPayees(context, ports.payeeAccounts(), ports.payeeOnboarding(), payouts);
        requestPayment = new RequestPayment(context, ports.payments(), ledger, ports.checkout());
        payForBounty =
                new PayForBounty(context, ports.payments(), bounties, ledger, ports.checkout());
        followPayments =
                new FollowPayments(
                        context,
                        ports.payments(),
                        payouts,
                        bounties,
                        escrow,
                        ledger,
                        ports.checkout());
        viewPayments = new ViewPayments(ports.payments());
        receiveRailNotice =
                new ReceiveRailNotice(
                        ports.transactions(),
                        ports.railNotices(),
                        ports.railNoticeReader(),
                        ports.clock());
        hearRailNotices =
                new HearRailNotices(
                        context,
                        ports.railNotices(),
                        ports.railNoticeReader(),
                        ports.payments(),
                        ports.payeeAccounts(),
                        ports.clock(),
                        (_, failure) -> {
                            throw failure;
                        });
        refundPayment = new RefundPayment(context, ports.payments(), payouts, ledger);
        reconcileRail =
                new ReconcileRail(
                        context,
                        ledger,
                        ports.payments(),
                        payouts,
                        ports.railBooks(),
                        ports.railSnapshots(),
                        audit);
        viewReserves = new ViewReserves(ports.railSnapshots());
        replayRailNotice = new ReplayRailNotice(ports.transactions(), ports.railNotices(), audit);
        admin = new AdminUseCases(ports, context, audit, reconcile, reconcileRail);
        viewPayouts = new ViewPayouts(payouts);

        fireTimers =
                new FireTimers(
                        context,
                        ports.dueBounties(),
                        bounties,
                        claims,
                        submissions,
                        disputes,
                        endedClaim,
                        acceptedWork,
                        judgedWork,
                        decidedDispute,
                        escrow,
                        failures);
        advanceClock =
                new AdvanceClock(
                        ports.transactions(),
                        ports.clockOffset(),
                        marketClock,
                        Rail.SANDBOX,
                        audit);
        catchUpWithClock = new CatchUpWithClock(marketClock, fireTimers);

        placeEvents = new PlaceEvents(ports.transactions(), ports.eventStream(), ports.clock());
        audiences =
                new Audiences(
                        ports.bounties(),
                        ports.workspace().projects(),
                        ports.workspace().memberships());
        viewEvents = new ViewEvents(ports.eventStream(), audiences);

        worldly =
                new UseCaseContext(
                        ports.transactions(),
                        ports.clock(),
                        ports.ids(),
                        ports.outbox(),
                        escrowOrders,
                        newFunding);
        var endpoints = ports.webhookEndpoints();
        var deliveries = ports.deliveries();
        var managed = new ManagedEndpoints(endpoints, agents);
        registerWebhook =
                new RegisterWebhook(
                        worldly, endpoints, managed, ports.eventStream(), ports.random(), TARGETS);
        editWebhook = new EditWebhook(worldly, endpoints, managed, TARGETS);
        removeWebhook = new RemoveWebhook(worldly, endpoints, managed);
        rotateWebhookSecret = new RotateWebhookSecret(worldly, endpoints, managed, ports.random());
        sendTestEvent = new SendTestEvent(worldly, managed);
        replayDelivery = new ReplayDelivery(worldly, managed, deliveries);
        replayDeliveries = new ReplayDeliveries(worldly, managed, deliveries);
        viewWebhooks = new ViewWebhooks(endpoints, managed, deliveries);
        saveBountyFilters = new SaveBountyFilters(worldly, managed, ports.bountyFilters());
        viewBountyFilters = new ViewBountyFilters(managed, ports.bountyFilters());
        planDeliveries =
                new PlanDeliveries(
                        worldly,
                        ports.eventStream(),
                        ports.streamCursors(),
                        audiences,
                        claims,
                        endpoints,
                        deliveries,
                        (form, event) ->
                                switch (form) {
                                    case OPENBOUNTY -> Optional.of(word(event));
                                    case OPENPOD -> PodWords.of(event);
                                });
        sendDeliveries =
                new SendDeliveries(
                        worldly,
                        endpoints,
                        deliveries,
                        ports.webhookSender(),
                        ports.random(),
                        Runnable::run,
                        new Lanes(10, 1_000),
                        failure -> {
                            throw failure;
                        });
        forgetDeliveries = new ForgetDeliveries(worldly, deliveries, Duration.ofDays(30));
    }

    /** Such as {@code claim.approved}; the doors have words of their own. */
    public static String word(DomainEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", ".")
                .toLowerCase(Locale.ROOT);
    }
}
