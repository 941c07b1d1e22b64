package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowError.BountyIsFrozen;
import io.guildhall.domain.escrow.EscrowError.ClaimNotFinal;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SentBackAs;
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
import io.guildhall.domain.escrow.VaultEvent.DisputeOpened;
import io.guildhall.domain.escrow.VaultEvent.Submitted;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a contract is told when something happens here to a bounty whose money it holds; for all
 * other bounties nothing is told to anybody. An order is kept in the unit of work that causes it
 * and carried out by {@link CarryOutOrders}.
 *
 * <p>To be called while the bounty is locked.
 */
public final class EscrowOrders {

    private static final String AGAIN = ":again:";

    /** What the contract has refused for hours is not tried again at once. */
    static final Duration REST = Duration.ofDays(1);

    private final EscrowHolds holds;
    private final VaultOrders orders;
    private final ChainFacts facts;
    private final IdGenerator ids;
    private final OrdersAgain ordersAgain;
    private final Insistence insistence;

    public EscrowOrders(
            EscrowHolds holds,
            VaultOrders orders,
            ChainFacts facts,
            Submissions submissions,
            IdGenerator ids) {
        this.holds = holds;
        this.orders = orders;
        this.facts = facts;
        this.ids = ids;
        this.ordersAgain = new OrdersAgain(holds, orders, facts, submissions);
        this.insistence = new Insistence(holds, orders, submissions);
    }

    public void submit(Bounty bounty, Submission received, Instant now) {
        if (bounty.terms().isOnChain()) {
            HeldClaim claim = finalClaim(received.claim());
            give(
                    bounty,
                    keyOf(received),
                    new SubmitWork(
                            going(bounty).onchainId(),
                            claim.agent(),
                            claim.fence(),
                            received.work().digest()),
                    now);
        }
    }

    /** Of the order that hands it in. */
    static String keyOf(Submission received) {
        return "submit:" + received.id();
    }

    public void accept(Bounty bounty, Submission accepted, Instant now) {
        if (bounty.terms().isOnChain()) {
            give(
                    bounty,
                    "accept:" + accepted.id(),
                    new AcceptWork(going(bounty).onchainId(), work(accepted)),
                    now);
        }
    }

    public void sendBack(Bounty bounty, Submission judged, Instant now) {
        if (bounty.terms().isOnChain()) {
            give(
                    bounty,
                    "send_back:" + judged.id(),
                    switch (judged.status()) {
                        case Rejected(var review, var _) ->
                                sendBack(bounty, judged, SentBackAs.REJECTED, review);
                        case RevisionRequested(var review, var _) ->
                                sendBack(bounty, judged, SentBackAs.REVISION_REQUESTED, review);
                        case Received _,
                                GateFailed _,
                                GateFailedFinal _,
                                UnderReview _,
                                Held _,
                                Accepted _ ->
                                throw new IllegalStateException(
                                        "Submission " + judged.id() + " is not sent back");
                    },
                    now);
        }
    }

    private VaultCall sendBack(Bounty bounty, Submission judged, SentBackAs as, Review review) {
        return new SendBack(hold(bounty).onchainId(), work(judged), as, Digest.of(review.notes()));
    }

    /**
     * @param round of the submission it is about; 0 for the bounty itself
     */
    public void openDispute(Bounty bounty, Dispute opened, int round, Instant now) {
        if (bounty.terms().isOnChain()) {
            HeldClaim claim = finalClaim(opened.claim());
            give(
                    bounty,
                    "open_dispute:" + opened.id(),
                    new OpenDispute(
                            hold(bounty).onchainId(),
                            claim.agent(),
                            claim.fence(),
                            round,
                            opened.openedBy(),
                            Digest.of(opened.reason())),
                    now);
        }
    }

    /** The contract knows one answer, the first; what both sides say after it stays with us. */
    public void answerDispute(Bounty bounty, Dispute answered, Evidence answer, Instant now) {
        if (bounty.terms().isOnChain()) {
            give(
                    bounty,
                    "answer_dispute:" + answered.id(),
                    new AnswerDispute(
                            hold(bounty).onchainId(), number(bounty), Digest.of(answer.content())),
                    now);
        }
    }

    public void rule(Bounty bounty, Dispute ruled, Ruling ruling, Instant now) {
        if (bounty.terms().isOnChain()) {
            give(
                    bounty,
                    "rule_dispute:" + ruled.id(),
                    new RuleDispute(going(bounty).onchainId(), number(bounty), ruling.agentShare()),
                    now);
        }
    }

    /** Nobody has claimed it, and its deadline is over. */
    public boolean expire(Bounty unclaimed, Instant now) {
        return remind(
                unclaimed,
                "expire_unclaimed:" + unclaimed.lastFence(),
                new Expire(hold(unclaimed).onchainId()),
                now);
    }

    /** The claim's lease is over. */
    public boolean expire(Bounty bounty, Claim over, Instant now) {
        return remind(
                bounty,
                "expire:" + over.id() + ":" + over.submissions(),
                new Expire(hold(bounty).onchainId()),
                now);
    }

    /** The poster's time for the submission is over. */
    public boolean acceptUnanswered(Bounty bounty, Submission unanswered, Instant now) {
        return remind(
                bounty,
                "accept_unanswered:" + unanswered.id(),
                new AcceptUnanswered(hold(bounty).onchainId()),
                now);
    }

    /** Nobody has ruled in time, or the contract has not heard of it. */
    public boolean timeOutDispute(Bounty bounty, Dispute undecided, Instant now) {
        if (!position(bounty).isUndecided(now)) {
            // It heard of the dispute later than we did, or has not yet.
            return false;
        }
        if (undecided.status() instanceof Ruled) {
            withdraw(bounty, order -> order.call() instanceof RuleDispute, now);
        }
        return remind(
                bounty,
                "time_out_dispute:" + undecided.id(),
                new TimeOutDispute(hold(bounty).onchainId()),
                now);
    }

    /**
     * Whether the contract may stand elsewhere than the bounty does here, with nothing left here
     * that would wait for it: it has refused one of its orders for good, or holds money although
     * the bounty is over here, because that came too late.
     */
    public boolean goesByFacts(Bounty bounty) {
        if (!bounty.terms().isOnChain()) {
            return false;
        }
        return bounty.status().isTerminal()
                ? hold(bounty).holdsMoney()
                : bounty.status().holdsEscrow()
                        && orders.of(bounty.id()).stream()
                                .anyMatch(order -> hasFailed(order) || isRuledThere(bounty, order));
    }

    /** What is accepted here is disputed there, and a ruling is on its way. */
    private static boolean isRuledThere(Bounty bounty, VaultOrder order) {
        return bounty.status() instanceof Completed
                && order.call() instanceof RuleDispute
                && !isOver(order);
    }

    /**
     * What such a contract is told when time is over goes by what itself has said, so that its
     * money comes free in any case.
     */
    public boolean remindByFacts(Bounty bounty, Instant now) {
        EscrowHold hold = hold(bounty);
        ContractPosition position = position(bounty);
        boolean isUndecided = position.isUndecided(now);
        if (!orders.of(bounty.id()).stream()
                .filter(order -> !(isUndecided && order.call() instanceof RuleDispute))
                .allMatch(EscrowOrders::isOver)) {
            return false;
        }
        // Not before: by the ruling alone an accepted bounty is found again.
        if (isUndecided) {
            withdraw(bounty, order -> order.call() instanceof RuleDispute, now);
        }
        return position.overdue(hold.onchainId(), now)
                .filter(call -> !isRefundOfAccepted(bounty, call, position))
                .filter(call ->
                        remind(bounty, "overdue:" + call.word() + ":" + position.said(), call, now))
                .isPresent();
    }

    /** Whoever wants that has to tell the contract so itself. */
    private static boolean isRefundOfAccepted(
            Bounty bounty, VaultCall call, ContractPosition position) {
        return call instanceof Expire
                && bounty.status() instanceof Completed
                && position.submissions() > 0;
    }

    /** What came to nothing while the bounty was frozen, as far as it is still wanted. */
    public void giveAgain(Bounty bounty, Instant now) {
        EscrowHold hold = hold(bounty);
        if (Insistence.isDue(bounty)) {
            ContractPosition position = position(bounty);
            insist(bounty, insistence.again(bounty, hold, position, now), position, now);
            return;
        }
        for (OrdersAgain.Lost lost : ordersAgain.of(bounty, hold)) {
            give(bounty, lost.key(), lost.call(), now);
        }
    }

    /** What the contract is told because of what it has said. */
    public void reply(Bounty bounty, VaultEvent said, Instant now) {
        if (!Insistence.isDue(bounty)) {
            if (said instanceof Submitted submitted) {
                speakOf(bounty, submitted.work(), now);
            }
            if (said instanceof DisputeOpened opened) {
                answerCrossing(bounty, opened, now);
                ruleAsItStands(bounty, opened, now);
            }
            return;
        }
        ContractPosition position = position(bounty);
        insistence
                .reply(bounty, said, position, now)
                .ifPresent(told -> {
                    // It would refuse them for hours, and hold up what it is to be told instead.
                    withdraw(bounty, order -> told.stream().noneMatch(one -> one.isIn(order)), now);
                    insist(bounty, told, position, now);
                });
    }

    /**
     * What waits to be told of work for which its agent's wallet has handed in something else is
     * told of that, and what is behind it stays behind it.
     */
    private void speakOf(Bounty bounty, WorkRef there, Instant now) {
        List<VaultOrder> toGiveAgain =
                waiting(bounty)
                        .dropWhile(order -> speaksOf(order.call(), there).equals(order.call()))
                        .toList();
        for (VaultOrder order : toGiveAgain) {
            giveInstead(bounty, order, speaksOf(order.call(), there), now);
        }
    }

    /**
     * The other side was quicker to open a dispute there than we with the one that is on here: who
     * opened that has spoken, and is not to lose by silence.
     */
    private void answerCrossing(Bounty bounty, DisputeOpened there, Instant now) {
        if (bounty.status() instanceof Disputed(var id, var _, var _)) {
            for (VaultOrder order : orders.of(bounty.id())) {
                if (firstKey(order).equals("open_dispute:" + id)
                        && order.call() instanceof OpenDispute ours
                        && ours.by() != there.openedBy()) {
                    give(
                            bounty,
                            "answer_dispute:" + id,
                            new AnswerDispute(ours.bounty(), there.dispute(), ours.reason()),
                            now);
                }
            }
        }
    }

    /**
     * What an arbiter has ruled before the contract had heard of the dispute: it is told that under
     * the number that it gave the dispute, behind what answers it, and not before it takes that.
     */
    private void ruleAsItStands(Bounty bounty, DisputeOpened there, Instant now) {
        for (VaultOrder order : waiting(bounty).toList()) {
            if (order.call() instanceof RuleDispute(var id, var _, var share)) {
                giveInstead(bounty, order, new RuleDispute(id, there.dispute(), share), now);
            }
        }
    }

    private void giveInstead(Bounty bounty, VaultOrder order, VaultCall call, Instant now) {
        withdraw(order, now);
        give(bounty, nextKey(orders.of(bounty.id()), firstKey(order)), call, now);
    }

    private static VaultCall speaksOf(VaultCall call, WorkRef there) {
        return call instanceof SendBack(var bounty, var work, var as, var notes)
                        && work.fence() == there.fence()
                        && work.number() == there.number()
                ? new SendBack(bounty, there, as, notes)
                : call;
    }

    /**
     * Of what the contract has refused: withdraws it if it need not be told that any more, by all
     * that it has said, and tells it what it is to be told instead.
     */
    void withdrawIfMoot(Bounty bounty, VaultOrder refused, Instant now) {
        if (isMoot(bounty, refused)) {
            withdraw(refused, now);
            if (Insistence.isDue(bounty)) {
                giveAgain(bounty, now);
            }
        }
    }

    private boolean isMoot(Bounty bounty, VaultOrder order) {
        if (isReminder(order.call())) {
            return false;
        }
        EscrowHold hold = hold(bounty);
        if (!Insistence.isDue(bounty)) {
            return !ordersAgain.isWanted(bounty, hold, order);
        }
        // Where it stands is not known for good while something is on its way there.
        return orders.of(bounty.id()).stream().noneMatch(EscrowOrders::isInFlight)
                && !insistence.wants(bounty, hold, position(bounty), order.call());
    }

    private static boolean isInFlight(VaultOrder order) {
        return !isOver(order) && !(order.status() instanceof Waiting);
    }

    private static boolean isReminder(VaultCall call) {
        return switch (call) {
            case AcceptUnanswered _, Expire _, TimeOutDispute _ -> true;
            case SubmitWork _,
                    AcceptWork _,
                    SendBack _,
                    OpenDispute _,
                    AnswerDispute _,
                    RuleDispute _ ->
                    false;
        };
    }

    private void withdraw(Bounty bounty, Predicate<VaultOrder> which, Instant now) {
        waiting(bounty).filter(which).forEach(order -> withdraw(order, now));
    }

    private void withdraw(VaultOrder order, Instant now) {
        orders.save(order.withdraw(now).orThrow().state());
    }

    private Stream<VaultOrder> waiting(Bounty bounty) {
        return orders.of(bounty.id()).stream().filter(order -> order.status() instanceof Waiting);
    }

    private void insist(
            Bounty bounty, List<Insistence.Told> told, ContractPosition position, Instant now) {
        List<VaultOrder> given = orders.of(bounty.id());
        for (Insistence.Told one : told) {
            if (given.stream().anyMatch(one::isIn)) {
                continue;
            }
            orders.add(
                    VaultOrder.give(
                            new OrderId(ids.next()),
                            bounty.id(),
                            nextKey(given, "insist:" + one.call().word() + ":" + position.said()),
                            one.call(),
                            one.from(),
                            now));
        }
    }

    /** The key under which the same was ordered first. */
    static String firstKey(VaultOrder order) {
        int again = order.key().indexOf(AGAIN);
        return again < 0 ? order.key() : order.key().substring(0, again);
    }

    /** Under which the same is ordered once more, if it was ordered before. */
    private static String nextKey(List<VaultOrder> given, String key) {
        return again(key, given.stream().filter(order -> firstKey(order).equals(key)).count());
    }

    static String again(String key, long times) {
        return times == 0 ? key : key + AGAIN + times;
    }

    static boolean cameToNothing(VaultOrder order) {
        return hasFailed(order) || order.status() instanceof Withdrawn;
    }

    static boolean isOver(VaultOrder order) {
        return cameToNothing(order) || order.status() instanceof Done;
    }

    private static boolean hasFailed(VaultOrder order) {
        return order.status() instanceof Failed;
    }

    /**
     * The contract's clocks go on whatever we think of the bounty. It is reminded once, and once
     * more after each time that the reminder was withdrawn or, after a rest, has failed.
     */
    private boolean remind(Bounty bounty, String key, VaultCall call, Instant now) {
        List<VaultOrder> ended =
                orders.of(bounty.id()).stream()
                        .filter(order -> firstKey(order).equals(key))
                        .filter(order -> order.call().equals(call))
                        .filter(EscrowOrders::cameToNothing)
                        .toList();
        if (ended.stream().anyMatch(order -> rests(order, now))) {
            return false;
        }
        return orders.add(
                VaultOrder.give(
                        new OrderId(ids.next()),
                        bounty.id(),
                        again(key, ended.size()),
                        call,
                        now,
                        now));
    }

    private static boolean rests(VaultOrder order, Instant now) {
        return order.status() instanceof Failed(var _, var at) && now.isBefore(at.plus(REST));
    }

    private void give(Bounty bounty, String key, VaultCall call, Instant now) {
        orders.add(
                VaultOrder.give(
                        new OrderId(ids.next()),
                        bounty.id(),
                        key,
                        call,
                        earliest(bounty, call, now),
                        now));
    }

    /** When the contract takes it at the earliest, as far as that is a matter of time. */
    private Instant earliest(Bounty bounty, VaultCall call, Instant now) {
        if (!(call instanceof RuleDispute) || isAnswerUnderWay(bounty)) {
            return now;
        }
        ContractPosition position = position(bounty);
        return position.isDisputed() ? Clamp.notBefore(now, position.takesRulingFrom()) : now;
    }

    private boolean isAnswerUnderWay(Bounty bounty) {
        return bounty.status() instanceof Disputed(var id, var _, var _)
                && orders.of(bounty.id()).stream()
                        .anyMatch(order ->
                                firstKey(order).equals("answer_dispute:" + id)
                                        && !cameToNothing(order));
    }

    private WorkRef work(Submission submission) {
        HeldClaim claim = finalClaim(submission.claim());
        return new WorkRef(
                claim.agent(), claim.fence(), submission.round(), submission.work().digest());
    }

    private HeldClaim finalClaim(ClaimId id) {
        HeldClaim claim = holds.find(id).orElseThrow();
        if (!claim.isFinal()) {
            throw new RefusedException(new ClaimNotFinal(id));
        }
        return claim;
    }

    /**
     * The contract numbers what was opened there. Ours do not count: it may never have heard of one
     * of them, and some that it has heard of are none of ours.
     */
    private int number(Bounty bounty) {
        return position(bounty).dispute();
    }

    private ContractPosition position(Bounty bounty) {
        return ContractPosition.of(facts.of(hold(bounty).onchainId()), bounty.terms());
    }

    /**
     * Of a bounty that is not frozen. What a side says against the contract's clock is said even of
     * one that is, for that clock goes on.
     */
    private EscrowHold going(Bounty bounty) {
        EscrowHold hold = hold(bounty);
        Freeze frozen = hold.frozen();
        if (frozen != null) {
            throw new RefusedException(new BountyIsFrozen(bounty.id(), frozen.reason()));
        }
        return hold;
    }

    private EscrowHold hold(Bounty bounty) {
        return holds.find(bounty.id()).orElseThrow();
    }
}
