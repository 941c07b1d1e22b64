package io.guildhall.application.escrow;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.BountyNotClaimable;
import io.guildhall.domain.bounty.BountyError.OwnBounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.EscrowError.BountyIsFrozen;
import io.guildhall.domain.escrow.EscrowError.EarlierNotFinal;
import io.guildhall.domain.escrow.EscrowError.NoSuchClaim;
import io.guildhall.domain.escrow.EscrowError.TransactionNotFound;
import io.guildhall.domain.escrow.EscrowError.TransactionReverted;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultEvent.Claimed;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An agent tells that its wallet has claimed a bounty at the contract. It is taken at its word only
 * as far as the chain says the same: our contract, in that transaction, for this bounty and this
 * agent's wallet. Whether {@link FollowChain} was first makes no difference, nor does a repetition.
 */
public final class ConfirmClaim {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final EscrowHolds holds;
    private final Wallets wallets;
    private final ChainReader reader;
    private final ContractParts parts;

    public ConfirmClaim(
            UseCaseContext context,
            Bounties bounties,
            EscrowHolds holds,
            Wallets wallets,
            ChainReader reader,
            ContractParts parts) {
        this.context = context;
        this.bounties = bounties;
        this.holds = holds;
        this.wallets = wallets;
        this.reader = reader;
        this.parts = parts;
    }

    public record Command(Caller caller, BountyId bounty, TxHash transaction) {}

    /**
     * @param isFinal whether enough blocks lie on it; else the chain could still take it back
     */
    public record Confirmed(BountyId bounty, ClaimId claim, boolean isFinal) {}

    public Confirmed handle(Command command) {
        AgentId agent = command.caller().asAgent();
        EscrowHold hold =
                holds.find(command.bounty())
                        .orElseThrow(() -> new RefusedException(new NotFound("bounty")));
        WalletAddress wallet =
                wallets.ofAgent(agent)
                        .orElseThrow(() -> new RefusedException(new NotFound("agent")));
        return known(hold, wallet, command.transaction())
                .orElseGet(() -> {
                    ChainFact fact = claimed(hold, wallet, command.transaction());
                    return context.transactions().run(() -> confirm(command.caller(), hold, fact));
                });
    }

    /** The chain need not be asked again about what is kept already. */
    private Optional<Confirmed> known(EscrowHold hold, WalletAddress wallet, TxHash transaction) {
        return holds.claimsOf(hold.bounty()).stream()
                .filter(claim -> claim.agent().equals(wallet))
                .filter(claim -> claim.origin().transaction().equals(transaction))
                .filter(claim -> claim.standing() != Standing.TAKEN_BACK)
                .map(ConfirmClaim::confirmed)
                .findFirst();
    }

    private ChainFact claimed(EscrowHold hold, WalletAddress wallet, TxHash transaction) {
        return switch (reader.receipt(transaction)) {
            case Receipt.None _ -> throw refused(new TransactionNotFound(transaction));
            case Receipt.Reverted _ -> throw refused(new TransactionReverted(transaction));
            case Receipt.Mined(var _, var facts) ->
                    facts.stream()
                            .filter(fact ->
                                    fact.event() instanceof Claimed claimed
                                            && claimed.bounty().equals(hold.onchainId())
                                            && claimed.agent().equals(wallet))
                            .findFirst()
                            .orElseThrow(() -> refused(new NoSuchClaim(transaction)));
        };
    }

    private Confirmed confirm(Caller caller, EscrowHold seen, ChainFact fact) {
        Claimed claimed = (Claimed) fact.event();
        Origin origin = fact.origin();
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        if (caller.operator().equals(bounty.poster())) {
            throw refused(new OwnBounty(bounty.id()));
        }
        Optional<HeldClaim> known =
                parts.claims()
                        .find(bounty, claimed.fence())
                        .filter(claim -> claim.agent().equals(claimed.agent()));
        if (known.isPresent()) {
            return confirmed(known.get());
        }
        Freeze frozen = holds.find(bounty.id()).orElseThrow().frozen();
        if (frozen != null) {
            throw refused(new BountyIsFrozen(bounty.id(), frozen.reason()));
        }
        if (bounty.status().isTerminal()) {
            throw refused(new BountyNotClaimable(bounty.id(), bounty.status()));
        }
        if (!(bounty.status() instanceof Open)) {
            throw refused(
                    isAfterAll(bounty, claimed)
                            ? new EarlierNotFinal(bounty.id())
                            : new BountyNotClaimable(bounty.id(), bounty.status()));
        }
        Instant now = context.clock().instant();
        List<DomainEvent> events = new ArrayList<>();
        Claim claim = parts.claims().record(bounty, claimed, origin, Standing.PENDING, now, events);
        context.outbox().publish(events, now);
        return new Confirmed(bounty.id(), claim.id(), false);
    }

    /** Whether it comes after every claim that we know of. */
    private boolean isAfterAll(Bounty bounty, Claimed claimed) {
        return holds.claimsOf(bounty.id()).stream()
                .filter(claim -> claim.standing() != Standing.TAKEN_BACK)
                .allMatch(claim -> claim.fence() < claimed.fence());
    }

    private static Confirmed confirmed(HeldClaim claim) {
        return new Confirmed(claim.bounty(), claim.claim(), claim.isFinal());
    }

    private static RefusedException refused(DomainError error) {
        return new RefusedException(error);
    }
}
