package io.guildhall.web;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.KnownCallers;
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
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.NamedSecretBox;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.notification.Audiences;
import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.application.notification.ReplayDelivery;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.application.notification.SaveBountyFilters;
import io.guildhall.application.notification.SendTestEvent;
import io.guildhall.application.notification.ViewBountyFilters;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.ConfirmGithubLink;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.EnsureFirstOperator;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payee.ViewPayee;
import io.guildhall.application.payment.PayForBounty;
import io.guildhall.application.payment.RefundPayment;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.application.payment.ViewPayments;
import io.guildhall.application.payout.ResumePayout;
import io.guildhall.application.payout.SendPayouts;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.application.session.LinkIdentity;
import io.guildhall.application.session.SignIn;
import io.guildhall.application.session.SignInByIdentity;
import io.guildhall.application.session.SignOut;
import io.guildhall.application.session.SignUpByIdentity;
import io.guildhall.application.session.UnlinkIdentity;
import io.guildhall.application.session.ViewLogins;
import io.guildhall.application.session.ViewSession;
import io.guildhall.application.stream.EventTail;
import io.guildhall.application.stream.ViewEvents;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.CatchUpWithClock;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.web.oidc.OidcSettings;
import io.guildhall.web.oidc.StubIssuer;
import io.guildhall.web.visit.DoorPaths;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What bootstrap wires to a database, wired to memory: every port and use case a page may ask for.
 */
@Singleton
public final class InMemoryWiring {

    /** The key of the first operator, who is an admin. */
    public static final String ADMIN_KEY = "the-first-operators-key-in-tests";

    @Produces final InMemoryGuildhall guildhall = new InMemoryGuildhall();

    /** Whether money comes and goes at a processor, as {@link RealMoneyProfile} has it. */
    private final boolean real =
            ConfigProvider.getConfig()
                    .getOptionalValue(RealMoneyProfile.SWITCH, Boolean.class)
                    .orElse(false);

    private final UseCases useCases =
            real ? new UseCases(guildhall.portsPayingBy(guildhall.rail)) : guildhall.useCases;

    @Produces final InstantSource clock = guildhall.clock;
    @Produces final IdGenerator ids = guildhall.ids;
    @Produces final RandomSource random = guildhall.random;
    @Produces final Transactions transactions = guildhall.transactions;
    @Produces final IdempotencyKeys idempotencyKeys = guildhall.idempotencyKeys;
    @Produces final RateCounters rateCounters = guildhall.rateCounters;
    @Produces final SigningKeys signingKeys = guildhall.signingKeys;

    /** There are no doors beside the pages here. */
    @Produces
    final KnownCallers knownCallers =
            new KnownCallers() {
                @Override
                public void forget(OperatorId operator) {}

                @Override
                public void forgetAll() {}
            };

    @Produces final SecretBox secretBox = new NamedSecretBox("memory");
    @Produces final RateLimits rateLimits = RateLimits.STANDARD;
    @Produces final DoorPaths doorPaths = new DoorPaths(path -> path.startsWith("/api/"));
    @Produces final PublicAddress publicAddress = new PublicAddress("");
    @Produces final StubIssuer stubIssuer = StubIssuer.start();
    @Produces final OidcSettings oidcSettings = stubIssuer.settings();

    @Produces
    final StreamLimits streamLimits =
            new StreamLimits(100, 3, 64, Duration.ofMillis(200), Duration.ofSeconds(30));

    @Produces final Authenticate authenticate = useCases.authenticate;
    @Produces final SignIn signIn = useCases.signIn;
    @Produces final SignInByIdentity signInByIdentity = useCases.signInByIdentity;
    @Produces final SignUpByIdentity signUpByIdentity = useCases.signUpByIdentity;
    @Produces final LinkIdentity linkIdentity = useCases.linkIdentity;
    @Produces final UnlinkIdentity unlinkIdentity = useCases.unlinkIdentity;
    @Produces final ViewLogins viewLogins = useCases.viewLogins;
    @Produces final SignOut signOut = useCases.signOut;
    @Produces final ViewSession viewSession = useCases.viewSession;
    @Produces final OnceOnly onceOnly = useCases.onceOnly;
    @Produces final RateLimiter rateLimiter = useCases.rateLimiter;
    @Produces final LookUps lookUps = useCases.lookUps;
    @Produces final EnsureFirstOperator ensureFirstOperator = useCases.ensureFirstOperator;
    @Produces final SignUpOperator signUpOperator = useCases.signUpOperator;
    @Produces final RegisterAgent registerAgent = useCases.registerAgent;
    @Produces final EditAgent editAgent = useCases.editAgent;
    @Produces final DeactivateAgent deactivateAgent = useCases.deactivateAgent;
    @Produces final RotateKey rotateKey = useCases.rotateKey;

    @Produces final ViewParties viewParties = useCases.viewParties;
    @Produces final GrantRoles grantRoles = useCases.grantRoles;
    @Produces final ViewReputation viewReputation = useCases.viewReputation;
    @Produces final PostBounty postBounty = useCases.postBounty;
    @Produces final QuotePosting quotePosting = useCases.quotePosting;
    @Produces final PostEscrowBounty postEscrowBounty = useCases.postEscrowBounty;
    @Produces final ViewEscrow viewEscrow = useCases.viewEscrow;
    @Produces final ReconcileRails reconcileRails = useCases.admin.reconcileRails;
    @Produces final UnfreezeBounty unfreezeBounty = useCases.unfreezeBounty;
    @Produces final BeginGithubLink beginGithubLink = useCases.beginGithubLink;
    @Produces final ViewUnconfirmedLink viewUnconfirmedLink = useCases.viewUnconfirmedLink;
    @Produces final ConfirmGithubLink confirmGithubLink = useCases.confirmGithubLink;
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

    @Produces
    final TopUp topUp = real ? RealMoneyProfile.withoutPretendedMoney(guildhall) : useCases.topUp;

    @Produces final RequestPayment requestPayment = useCases.requestPayment;
    @Produces final PayForBounty payForBounty = useCases.payForBounty;
    @Produces final ViewPayments viewPayments = useCases.viewPayments;
    @Produces final RefundPayment refundPayment = useCases.refundPayment;
    @Produces final ViewPayee viewPayee = useCases.viewPayee;
    @Produces final OnboardPayee onboardPayee = useCases.onboardPayee;
    @Produces final ResumePayout resumePayout = useCases.resumePayout;
    @Produces final Withdraw withdraw = useCases.withdraw;
    @Produces final ViewLedger viewLedger = useCases.viewLedger;
    @Produces final SendPayouts sendPayouts = useCases.sendPayouts;
    @Produces final ViewPayouts viewPayouts = useCases.viewPayouts;

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
