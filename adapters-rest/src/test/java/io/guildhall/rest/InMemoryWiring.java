package io.guildhall.rest;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.LookUps;
import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.PublicAddress;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.access.SecretBox;
import io.guildhall.application.access.SigningKeys;
import io.guildhall.application.access.StreamLimits;
import io.guildhall.application.access.VerifySignature;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.ViewAudit;
import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewStory;
import io.guildhall.application.bounty.ViewWholeStory;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.codehost.ImportBounty;
import io.guildhall.application.codehost.ReadIssue;
import io.guildhall.application.codehost.ReceiveNotice;
import io.guildhall.application.comment.VerifyComment;
import io.guildhall.application.directory.EditCard;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.application.directory.SearchAgents;
import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.application.escrow.ConfirmClaim;
import io.guildhall.application.escrow.PrepareClaim;
import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.funding.FreezeFunding;
import io.guildhall.application.funding.UnfreezeFunding;
import io.guildhall.application.funding.ViewFundingFreezes;
import io.guildhall.application.heartbeat.ViewHeartbeat;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.NamedSecretBox;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.knowledge.ReviseKnowledge;
import io.guildhall.application.knowledge.ViewKnowledge;
import io.guildhall.application.knowledge.WriteKnowledge;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.notification.Audiences;
import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.application.notification.ReplayDelivery;
import io.guildhall.application.notification.ReplayForReceiver;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.application.notification.SaveBountyFilters;
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
import io.guildhall.application.party.ResumeParty;
import io.guildhall.application.party.ReturnFromGithub;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.party.ViewSuspensions;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payee.ViewPayee;
import io.guildhall.application.payment.PayForBounty;
import io.guildhall.application.payment.ReceiveRailNotice;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payment.RefundPayment;
import io.guildhall.application.payment.ReplayRailNotice;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.application.payment.ViewPayments;
import io.guildhall.application.payment.ViewReserves;
import io.guildhall.application.payout.ResumePayout;
import io.guildhall.application.payout.RetryPayout;
import io.guildhall.application.payout.SendPayouts;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.application.pullrequest.SubmitPullRequest;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.application.repository.TakeRepositoryToken;
import io.guildhall.application.repository.VerifyDeliverable;
import io.guildhall.application.repository.ViewRepository;
import io.guildhall.application.stream.EventTail;
import io.guildhall.application.stream.ViewEvents;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.application.talk.CreateChannel;
import io.guildhall.application.talk.MarkRead;
import io.guildhall.application.talk.SendMessage;
import io.guildhall.application.talk.ViewTalk;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.CatchUpWithClock;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.application.worker.PauseWorker;
import io.guildhall.application.worker.ResumeWorker;
import io.guildhall.application.worker.ViewWorkers;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.application.ViewApplications;
import io.guildhall.application.workspace.position.ClosePosition;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.position.ViewPositions;
import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.project.FundProject;
import io.guildhall.application.workspace.project.LeaveProject;
import io.guildhall.application.workspace.project.ViewProjects;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.CommentOnTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.application.workspace.ticket.ViewTickets;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * What bootstrap wires to a database, wired to memory: every port and use case a door may ask for.
 */
@Singleton
public final class InMemoryWiring {

    /** The key of the first operator, who is an admin. */
    public static final String ADMIN_KEY = "the-first-operators-key-in-tests";

    @Produces final InMemoryGuildhall guildhall = new InMemoryGuildhall();

    private final UseCases useCases = guildhall.useCases;

    @Produces final InstantSource clock = guildhall.clock;
    @Produces final IdGenerator ids = guildhall.ids;
    @Produces final RandomSource random = guildhall.random;
    @Produces final Transactions transactions = guildhall.transactions;
    @Produces final IdempotencyKeys idempotencyKeys = guildhall.idempotencyKeys;
    @Produces final RateCounters rateCounters = guildhall.rateCounters;
    @Produces final SigningKeys signingKeys = guildhall.signingKeys;
    @Produces final SecretBox secretBox = new NamedSecretBox("memory");
    @Produces final RateLimits rateLimits = RateLimits.STANDARD;
    @Produces final PublicAddress publicAddress = new PublicAddress("");
    @Produces final StreamLimits streamLimits = StreamLimits.STANDARD;

    @Produces final Authenticate authenticate = useCases.authenticate;
    @Produces final OnceOnly onceOnly = useCases.onceOnly;
    @Produces final RateLimiter rateLimiter = useCases.rateLimiter;
    @Produces final LookUps lookUps = useCases.lookUps;
    @Produces final EnsureFirstOperator ensureFirstOperator = useCases.ensureFirstOperator;
    @Produces final SignUpOperator signUpOperator = useCases.signUpOperator;
    @Produces final RegisterAgent registerAgent = useCases.registerAgent;
    @Produces final CreateChannel createChannel = useCases.pod.createChannel;
    @Produces final SendMessage sendMessage = useCases.pod.sendMessage;
    @Produces final MarkRead markRead = useCases.pod.markRead;
    @Produces final ViewTalk viewTalk = useCases.pod.viewTalk;
    @Produces final WriteKnowledge writeKnowledge = useCases.pod.writeKnowledge;
    @Produces final ReviseKnowledge reviseKnowledge = useCases.pod.reviseKnowledge;
    @Produces final ViewKnowledge viewKnowledge = useCases.pod.viewKnowledge;
    @Produces final ViewHeartbeat viewHeartbeat = useCases.pod.viewHeartbeat;
    @Produces final TakeRepositoryToken takeRepositoryToken = useCases.pod.takeRepositoryToken;
    @Produces final ViewRepository viewRepository = useCases.pod.viewRepository;
    @Produces final VerifyDeliverable verifyDeliverable = useCases.pod.verifyDeliverable;
    @Produces final JoinAsAgent joinAsAgent = useCases.pod.joinAsAgent;
    @Produces final EditCard editCard = useCases.pod.editCard;
    @Produces final SearchAgents searchAgents = useCases.pod.searchAgents;
    @Produces final EditAgent editAgent = useCases.editAgent;
    @Produces final DeactivateAgent deactivateAgent = useCases.deactivateAgent;
    @Produces final RotateKey rotateKey = useCases.rotateKey;
    @Produces final VerifySignature verifySignature = useCases.verifySignature;
    @Produces final RegisterWalletAgent registerWalletAgent = useCases.registerWalletAgent;
    @Produces final IssueAccessKey issueAccessKey = useCases.issueAccessKey;
    @Produces final ConfirmAgentOnchain confirmAgentOnchain = useCases.confirmAgentOnchain;
    @Produces final BeginGithubLink beginGithubLink = useCases.beginGithubLink;
    @Produces final ReturnFromGithub returnFromGithub = useCases.returnFromGithub;
    @Produces final ViewUnconfirmedLink viewUnconfirmedLink = useCases.viewUnconfirmedLink;
    @Produces final ConfirmGithubLink confirmGithubLink = useCases.confirmGithubLink;

    @Produces
    final ReceiveNotice receiveNotice =
            new ReceiveNotice(
                    transactions,
                    guildhall.notices,
                    (body, signature) -> signature.equals("signed " + body.length()),
                    clock);

    @Produces final ViewParties viewParties = useCases.viewParties;
    @Produces final GrantRoles grantRoles = useCases.grantRoles;
    @Produces final Audit audit = useCases.admin.audit;
    @Produces final ViewAudit viewAudit = useCases.admin.viewAudit;
    @Produces final SuspendParty suspendParty = useCases.admin.suspendParty;
    @Produces final ResumeParty resumeParty = useCases.admin.resumeParty;
    @Produces final ViewSuspensions viewSuspensions = useCases.admin.viewSuspensions;
    @Produces final FreezeFunding freezeFunding = useCases.admin.freezeFunding;
    @Produces final UnfreezeFunding unfreezeFunding = useCases.admin.unfreezeFunding;
    @Produces final ViewFundingFreezes viewFundingFreezes = useCases.admin.viewFundingFreezes;
    @Produces final PauseWorker pauseWorker = useCases.admin.pauseWorker;
    @Produces final ResumeWorker resumeWorker = useCases.admin.resumeWorker;
    @Produces final ViewWorkers viewWorkers = useCases.admin.viewWorkers;
    @Produces final RetryPayout retryPayout = useCases.admin.retryPayout;
    @Produces final ReplayForReceiver replayForReceiver = useCases.admin.replayForReceiver;
    @Produces final ViewWholeStory viewWholeStory = useCases.admin.viewWholeStory;
    @Produces final ReconcileRails reconcileRails = useCases.admin.reconcileRails;
    @Produces final ViewReputation viewReputation = useCases.viewReputation;
    @Produces final PostBounty postBounty = useCases.postBounty;
    @Produces final Wallets wallets = guildhall.wallets;
    @Produces final BindWallet bindWallet = useCases.bindWallet;
    @Produces final PostEscrowBounty postEscrowBounty = useCases.postEscrowBounty;
    @Produces final PrepareClaim prepareClaim = useCases.prepareClaim;
    @Produces final ConfirmClaim confirmClaim = useCases.confirmClaim;
    @Produces final ViewEscrow viewEscrow = useCases.viewEscrow;
    @Produces final UnfreezeBounty unfreezeBounty = useCases.unfreezeBounty;
    @Produces final Reconcile reconcile = useCases.reconcile;
    @Produces final ReadIssue readIssue = useCases.readIssue;
    @Produces final ImportBounty importBounty = useCases.importBounty;
    @Produces final VerifyComment verifyComment = useCases.verifyComment;
    @Produces final FundBounty fundBounty = useCases.fundBounty;
    @Produces final EditBounty editBounty = useCases.editBounty;
    @Produces final CancelBounty cancelBounty = useCases.cancelBounty;
    @Produces final ViewBounties viewBounties = useCases.viewBounties;
    @Produces final ViewStory viewStory = useCases.viewStory;
    @Produces final ViewEvents viewEvents = useCases.viewEvents;
    @Produces final ClaimBounty claimBounty = useCases.claimBounty;
    @Produces final ApproveClaim approveClaim = useCases.approveClaim;
    @Produces final RejectClaim rejectClaim = useCases.rejectClaim;
    @Produces final WithdrawClaim withdrawClaim = useCases.withdrawClaim;
    @Produces final ReleaseClaim releaseClaim = useCases.releaseClaim;
    @Produces final ViewClaims viewClaims = useCases.viewClaims;
    @Produces final ReportProgress reportProgress = useCases.reportProgress;
    @Produces final ViewProgress viewProgress = useCases.viewProgress;
    @Produces final SubmitPullRequest submitPullRequest = useCases.submitPullRequest;
    @Produces final SubmitWork submitWork = useCases.submitWork;
    @Produces final AcceptSubmission acceptSubmission = useCases.acceptSubmission;
    @Produces final RejectSubmission rejectSubmission = useCases.rejectSubmission;
    @Produces final RequestRevision requestRevision = useCases.requestRevision;
    @Produces final ViewSubmissions viewSubmissions = useCases.viewSubmissions;
    @Produces final OpenDispute openDispute = useCases.openDispute;
    @Produces final GiveEvidence giveEvidence = useCases.giveEvidence;
    @Produces final MakeOffer makeOffer = useCases.makeOffer;
    @Produces final AcceptOffer acceptOffer = useCases.acceptOffer;
    @Produces final WithdrawDispute withdrawDispute = useCases.withdrawDispute;
    @Produces final ResolveDispute resolveDispute = useCases.resolveDispute;
    @Produces final ViewDisputes viewDisputes = useCases.viewDisputes;
    @Produces final TopUp topUp = useCases.topUp;
    @Produces final Withdraw withdraw = useCases.withdraw;
    @Produces final ViewLedger viewLedger = useCases.viewLedger;
    @Produces final SendPayouts sendPayouts = useCases.sendPayouts;
    @Produces final ViewPayouts viewPayouts = useCases.viewPayouts;
    @Produces final ResumePayout resumePayout = useCases.resumePayout;
    @Produces final OnboardPayee onboardPayee = useCases.onboardPayee;
    @Produces final ViewPayee viewPayee = useCases.viewPayee;
    @Produces final RequestPayment requestPayment = useCases.requestPayment;
    @Produces final PayForBounty payForBounty = useCases.payForBounty;
    @Produces final ViewPayments viewPayments = useCases.viewPayments;
    @Produces final RefundPayment refundPayment = useCases.refundPayment;
    @Produces final ReceiveRailNotice receiveRailNotice = useCases.receiveRailNotice;
    @Produces final ReplayRailNotice replayRailNotice = useCases.replayRailNotice;
    @Produces final ViewReserves viewReserves = useCases.viewReserves;
    @Produces final ReconcileRail reconcileRail = useCases.reconcileRail;

    @Produces
    @Typed(PaymentProvider.class)
    final PaymentProvider provider = guildhall.provider;

    @Produces final CreateProject createProject = useCases.workspace.createProject;
    @Produces final FundProject fundProject = useCases.workspace.fundProject;
    @Produces final CloseProject closeProject = useCases.workspace.closeProject;
    @Produces final LeaveProject leaveProject = useCases.workspace.leaveProject;
    @Produces final ViewProjects viewProjects = useCases.workspace.viewProjects;
    @Produces final CreatePosition createPosition = useCases.workspace.createPosition;
    @Produces final ClosePosition closePosition = useCases.workspace.closePosition;
    @Produces final ViewPositions viewPositions = useCases.workspace.viewPositions;
    @Produces final ApplyForPosition applyForPosition = useCases.workspace.applyForPosition;
    @Produces final DecideApplication decideApplication = useCases.workspace.decideApplication;
    @Produces final ViewApplications viewApplications = useCases.workspace.viewApplications;
    @Produces final PostTicket postTicket = useCases.workspace.postTicket;
    @Produces final ChangeTicket changeTicket = useCases.workspace.changeTicket;
    @Produces final AnswerTicket answerTicket = useCases.workspace.answerTicket;
    @Produces final CommentOnTicket commentOnTicket = useCases.workspace.commentOnTicket;
    @Produces final ViewTickets viewTickets = useCases.workspace.viewTickets;

    @Produces final EventStream eventStream = guildhall.eventStream;
    @Produces final Audiences audiences = useCases.audiences;
    @Produces final EventTail eventTail = new EventTail(eventStream, audiences);
    @Produces final RegisterWebhook registerWebhook = useCases.registerWebhook;
    @Produces final EditWebhook editWebhook = useCases.editWebhook;
    @Produces final RemoveWebhook removeWebhook = useCases.removeWebhook;
    @Produces final RotateWebhookSecret rotateWebhookSecret = useCases.rotateWebhookSecret;
    @Produces final SendTestEvent sendTestEvent = useCases.sendTestEvent;
    @Produces final ReplayDelivery replayDelivery = useCases.replayDelivery;
    @Produces final ReplayDeliveries replayDeliveries = useCases.replayDeliveries;
    @Produces final ViewWebhooks viewWebhooks = useCases.viewWebhooks;
    @Produces final SaveBountyFilters saveBountyFilters = useCases.saveBountyFilters;
    @Produces final ViewBountyFilters viewBountyFilters = useCases.viewBountyFilters;

    // The gate goes by the world's time, so that only who asks for the market's clock gets it.
    @Produces
    @Typed(MarketClock.class)
    final MarketClock marketClock = useCases.marketClock;

    @Produces final ClockOffset clockOffset = guildhall.clockOffset;
    @Produces final AdvanceClock advanceClock = useCases.advanceClock;
    @Produces final CatchUpWithClock catchUpWithClock = useCases.catchUpWithClock;

    InMemoryWiring() {
        useCases.ensureFirstOperator.handle(ADMIN_KEY);
    }
}
