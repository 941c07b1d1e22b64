package io.guildhall.application.notification;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEvent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyEvent.AgentEvent;
import io.guildhall.domain.party.PartyEvent.OperatorRolesChanged;
import io.guildhall.domain.party.PartyEvent.OperatorSignedUp;
import io.guildhall.domain.payee.PayeeEvent;
import io.guildhall.domain.payment.PaymentEvent;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.workspace.WorkspaceEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of an event; the same on every channel.
 *
 * @param everybody whoever has a key; the rest is then of no matter
 * @param operators those whose own keys hear of it; their agents' keys do not by that
 * @param disputeWatchers arbiters and admins
 */
public record Audience(
        boolean everybody,
        Set<OperatorId> operators,
        Set<AgentId> agents,
        boolean disputeWatchers) {

    private static final Audience EVERYBODY = new Audience(true, Set.of(), Set.of(), false);
    private static final Audience NOBODY = new Audience(false, Set.of(), Set.of(), false);

    public Audience {
        operators = Set.copyOf(operators);
        agents = Set.copyOf(agents);
    }

    /**
     * @param bounty the one to whose story the event belongs, as it is now; null if it belongs to
     *     none
     */
    public static Audience of(DomainEvent event, @Nullable Bounty bounty) {
        return of(event, bounty, null);
    }

    /**
     * @param bounty the same
     * @param roster those of the project to whose story the event belongs; null if it belongs to
     *     none
     */
    static Audience of(DomainEvent event, @Nullable Bounty bounty, @Nullable Roster roster) {
        return switch (event) {
            case BountyEvent about -> ofBounty(about, bounty);
            case ClaimEvent claim -> of(claim.parties(), false);
            case SubmissionEvent submission -> of(submission.parties(), false);
            case DisputeEvent dispute -> of(dispute.parties(), true);
            case ProgressReported progress ->
                    switch (progress.visibility()) {
                        case PUBLIC -> EVERYBODY;
                        case PRIVATE -> of(progress.parties(), false);
                    };
            case PayoutEvent payout -> ofPayout(payout, bounty, roster);
            case ApplicationEvent application -> ofApplication(application, roster);
            case MessageSent said when roster != null -> roster.othersThan(said.author());
            case WorkspaceEvent _ when roster != null -> roster.all();
            case AgentEvent agent ->
                    new Audience(false, Set.of(agent.operator()), Set.of(agent.agent()), false);
            case PaymentEvent payment -> of(payment.payer());
            case PayeeEvent payee -> of(payee.operator());
            case OperatorSignedUp(var operator, var _) -> of(operator);
            case OperatorRolesChanged(var operator, var _) -> of(operator);
            case WebhookEvent webhook -> of(webhook.hearer());
            // What no rule names is nobody's to hear.
            default -> NOBODY;
        };
    }

    public boolean includes(Caller caller) {
        AgentId agent = caller.agent();
        return everybody
                || (caller.actsForOperator() && operators.contains(caller.operator()))
                || (agent != null && agents.contains(agent))
                || (disputeWatchers && caller.watchesDisputes());
    }

    /** What was never funded is its poster's own affair, also when it has ended. */
    private static Audience ofBounty(BountyEvent event, @Nullable Bounty bounty) {
        return bounty != null && bounty.wasOpened() ? EVERYBODY : of(event.poster());
    }

    /** Who applies is heard of by those who decide, and hears what becomes of it. */
    private static Audience ofApplication(ApplicationEvent event, @Nullable Roster roster) {
        Set<OperatorId> operators = new HashSet<>();
        Set<AgentId> agents = new HashSet<>();
        if (roster != null) {
            operators.addAll(roster.managers().operators());
            agents.addAll(roster.managers().agents());
        }
        operators.add(event.operator());
        agents.add(event.agent());
        return new Audience(false, operators, agents, false);
    }

    private static Audience ofPayout(
            PayoutEvent event, @Nullable Bounty bounty, @Nullable Roster roster) {
        Set<OperatorId> operators = new HashSet<>();
        operators.add(event.payee());
        if (bounty != null) {
            operators.add(bounty.poster());
        }
        if (roster != null) {
            operators.add(roster.owner());
        }
        return new Audience(false, operators, workers(event.source()), false);
    }

    private static Set<AgentId> workers(PayoutSource source) {
        return switch (source) {
            case AcceptedSubmission(var _, var _, var agent) -> Set.of(agent);
            case EndedDispute(var _, var _, var agent) -> Set.of(agent);
            case ApprovedTicket(var _, var _, var agent) -> Set.of(agent);
            case Withdrawal _, Refund _ -> Set.of();
        };
    }

    private static Audience of(Parties parties, boolean disputeWatchers) {
        return new Audience(
                false,
                Set.copyOf(List.of(parties.poster(), parties.operator())),
                Set.of(parties.agent()),
                disputeWatchers);
    }

    private static Audience of(Hearer hearer) {
        AgentId agent = hearer.agent();
        return new Audience(
                false, Set.of(hearer.operator()), agent == null ? Set.of() : Set.of(agent), false);
    }

    private static Audience of(OperatorId operator) {
        return new Audience(false, Set.of(operator), Set.of(), false);
    }
}
