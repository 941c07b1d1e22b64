package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.AcceptUnanswered;
import io.guildhall.domain.escrow.VaultCall.AnswerDispute;
import io.guildhall.domain.escrow.VaultCall.Expire;
import io.guildhall.domain.escrow.VaultCall.OpenDispute;
import io.guildhall.domain.escrow.VaultCall.RuleDispute;
import io.guildhall.domain.escrow.VaultCall.SendBack;
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
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what the contract need not be told any more: a wallet was quicker, or a clock was
 * stopped that we were about to remind it of. It would refuse such an order for ever, and hold up
 * every other of the bounty.
 */
final class MootOrders {

    private final VaultOrders orders;
    private final ContractClaims claims;
    private final Submissions submissions;

    MootOrders(VaultOrders orders, ContractClaims claims, Submissions submissions) {
        this.orders = orders;
        this.claims = claims;
        this.submissions = submissions;
    }

    /** To be called while the bounty is locked. */
    void withdraw(Bounty bounty, VaultEvent happened, Instant now) {
        for (VaultOrder order : orders.of(bounty.id())) {
            if (order.status() instanceof Waiting
                    && (isMoot(order.call(), happened)
                            || (happened instanceof Submitted submitted
                                    && order.key().equals(keyOf(bounty, submitted))))) {
                orders.save(order.withdraw(now).orThrow().state());
            }
        }
    }

    /** The same work may be handed in again, so that it alone does not tell which order it was. */
    private @Nullable String keyOf(Bounty bounty, Submitted submitted) {
        return claims.find(bounty, submitted.work().fence(), submitted.work().agent())
                .flatMap(claim ->
                        submissions.ofClaim(claim.claim()).stream()
                                .filter(one -> one.round() == submitted.work().number())
                                .findFirst())
                .map(EscrowOrders::keyOf)
                .orElse(null);
    }

    private static boolean isMoot(VaultCall call, VaultEvent happened) {
        return switch (happened) {
            case Claimed _, Submitted _ -> call instanceof Expire;
            case SentBack sentBack ->
                    call instanceof AcceptUnanswered
                            || (call instanceof SendBack order
                                    && order.work().fence() == sentBack.fence()
                                    && order.work().number() == sentBack.number());
            case DisputeOpened opened ->
                    call instanceof Expire
                            || call instanceof AcceptUnanswered
                            || (call instanceof OpenDispute open
                                    && open.fence() == opened.fence()
                                    && open.by() == opened.openedBy());
            case DisputeAnswered answered ->
                    call instanceof AnswerDispute answer && answer.dispute() == answered.dispute();
            case DisputeWithdrawn withdrawn ->
                    call instanceof TimeOutDispute
                            || call instanceof AnswerDispute
                            || (call instanceof RuleDispute rule
                                    && rule.dispute() == withdrawn.dispute());
            // Whatever waits is withdrawn where these are followed.
            case ClaimEnded _, Ended _ -> false;
            case Funded _, SplitOffered _, PaymentHeld _ -> false;
        };
    }
}
