package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.AcceptUnanswered;
import io.guildhall.domain.escrow.VaultCall.AcceptWork;
import io.guildhall.domain.escrow.VaultCall.AnswerDispute;
import io.guildhall.domain.escrow.VaultCall.Expire;
import io.guildhall.domain.escrow.VaultCall.OpenDispute;
import io.guildhall.domain.escrow.VaultCall.RuleDispute;
import io.guildhall.domain.escrow.VaultCall.SendBack;
import io.guildhall.domain.escrow.VaultCall.SubmitWork;
import io.guildhall.domain.escrow.VaultCall.TimeOutDispute;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultEvent.ClaimEnded;
import io.guildhall.domain.escrow.VaultEvent.Claimed;
import io.guildhall.domain.escrow.VaultEvent.DisputeAnswered;
import io.guildhall.domain.escrow.VaultEvent.DisputeOpened;
import io.guildhall.domain.escrow.VaultEvent.DisputeWithdrawn;
import io.guildhall.domain.escrow.VaultEvent.Ended;
import io.guildhall.domain.escrow.VaultEvent.Funded;
import io.guildhall.domain.escrow.VaultEvent.PaymentHeld;
import io.guildhall.domain.escrow.VaultEvent.SentBack;
import io.guildhall.domain.escrow.VaultEvent.SplitOffered;
import io.guildhall.domain.escrow.VaultEvent.Submitted;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the contract is told of work that is accepted here, wherever a wallet has brought it there
 * in the meantime: whoever accepts work here and sends it back there would keep it and have the
 * reward back.
 */
final class Insistence {

    private static final Digest ACCEPTED = Digest.of("The poster has accepted this work");

    private final EscrowHolds holds;
    private final VaultOrders orders;
    private final Submissions submissions;

    Insistence(EscrowHolds holds, VaultOrders orders, Submissions submissions) {
        this.holds = holds;
        this.orders = orders;
        this.submissions = submissions;
    }

    /**
     * @param from when the contract takes the call at the earliest
     */
    record Told(VaultCall call, Instant from) {

        /**
         * Whether that order tells it already. The same work may be handed in again, so that what
         * is on its way tells nothing of the next time.
         */
        boolean isIn(VaultOrder order) {
            return order.call().equals(call)
                    && (order.status() instanceof Waiting
                            || (!(call instanceof SubmitWork) && !EscrowOrders.isOver(order)));
        }
    }

    static boolean isDue(Bounty bounty) {
        return bounty.status() instanceof Completed(var _, var submission, var _)
                && submission != null;
    }

    /**
     * @param accepted a bounty for which it {@link #isDue}
     * @param position with that word already in it
     * @return what it is to be told and nothing else; empty when that is what it was before
     */
    Optional<List<Told>> reply(
            Bounty accepted, VaultEvent said, ContractPosition position, Instant now) {
        Submission work = workOf(accepted);
        return switch (said) {
            // Of an earlier one, of which it is still told that it was sent back.
            case Submitted(var _, var handedIn, var _, var _)
                    when handedIn.number() < work.round()
                            && !handedIn.content().equals(work.work().digest()) ->
                    Optional.empty();
            case SentBack sentBack
                    when sentBack.number() < work.round() && !isMeant(accepted, sentBack) ->
                    Optional.empty();
            case Submitted submitted ->
                    Optional.of(
                            List.of(
                                    new Told(
                                            new AcceptWork(submitted.bounty(), submitted.work()),
                                            now)));
            case SentBack _, DisputeWithdrawn _ ->
                    Optional.of(at(now, standing(accepted, said.bounty(), position)));
            case DisputeOpened opened -> Optional.of(decide(opened, now));
            case Funded _,
                    Claimed _,
                    ClaimEnded _,
                    Ended _,
                    DisputeAnswered _,
                    SplitOffered _,
                    PaymentHeld _ ->
                    Optional.empty();
        };
    }

    /** Of what it was told, or where it stands. */
    List<Told> again(Bounty accepted, EscrowHold hold, ContractPosition position, Instant now) {
        if (!position.isDisputed()) {
            return at(now, standing(accepted, hold.onchainId(), position));
        }
        List<VaultCall> calls =
                orders.of(accepted.id()).stream()
                        .map(VaultOrder::call)
                        .filter(call -> wants(accepted, hold, position, call))
                        .distinct()
                        .toList();
        Instant ruled =
                calls.stream().anyMatch(AnswerDispute.class::isInstance)
                        ? now
                        : Clamp.notBefore(now, position.takesRulingFrom());
        return calls.stream()
                .map(call -> new Told(call, call instanceof RuleDispute ? ruled : now))
                .toList();
    }

    boolean wants(Bounty accepted, EscrowHold hold, ContractPosition position, VaultCall call) {
        if (!position.isDisputed()) {
            return standing(accepted, hold.onchainId(), position).contains(call);
        }
        return switch (call) {
            case AnswerDispute answer ->
                    answer.dispute() == position.dispute() && !position.isAnswered();
            case RuleDispute rule -> rule.dispute() == position.dispute();
            case SubmitWork _,
                    AcceptWork _,
                    SendBack _,
                    OpenDispute _,
                    AcceptUnanswered _,
                    Expire _,
                    TimeOutDispute _ ->
                    false;
        };
    }

    private static List<Told> at(Instant from, List<VaultCall> calls) {
        return calls.stream().map(call -> new Told(call, from)).toList();
    }

    /** What it is to be told where it stands; nothing while it is disputed there, or over. */
    private List<VaultCall> standing(Bounty accepted, OnchainId id, ContractPosition position) {
        if (position.isOpen()) {
            return List.of();
        }
        Submission work = workOf(accepted);
        HeldClaim claim = holds.find(work.claim()).orElseThrow();
        return switch (position.silence()) {
            case OF_POSTER -> List.of(accept(id, claim, work, position.submissions()));
            case OF_AGENT ->
                    position.submissions() < Claim.SUBMISSIONS_MAX
                            ? List.of(
                                    new SubmitWork(
                                            id, claim.agent(), claim.fence(), work.work().digest()),
                                    accept(id, claim, work, position.submissions() + 1))
                            : List.of(
                                    new OpenDispute(
                                            id,
                                            claim.agent(),
                                            claim.fence(),
                                            position.submissions(),
                                            Side.AGENT,
                                            ACCEPTED));
            case OF_ARBITER, NONE -> List.of();
        };
    }

    /** Whether it is under that number, or an earlier one, that it is to be accepted there. */
    private boolean isMeant(Bounty accepted, SentBack sentBack) {
        return orders.of(accepted.id()).stream()
                .filter(order -> !EscrowOrders.isOver(order))
                .anyMatch(order ->
                        order.call() instanceof AcceptWork accept
                                && accept.work().number() <= sentBack.number());
    }

    private Submission workOf(Bounty accepted) {
        if (accepted.status() instanceof Completed(var _, var id, var _) && id != null) {
            return submissions.find(id).orElseThrow();
        }
        throw new IllegalArgumentException("Nothing is accepted of bounty " + accepted.id());
    }

    private static VaultCall accept(OnchainId id, HeldClaim claim, Submission work, int number) {
        return new AcceptWork(
                id, new WorkRef(claim.agent(), claim.fence(), number, work.work().digest()));
    }

    /** Its poster has decided it by accepting: there is nothing left for an arbiter to weigh. */
    private static List<Told> decide(DisputeOpened opened, Instant now) {
        var ruling = new RuleDispute(opened.bounty(), opened.dispute(), Ruling.WHOLE_BPS);
        return switch (opened.openedBy()) {
            case POSTER ->
                    List.of(
                            new Told(
                                    new AnswerDispute(opened.bounty(), opened.dispute(), ACCEPTED),
                                    now),
                            new Told(ruling, now));
            case AGENT -> List.of(new Told(ruling, opened.answerBy()));
        };
    }
}
