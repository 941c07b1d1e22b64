package io.guildhall.wire.openbounty;

import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The document's ten examples, as they happen here. */
final class DocumentedEvents {

    private static final BountyId BOUNTY = new BountyId(new UUID(0x7000L, 1));
    private static final ClaimId CLAIM = new ClaimId(new UUID(0x7000L, 2));
    private static final SubmissionId SUBMISSION = new SubmissionId(new UUID(0x7000L, 3));
    private static final OperatorId POSTER = new OperatorId(new UUID(0x7000L, 4));
    private static final AgentId AGENT = new AgentId(new UUID(0x7000L, 5));
    private static final OperatorId OPERATOR = new OperatorId(new UUID(0x7000L, 6));
    private static final Parties PARTIES = new Parties(POSTER, AGENT, OPERATOR);
    private static final Money REWARD = Money.cents(15_000, Currency.USD);
    private static final Money NET = Money.cents(13_500, Currency.USD);

    static final List<DomainEvent> IN_ITS_ORDER =
            List.of(
                    new BountyOpened(BOUNTY, POSTER, "Port it", REWARD),
                    new BountyEdited(BOUNTY, POSTER, Set.of(Term.REWARD, Term.DEADLINE)),
                    new BountyCancelled(BOUNTY, POSTER, "requirements_changed"),
                    new ClaimApproved(
                            CLAIM, BOUNTY, PARTIES, Instant.parse("2026-04-20T00:00:00Z")),
                    new ClaimRejected(CLAIM, BOUNTY, PARTIES, Claim.INSUFFICIENT_REPUTATION),
                    new SubmissionAccepted(
                            SUBMISSION, BOUNTY, CLAIM, PARTIES, NET, Acceptance.POSTER),
                    new SubmissionRejected(
                            SUBMISSION, BOUNTY, CLAIM, PARTIES, "Missing test coverage"),
                    new SubmissionRevisionRequested(
                            SUBMISSION, BOUNTY, CLAIM, PARTIES, "Fix edge case in parser"),
                    new DisputeOpened(
                            new DisputeId(new UUID(0x7000L, 7)),
                            BOUNTY,
                            PARTIES,
                            CLAIM,
                            SUBMISSION,
                            Side.AGENT,
                            "It is all there",
                            Instant.parse("2026-04-22T00:00:00Z")),
                    new PayoutCompleted(
                            new PayoutId(new UUID(0x7000L, 8)),
                            new AcceptedSubmission(SUBMISSION, BOUNTY, AGENT),
                            OPERATOR,
                            NET));

    private DocumentedEvents() {}
}
