package io.guildhall.wire.event;

import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyEvent.BountyFrozen;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.bounty.BountyEvent.BountyUnfrozen;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimEvent.ClaimExpired;
import io.guildhall.domain.claim.ClaimEvent.ClaimFailed;
import io.guildhall.domain.claim.ClaimEvent.ClaimLapsed;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimEvent.ClaimReleased;
import io.guildhall.domain.claim.ClaimEvent.ClaimWithdrawn;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeEvent.DisputeSettled;
import io.guildhall.domain.dispute.DisputeEvent.DisputeWithdrawn;
import io.guildhall.domain.dispute.DisputeEvent.EvidenceGiven;
import io.guildhall.domain.dispute.DisputeEvent.OfferMade;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEvent.WebhookDisabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookEdited;
import io.guildhall.domain.notification.WebhookEvent.WebhookEnabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookRegistered;
import io.guildhall.domain.notification.WebhookEvent.WebhookRemoved;
import io.guildhall.domain.notification.WebhookEvent.WebhookSecretRotated;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyEvent.AgentActivated;
import io.guildhall.domain.party.PartyEvent.AgentDeactivated;
import io.guildhall.domain.party.PartyEvent.AgentEdited;
import io.guildhall.domain.party.PartyEvent.AgentRegistered;
import io.guildhall.domain.party.PartyEvent.AgentResumed;
import io.guildhall.domain.party.PartyEvent.AgentSuspended;
import io.guildhall.domain.party.PartyEvent.OperatorRolesChanged;
import io.guildhall.domain.party.PartyEvent.OperatorSignedUp;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.payee.PayeeEvent.PayoutDestinationChanged;
import io.guildhall.domain.payment.PaymentEvent.ChargebackReversed;
import io.guildhall.domain.payment.PaymentEvent.PaymentChargedBack;
import io.guildhall.domain.payment.PaymentEvent.PaymentEnded;
import io.guildhall.domain.payment.PaymentEvent.PaymentReceived;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutDelayed;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.workspace.ProjectEvent.ProjectClosed;
import io.guildhall.domain.workspace.ProjectEvent.ProjectFunded;
import io.guildhall.domain.workspace.ProjectEvent.ProjectOpened;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationAccepted;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationRejected;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationSubmitted;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberJoined;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberLeft;
import io.guildhall.domain.workspace.position.PositionEvent.PositionClosed;
import io.guildhall.domain.workspace.position.PositionEvent.PositionFilled;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.TicketEvent.ApprovalOverdue;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableApproved;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableRejected;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketPosted;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import io.guildhall.domain.workspace.ticket.TicketFacts;
import io.guildhall.domain.workspace.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of every event, and each of those that have more than one shape. */
public final class EventFixture {

    private static final BountyId BOUNTY = new BountyId(id(1));
    private static final ClaimId CLAIM = new ClaimId(id(2));
    private static final SubmissionId SUBMISSION = new SubmissionId(id(3));
    private static final PaymentId PAYMENT = new PaymentId(id(13));
    private static final PayoutId PAYOUT = new PayoutId(id(4));
    private static final AgentId AGENT = new AgentId(id(5));
    private static final OperatorId POSTER = new OperatorId(id(6));
    private static final OperatorId OPERATOR = new OperatorId(id(7));
    private static final DisputeId DISPUTE = new DisputeId(id(8));
    private static final ProjectId PROJECT = new ProjectId(id(13));
    private static final PositionId POSITION = new PositionId(id(15));
    private static final ApplicationId APPLICATION = new ApplicationId(id(9));
    private static final EndpointId WEBHOOK = new EndpointId(id(12));
    private static final Hearer OPERATORS = new Hearer(OPERATOR, null);
    private static final Hearer AGENTS = new Hearer(OPERATOR, AGENT);
    private static final String URL = "https://example.org/hooks";
    private static final Parties PARTIES = new Parties(POSTER, AGENT, OPERATOR);
    private static final Money FIVE_DOLLARS = Money.cents(500, Currency.USD);
    private static final Money MUCH_USDC = new Money(9_007_199_254_740_993L, Currency.USDC);
    private static final Instant LATER = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final String TITLE = "Translate \"Zürich\" into 中文 🏔\n";

    public static final List<DomainEvent> EVERY_EVENT =
            List.of(
                    new BountyPosted(BOUNTY, POSTER, TITLE, FIVE_DOLLARS),
                    new BountyFunded(BOUNTY, POSTER, MUCH_USDC),
                    new BountyOpened(BOUNTY, POSTER, TITLE, FIVE_DOLLARS),
                    new BountyEdited(BOUNTY, POSTER, Set.of(Term.REWARD, Term.ACCEPTANCE_CRITERIA)),
                    new BountyCancelled(BOUNTY, POSTER, "No longer needed"),
                    new BountyExpired(BOUNTY, POSTER),
                    new BountyFrozen(BOUNTY, POSTER, "paid while it is open"),
                    new BountyUnfrozen(BOUNTY, POSTER, POSTER, "A test of ours"),
                    new ClaimCreated(CLAIM, BOUNTY, PARTIES),
                    new ClaimApproved(CLAIM, BOUNTY, PARTIES, LATER),
                    new ClaimRejected(CLAIM, BOUNTY, PARTIES, "another_claim_approved"),
                    new ClaimWithdrawn(CLAIM, BOUNTY, PARTIES),
                    new ClaimLapsed(CLAIM, BOUNTY, PARTIES),
                    new ClaimReleased(CLAIM, BOUNTY, PARTIES, ""),
                    new ClaimExpired(CLAIM, BOUNTY, PARTIES),
                    new ClaimFailed(CLAIM, BOUNTY, PARTIES, "lease_ended"),
                    new SubmissionCreated(SUBMISSION, BOUNTY, CLAIM, PARTIES, LATER),
                    new SubmissionGateFailed(
                            SUBMISSION,
                            BOUNTY,
                            CLAIM,
                            PARTIES,
                            3_999,
                            List.of("Speaks of one of two criteria: answer the other one too"),
                            LATER),
                    new SubmissionGateFailed(
                            SUBMISSION, BOUNTY, CLAIM, PARTIES, 0, List.of(), null),
                    new SubmissionAccepted(
                            SUBMISSION, BOUNTY, CLAIM, PARTIES, FIVE_DOLLARS, Acceptance.TIME),
                    new SubmissionRejected(SUBMISSION, BOUNTY, CLAIM, PARTIES, "It is in Greek"),
                    new SubmissionRevisionRequested(
                            SUBMISSION, BOUNTY, CLAIM, PARTIES, "The last page is missing"),
                    new PayoutCompleted(
                            PAYOUT,
                            new AcceptedSubmission(SUBMISSION, BOUNTY, AGENT),
                            OPERATOR,
                            FIVE_DOLLARS),
                    new PayoutCompleted(
                            PAYOUT,
                            new EndedDispute(DISPUTE, BOUNTY, AGENT),
                            OPERATOR,
                            FIVE_DOLLARS),
                    new PayoutCompleted(PAYOUT, new Withdrawal(), OPERATOR, MUCH_USDC),
                    new PayoutFailed(
                            PAYOUT, new Withdrawal(), OPERATOR, "The rail is closed", true),
                    new PayoutDelayed(PAYOUT, new Withdrawal(), OPERATOR, LATER),
                    new PayoutReturned(
                            PAYOUT, new Withdrawal(), OPERATOR, MUCH_USDC, "The account is closed"),
                    new PayoutCompleted(PAYOUT, new Refund(PAYMENT), OPERATOR, FIVE_DOLLARS),
                    new PaymentReceived(PAYMENT, OPERATOR, FIVE_DOLLARS, null),
                    new PaymentReceived(PAYMENT, OPERATOR, FIVE_DOLLARS, BOUNTY),
                    new PaymentEnded(PAYMENT, OPERATOR, "The page has expired"),
                    new PaymentChargedBack(PAYMENT, OPERATOR, FIVE_DOLLARS),
                    new ChargebackReversed(PAYMENT, OPERATOR, FIVE_DOLLARS),
                    new PayoutDestinationChanged(OPERATOR, LATER),
                    new DisputeOpened(
                            DISPUTE,
                            BOUNTY,
                            PARTIES,
                            CLAIM,
                            SUBMISSION,
                            Side.AGENT,
                            "All of it is there",
                            LATER),
                    new DisputeOpened(
                            DISPUTE,
                            BOUNTY,
                            PARTIES,
                            CLAIM,
                            null,
                            Side.POSTER,
                            "Nothing is heard of the work",
                            LATER),
                    new EvidenceGiven(DISPUTE, BOUNTY, PARTIES, new EvidenceId(id(9)), Side.POSTER),
                    new OfferMade(
                            DISPUTE,
                            BOUNTY,
                            PARTIES,
                            new Offer(new OfferId(id(10)), Side.AGENT, 7_500, LATER)),
                    new DisputeSettled(DISPUTE, BOUNTY, PARTIES, 7_500),
                    new DisputeWithdrawn(DISPUTE, BOUNTY, PARTIES),
                    new DisputeResolved(
                            DISPUTE,
                            BOUNTY,
                            PARTIES,
                            new Ruling.Split(3_333),
                            "A third of it is done",
                            false),
                    new DisputeResolved(DISPUTE, BOUNTY, PARTIES, new Ruling.ForAgent(), "", true),
                    new DisputeResolved(
                            DISPUTE, BOUNTY, PARTIES, new Ruling.ForPoster(), "Empty", false),
                    new ProgressReported(
                            new TraceId(id(11)),
                            BOUNTY,
                            CLAIM,
                            PARTIES,
                            "tests_written",
                            "Forty of them",
                            Visibility.PRIVATE),
                    new OperatorRolesChanged(OPERATOR, Set.of(Role.ADMIN, Role.ARBITER)),
                    new OperatorSignedUp(OPERATOR, "Ann"),
                    new AgentRegistered(AGENT, OPERATOR, "ann-bot"),
                    new AgentActivated(AGENT, OPERATOR),
                    new AgentEdited(AGENT, OPERATOR),
                    new AgentSuspended(AGENT, OPERATOR),
                    new AgentResumed(AGENT, OPERATOR),
                    new AgentDeactivated(AGENT, OPERATOR),
                    new WebhookRegistered(WEBHOOK, OPERATORS, URL),
                    new WebhookEdited(WEBHOOK, AGENTS, URL),
                    new WebhookSecretRotated(WEBHOOK, OPERATORS, URL),
                    new WebhookDisabled(WEBHOOK, OPERATORS, URL, Reason.FAILING),
                    new WebhookEnabled(WEBHOOK, OPERATORS, URL),
                    new WebhookRemoved(WEBHOOK, OPERATORS, URL),
                    new WebhookTested(WEBHOOK, OPERATORS, URL),
                    new ProjectOpened(PROJECT, POSTER, "Build a REST API"),
                    new ProjectFunded(PROJECT, POSTER, FIVE_DOLLARS),
                    new ProjectClosed(PROJECT, POSTER, FIVE_DOLLARS),
                    new MemberJoined(PROJECT, AGENT, OPERATOR, Standing.WORKER),
                    new MemberLeft(PROJECT, AGENT, OPERATOR, Standing.PM),
                    new PositionOpened(POSITION, PROJECT, "Backend Developer", RoleLevel.WORKER),
                    new PositionFilled(POSITION, PROJECT, "Backend Developer", AGENT),
                    new PositionClosed(POSITION, PROJECT, "Backend Developer"),
                    new ApplicationSubmitted(APPLICATION, POSITION, PROJECT, AGENT, OPERATOR),
                    new ApplicationAccepted(APPLICATION, POSITION, PROJECT, AGENT, OPERATOR),
                    new ApplicationRejected(
                            APPLICATION, POSITION, PROJECT, AGENT, OPERATOR, "Another was faster"),
                    new TicketPosted(ticket(null, Step.TODO, null)),
                    new TicketAssigned(ticket(AGENT, Step.TODO, null)),
                    new TicketUpdated(ticket(AGENT, Step.DONE, "pending")),
                    new DeliverableApproved(
                            ticket(AGENT, Step.DONE, "approved"), OPERATOR, FIVE_DOLLARS),
                    new DeliverableRejected(ticket(AGENT, Step.DONE, "rejected"), OPERATOR),
                    new ApprovalOverdue(ticket(AGENT, Step.DONE, "pending"), LATER),
                    new MessageSent(
                            new MessageId(id(15)),
                            new ChannelId(id(14)),
                            PROJECT,
                            "general",
                            AGENT,
                            "Starting work on the auth endpoint"),
                    new PayoutCompleted(
                            PAYOUT,
                            new ApprovedTicket(new TicketId(id(14)), PROJECT, AGENT),
                            OPERATOR,
                            FIVE_DOLLARS));

    private EventFixture() {}

    /** The event's kind, with the source where there are several. */
    public static String name(DomainEvent event) {
        String kind = EventJson.encode(event).kind();
        return switch (event) {
            case PayoutCompleted completed -> kind + "-" + completed.source().word();
            case PaymentReceived received ->
                    kind + (received.bounty() == null ? "-balance" : "-bounty");
            case DisputeResolved resolved -> kind + "-" + resolved.ruling().word();
            case DisputeOpened opened ->
                    kind + (opened.submission() == null ? "-bounty" : "-submission");
            case SubmissionGateFailed failed ->
                    kind + (failed.resubmitBy() == null ? "-final" : "");
            default -> kind;
        };
    }

    private static TicketFacts ticket(
            @Nullable AgentId assignee, Step status, @Nullable String approval) {
        return new TicketFacts(
                new TicketId(id(14)),
                PROJECT,
                5,
                "Implement auth endpoint",
                Priority.HIGH,
                assignee,
                status,
                approval);
    }

    private static UUID id(int last) {
        return UUID.fromString("0198c0de-0000-7000-8000-00000000000" + Integer.toHexString(last));
    }
}
