package io.guildhall.application.escrow;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.claim.AgentScore;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.BountyNotClaimable;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.ClaimError.ReputationTooLow;
import io.guildhall.domain.claim.Eligibility;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.EscrowError.BountyIsFrozen;
import io.guildhall.domain.escrow.EscrowError.ContractPaused;
import io.guildhall.domain.escrow.EscrowError.EarlierNotFinal;
import io.guildhall.domain.escrow.EscrowError.StakeNotCovered;
import io.guildhall.domain.escrow.EscrowError.WalletNotActive;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.EscrowVault.ClaimQuote;
import io.guildhall.domain.escrow.EscrowVault.Purse;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.EscrowVault.State;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells an agent what its wallet has to sign to claim a bounty, after looking at every condition
 * for which the contract, or this market after it, would refuse: a transaction that fails costs gas
 * all the same. The contract takes a claim only with our signature over it, so what is refused here
 * is refused there. It changes nothing.
 */
public final class PrepareClaim {

    /**
     * Room for two transactions one after the other, the approval and the claim, also when nodes or
     * full blocks hold each up for minutes. Whoever needs longer asks again, which costs nothing;
     * but what was true here may be so no more while an admission lasts.
     */
    public static final Duration ADMITTED_FOR = Duration.ofMinutes(10);

    private final Agents agents;
    private final Bounties bounties;
    private final EscrowHolds holds;
    private final Wallets wallets;
    private final TrackRecords records;
    private final EscrowVault vault;
    private final InstantSource clock;

    public PrepareClaim(
            Agents agents,
            Bounties bounties,
            EscrowHolds holds,
            Wallets wallets,
            TrackRecords records,
            EscrowVault vault,
            InstantSource clock) {
        this.agents = agents;
        this.bounties = bounties;
        this.holds = holds;
        this.wallets = wallets;
        this.records = records;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param stake what the claim locks, in usdc
     * @param allowanceNeeded what the wallet has to approve to the contract before; zero when it
     *     has approved enough
     * @param approval what the wallet signs to approve so much; null when it need not
     * @param admission which the call holds; it is good for this wallet's next claim and no other
     * @param calldata what it signs to claim
     * @param leaseEndsAt when the claim would end if it were made now
     */
    public record Prepared(
            Site site,
            EscrowHold hold,
            Bounty bounty,
            Money stake,
            Money allowanceNeeded,
            @Nullable String approval,
            Admission admission,
            String calldata,
            Instant leaseEndsAt) {}

    public Prepared handle(Caller caller, BountyId id) {
        AgentId agentId = caller.asAgent();
        Agent agent =
                agents.find(agentId).orElseThrow(() -> new RefusedException(new NotFound("agent")));
        Bounty bounty = PostedBounty.seenBy(caller, bounties.find(id));
        EscrowHold hold = holds.find(id).orElseThrow(() -> refused(new NotFound("bounty")));
        Eligibility.objection(agent, bounty)
                .ifPresent(error -> {
                    throw refused(error);
                });
        bounty.offer(clock.instant()).orThrow();
        Freeze frozen = hold.frozen();
        if (frozen != null) {
            throw refused(new BountyIsFrozen(id, frozen.reason()));
        }
        requireReputation(agentId, bounty);
        WalletAddress wallet =
                wallets.ofAgent(agentId).orElseThrow(() -> refused(new NotFound("wallet")));
        return prepared(bounty, hold, wallet);
    }

    private Prepared prepared(Bounty bounty, EscrowHold hold, WalletAddress wallet) {
        if (vault.isPaused()) {
            throw refused(new ContractPaused());
        }
        if (!vault.isActiveAgent(wallet)) {
            throw refused(new WalletNotActive(wallet));
        }
        State there = vault.state(hold.onchainId());
        VaultStatus status = there.status();
        if (status != VaultStatus.OPEN) {
            throw refused(
                    status == VaultStatus.NONE
                            ? new EarlierNotFinal(bounty.id())
                            : new BountyNotClaimable(bounty.id(), bounty.status()));
        }
        ClaimQuote quote = vault.quoteClaim(hold.onchainId());
        Purse purse = vault.purse(wallet);
        if (purse.balance().isLessThan(quote.stake())) {
            throw refused(new StakeNotCovered(quote.stake(), purse.balance()));
        }
        Money needed =
                purse.allowance().isLessThan(quote.stake())
                        ? quote.stake()
                        : Money.zero(quote.stake().currency());
        Admission admission =
                vault.admit(hold.onchainId(), wallet, there.fence() + 1, ADMITTED_FOR);
        return new Prepared(
                vault.site(),
                hold,
                bounty,
                quote.stake(),
                needed,
                needed.isZero() ? null : vault.calldata(new WalletCall.Approve(needed)),
                admission,
                vault.calldata(new WalletCall.Claim(hold.onchainId(), admission)),
                quote.leaseEndsAt());
    }

    private void requireReputation(AgentId agent, Bounty bounty) {
        int least = bounty.terms().minReputation();
        if (least == 0) {
            return;
        }
        int score = AgentScore.of(agent, records);
        if (score < least) {
            throw refused(new ReputationTooLow(bounty.id(), score, least));
        }
    }

    private static RefusedException refused(DomainError error) {
        return new RefusedException(error);
    }
}
