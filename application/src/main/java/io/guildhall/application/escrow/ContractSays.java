package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.Contradiction.differs;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.EscrowError.ContractDiffers;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.HeldClaim;
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
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a final fact of the contract means to our bounty. What we told the contract to do is only
 * confirmed by it; what a wallet or time did there is done here; what cannot be is refused with
 * {@link ContractDiffers}, with nothing changed.
 */
final class ContractSays {

    private static final String CANCELLED = "Cancelled at the contract by its poster's wallet";
    private static final String RELEASED = "released_at_the_contract";
    private static final String DIFFERS = "contract_differs";

    private final Bounties bounties;
    private final Claims claims;
    private final Disputes disputes;
    private final EscrowHolds holds;
    private final VaultOrders orders;
    private final EndedClaim endedClaim;
    private final ContractClaims contractClaims;
    private final ContractOnWork onWork;
    private final ContractOnDisputes onDisputes;

    ContractSays(
            Bounties bounties,
            Claims claims,
            Disputes disputes,
            EscrowHolds holds,
            VaultOrders orders,
            EndedClaim endedClaim,
            ContractClaims contractClaims,
            ContractOnWork onWork,
            ContractOnDisputes onDisputes) {
        this.bounties = bounties;
        this.claims = claims;
        this.disputes = disputes;
        this.holds = holds;
        this.orders = orders;
        this.endedClaim = endedClaim;
        this.contractClaims = contractClaims;
        this.onWork = onWork;
        this.onDisputes = onDisputes;
    }

    /**
     * @param bounty locked
     * @param events where what happened is added
     * @throws RefusedException when it cannot be
     */
    void apply(
            EscrowHold hold, Bounty bounty, ChainFact fact, Instant now, List<DomainEvent> events) {
        switch (fact.event()) {
            case Funded funded -> funded(hold, bounty, funded, fact.origin(), now, events);
            case Claimed claimed ->
                    contractClaims.settle(bounty, claimed, fact.origin(), now, events);
            case Submitted submitted ->
                    onWork.submitted(
                            bounty,
                            claim(bounty, submitted.work().fence(), submitted.work().agent()),
                            submitted,
                            now,
                            events);
            case SentBack sentBack ->
                    onWork.sentBack(
                            bounty,
                            claim(bounty, sentBack.fence(), sentBack.agent()),
                            sentBack,
                            now,
                            events);
            case ClaimEnded ended -> claimEnded(bounty, ended, now, events);
            case Ended ended -> ended(bounty, ended, now, events);
            case DisputeOpened opened ->
                    onDisputes.opened(
                            bounty,
                            claim(bounty, opened.fence(), opened.agent()),
                            opened,
                            now,
                            events);
            case DisputeAnswered answered -> onDisputes.answered(bounty, answered, now, events);
            case SplitOffered offered -> onDisputes.offered(bounty, offered, now, events);
            case DisputeWithdrawn withdrawn -> onDisputes.withdrawn(bounty, withdrawn, now, events);
            case PaymentHeld _ -> {
                // The contract owes it to the wallet, and no longer to the bounty.
            }
        }
    }

    /**
     * Does what is left to do with a fact that cannot be: the bounty and its claim end where the
     * contract has ended them, for their money is not there any more.
     */
    void giveIn(Bounty bounty, ChainFact fact, Instant now, List<DomainEvent> events) {
        switch (fact.event()) {
            case Funded _ ->
                    holds.save(
                            holds.find(bounty.id())
                                    .orElseThrow()
                                    .funded(fact.origin().transaction()));
            case ClaimEnded ended -> {
                orders.withdrawWaiting(bounty.id(), now);
                free(bounty, contractClaims.find(bounty, ended.fence()), now, events);
            }
            case Ended ended -> {
                orders.withdrawWaiting(bounty.id(), now);
                // Whoever has it here: nobody has it there any more.
                Bounty free = free(bounty, holder(bounty), now, events);
                var closed =
                        ended.status() == VaultStatus.EXPIRED
                                ? free.runOut(now)
                                : free.close(DIFFERS, now);
                if (closed instanceof Decision.Accepted<Bounty>(var over, var happened)) {
                    bounties.save(over);
                    events.addAll(happened);
                }
            }
            case DisputeOpened opened -> timed(bounty, opened, now);
            case Claimed _,
                    Submitted _,
                    SentBack _,
                    DisputeAnswered _,
                    SplitOffered _,
                    DisputeWithdrawn _,
                    PaymentHeld _ -> {
                // It goes on at the contract; its end will be followed.
            }
        }
    }

    /** Nothing of a fact that stands in another block now is done again, but for its times. */
    void moved(Bounty bounty, ChainFact fact, Instant now) {
        if (fact.event() instanceof DisputeOpened opened) {
            timed(bounty, opened, now);
        }
    }

    private void timed(Bounty bounty, DisputeOpened opened, Instant now) {
        contractClaims
                .find(bounty, opened.fence(), opened.agent())
                .ifPresent(held -> onDisputes.timed(bounty, held.claim(), opened, now));
    }

    private void funded(
            EscrowHold hold,
            Bounty bounty,
            Funded funded,
            Origin origin,
            Instant now,
            List<DomainEvent> events) {
        if (!funded.terms().equals(hold.termsOf(bounty))) {
            throw differs(bounty, "funded on other terms than it was posted on");
        }
        if (!(bounty.status() instanceof AwaitingFunding(var fundBy))) {
            throw differs(bounty, "funded while it is " + bounty.status().word());
        }
        var opened = bounty.fund(Clamp.before(now, fundBy)).orThrow();
        bounties.save(opened.state());
        holds.save(hold.funded(origin.transaction()));
        events.addAll(opened.events());
    }

    private void claimEnded(
            Bounty bounty, ClaimEnded ended, Instant now, List<DomainEvent> events) {
        Claim claim = claim(bounty, ended.fence(), ended.agent());
        end(bounty, claim, ended.outcome(), now, events);
        orders.withdrawWaiting(bounty.id(), now);
    }

    /** The bounty is open again after it. */
    private Bounty end(
            Bounty bounty,
            Claim claim,
            VaultOutcome outcome,
            Instant now,
            List<DomainEvent> events) {
        if (outcome == VaultOutcome.RELEASED) {
            endedClaim.release(
                    bounty, claim, RELEASED, Clamp.before(now, claim.leaseEndsAt()), events);
            return bounties.find(bounty.id()).orElseThrow();
        }
        Bounty open = endedClaim.over(bounty, Clamp.notBefore(now, claim.leaseEndsAt()), events);
        if (open.equals(bounty)) {
            throw differs(bounty, "its claim ended at the contract, and goes on here");
        }
        return open;
    }

    private void ended(Bounty bounty, Ended ended, Instant now, List<DomainEvent> events) {
        requireFigures(bounty, ended);
        if (!cameTooLate(bounty, ended)) {
            endHere(bounty, ended, now, events);
        }
        orders.withdrawWaiting(bounty.id(), now);
    }

    /** Its money came when it was over here, and is what the contract gives back. */
    private static boolean cameTooLate(Bounty bounty, Ended ended) {
        boolean isGivenBack =
                ended.outcome() == VaultOutcome.CANCELLED
                        || ended.outcome() == VaultOutcome.UNCLAIMED;
        return isGivenBack && bounty.status().isTerminal() && !bounty.wasOpened();
    }

    private void endHere(Bounty bounty, Ended ended, Instant now, List<DomainEvent> events) {
        if (bounty.status() instanceof Completed && ended.agentShareBps() == Ruling.WHOLE_BPS) {
            // It was accepted here, however the contract was brought to pay for it.
            onWork.paid(bounty, ended.outcome(), now, events);
            return;
        }
        switch (ended.outcome()) {
            case ACCEPTED, MERGED, REVIEW_UNANSWERED ->
                    onWork.paid(bounty, ended.outcome(), now, events);
            case RULED, SETTLED, ARBITER_SILENT -> onDisputes.decided(bounty, ended, now, events);
            case CANCELLED -> keep(bounty.cancel(CANCELLED, null, now), events);
            case UNCLAIMED ->
                    keep(bounty.expire(Clamp.notBefore(now, bounty.terms().deadline())), events);
            case LEASE_ENDED, REWORK_ENDED, RELEASED -> {
                Claim claim = claim(bounty, ended.fence(), ended.agent());
                Bounty open = end(bounty, claim, ended.outcome(), now, events);
                keep(open.runOut(now), events);
            }
        }
    }

    /** What the contract paid is what we would have paid. */
    private static void requireFigures(Bounty bounty, Ended ended) {
        Money reward = bounty.terms().reward();
        Money gross = reward.share(ended.agentShareBps());
        boolean isFree =
                ended.outcome() == VaultOutcome.ARBITER_SILENT
                        && gross.isPositive()
                        && gross.isLessThan(reward);
        Money fee = isFree ? Money.zero(gross.currency()) : bounty.fees().fee(gross);
        if (!ended.agentGross().equals(gross)
                || !ended.fee().equals(fee)
                || !ended.refund().equals(reward.minus(gross))) {
            throw differs(bounty, "the contract shared the reward in other parts");
        }
    }

    private void keep(Decision<Bounty> decision, List<DomainEvent> events) {
        var accepted = decision.orThrow();
        bounties.save(accepted.state());
        events.addAll(accepted.events());
    }

    private Bounty free(
            Bounty bounty, Optional<HeldClaim> held, Instant now, List<DomainEvent> events) {
        if (bounty.status() instanceof Disputed(var id, var _, var _)) {
            var dispute = disputes.find(id).orElseThrow();
            if (dispute.fallAway(now)
                    instanceof Decision.Accepted<Dispute>(var fallen, var happened)) {
                disputes.save(fallen);
                events.addAll(happened);
            }
        }
        return held.map(claim -> contractClaims.takeBack(bounty, claim, DIFFERS, now, events))
                .orElse(bounty);
    }

    private Optional<HeldClaim> holder(Bounty bounty) {
        @Nullable ClaimId active =
                bounty.status() instanceof Completed(var claim, var _, var _)
                        ? claim
                        : bounty.activeClaim();
        return Optional.ofNullable(active).flatMap(holds::find);
    }

    private Claim claim(Bounty bounty, long fence, @Nullable WalletAddress agent) {
        return contractClaims
                .find(bounty, fence, agent)
                .flatMap(held -> claims.find(held.claim()))
                .filter(claim -> claim.status() instanceof Active)
                .orElseThrow(() ->
                        differs(bounty, "the contract speaks of a claim that we do not have"));
    }
}
