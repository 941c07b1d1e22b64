package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.escrow.ChainFacts;
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
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Submissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which orders that came to nothing the contract would still have to be told: those about the claim
 * that the bounty is at, of which it has not heard in the meantime. What only time had to do is not
 * among them; time does it again.
 */
final class OrdersAgain {

    private final EscrowHolds holds;
    private final VaultOrders orders;
    private final ChainFacts facts;
    private final Submissions submissions;

    OrdersAgain(EscrowHolds holds, VaultOrders orders, ChainFacts facts, Submissions submissions) {
        this.holds = holds;
        this.orders = orders;
        this.facts = facts;
        this.submissions = submissions;
    }

    /**
     * @param key of a further order of the same
     */
    record Lost(String key, VaultCall call) {}

    /** In the order in which they were given first. */
    List<Lost> of(Bounty bounty, EscrowHold hold) {
        if (!bounty.status().holdsEscrow()) {
            return List.of();
        }
        Map<String, List<VaultOrder>> alike = new LinkedHashMap<>();
        for (VaultOrder order : orders.of(bounty.id())) {
            alike.computeIfAbsent(EscrowOrders.firstKey(order), _ -> new ArrayList<>()).add(order);
        }
        var position = ContractPosition.of(facts.of(hold.onchainId()), bounty.terms());
        List<Lost> lost = new ArrayList<>();
        alike.forEach((key, same) -> {
            if (same.stream().allMatch(EscrowOrders::cameToNothing)
                    && isWanted(bounty, key, same.getLast(), position)) {
                lost.add(
                        new Lost(
                                EscrowOrders.again(key, same.size()),
                                asItStands(same.getLast().call(), position)));
            }
        });
        return lost;
    }

    /** Whether the contract is still to be told that. */
    boolean isWanted(Bounty bounty, EscrowHold hold, VaultOrder order) {
        return bounty.status().holdsEscrow()
                && isWanted(
                        bounty,
                        EscrowOrders.firstKey(order),
                        order,
                        ContractPosition.of(facts.of(hold.onchainId()), bounty.terms()));
    }

    private boolean isWanted(
            Bounty bounty, String key, VaultOrder order, ContractPosition position) {
        return switch (order.call()) {
            case SubmitWork submit ->
                    isOfClaim(bounty, submit.fence())
                            && roundOf(bounty, key) > position.submissions();
            case SendBack back ->
                    isOfClaim(bounty, back.work().fence())
                            && back.work().number() > position.sentBack();
            case OpenDispute _ -> isDisputed(bounty, key) && !position.isDisputed();
            case AnswerDispute _ ->
                    isDisputed(bounty, key) && !(position.isDisputed() && position.isAnswered());
            case RuleDispute _ -> isDisputed(bounty, key);
            // What was accepted is insisted on, wherever it stands.
            case AcceptWork _, Expire _, AcceptUnanswered _, TimeOutDispute _ -> false;
        };
    }

    /** A dispute may have another number there than when the order was given first. */
    private static VaultCall asItStands(VaultCall call, ContractPosition position) {
        return switch (call) {
            case AnswerDispute(var bounty, var _, var evidence) ->
                    new AnswerDispute(bounty, position.dispute(), evidence);
            case RuleDispute(var bounty, var _, var share) ->
                    new RuleDispute(bounty, position.dispute(), share);
            case SubmitWork _,
                    AcceptWork _,
                    AcceptUnanswered _,
                    SendBack _,
                    Expire _,
                    OpenDispute _,
                    TimeOutDispute _ ->
                    call;
        };
    }

    private boolean isOfClaim(Bounty bounty, long fence) {
        ClaimId claim = bounty.activeClaim();
        return claim != null && holds.find(claim).map(HeldClaim::fence).orElse(0L) == fence;
    }

    /** 0 when it is no submission of the claim. */
    private int roundOf(Bounty bounty, String key) {
        ClaimId claim = bounty.activeClaim();
        List<Submission> handedIn = claim == null ? List.of() : submissions.ofClaim(claim);
        return handedIn.stream()
                .filter(one -> EscrowOrders.keyOf(one).equals(key))
                .mapToInt(Submission::round)
                .findFirst()
                .orElse(0);
    }

    private static boolean isDisputed(Bounty bounty, String key) {
        return bounty.status() instanceof Disputed(var id, var _, var _) && key.endsWith(":" + id);
    }
}
