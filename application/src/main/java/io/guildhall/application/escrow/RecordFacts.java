package io.guildhall.application.escrow;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.ChainFacts.Recorded;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.HeldClaim;
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
import io.guildhall.domain.shared.DomainError.Kind;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what the contract says for good: each fact once, in its order, with its money in the
 * ledger and its bounty moved on in the same unit of work. A fact that contradicts what we know is
 * recorded with the contradiction, freezes the bounty and is reported; its money is in the ledger
 * even so, unless the ledger knows of none that could move.
 */
public final class RecordFacts {

    /** Who is told of a fact that cannot be. */
    public interface Contradictions {
        void report(BountyId bounty, ChainFact fact, String why);
    }

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final EscrowHolds holds;
    private final ChainFacts facts;
    private final EscrowVault vault;
    private final ContractParts parts;
    private final Contradictions contradictions;
    private final ContractClock contractClock;

    public RecordFacts(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            EscrowHolds holds,
            ChainFacts facts,
            EscrowVault vault,
            ContractParts parts,
            Contradictions contradictions) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.holds = holds;
        this.facts = facts;
        this.vault = vault;
        this.parts = parts;
        this.contradictions = contradictions;
        this.contractClock = new ContractClock(holds, facts);
    }

    /** Facts about bounties that are not ours are passed over. */
    public void handle(List<ChainFact> happened) {
        happened.forEach(this::record);
    }

    /**
     * Whatever it is, it ends here: a fact that came back again and again would stop all others.
     */
    private void record(ChainFact fact) {
        refusal(fact, this::follow)
                .flatMap(why ->
                        refusal(fact, (bounty, step) -> giveIn(bounty, step, why))
                                .map(ofBooks -> notBooked(why, ofBooks)))
                .ifPresent(why ->
                        context.transactions()
                                .run(() ->
                                        once(fact, (bounty, step) -> object(bounty, step, why))));
    }

    private static String notBooked(String why, String ofBooks) {
        return ofBooks.equals(why) ? "not booked: " + why : why + "; not booked: " + ofBooks;
    }

    /** Why it cannot be done so; empty when it is done. */
    private Optional<String> refusal(ChainFact fact, BiConsumer<Bounty, Step> how) {
        try {
            context.transactions().run(() -> once(fact, how));
            return Optional.empty();
        } catch (RefusedException refused) {
            if (refused.error().kind() == Kind.UNAVAILABLE) {
                throw refused;
            }
            return Optional.of(refused.error().message());
        }
    }

    /** One fact in its unit of work. */
    private record Step(EscrowHold hold, ChainFact fact, Instant now, List<DomainEvent> events) {}

    private void once(ChainFact fact, BiConsumer<Bounty, Step> how) {
        EscrowHold found = holds.find(fact.event().bounty()).orElse(null);
        if (found == null) {
            return;
        }
        Bounty bounty = bounties.lock(found.bounty()).orElseThrow();
        if (facts.contains(fact.origin())) {
            return;
        }
        EscrowHold hold = holds.find(bounty.id()).orElseThrow();
        if (fact.event() instanceof Ended) {
            hold = hold.ended(fact.origin().transaction());
            holds.save(hold);
        }
        if (facts.adopt(Recorded.of(fact, null))) {
            adopt(hold, bounty, fact);
            parts.says().moved(bounty, fact, context.clock().instant());
            contractClock.read(bounty);
            return;
        }
        Step step = new Step(hold, fact, context.clock().instant(), new ArrayList<>());
        how.accept(bounty, step);
        contractClock.read(bounty);
        if (!step.events().isEmpty()) {
            context.outbox().publish(step.events(), step.now());
        }
    }

    /**
     * Its money is in the ledger, and its bounty where it brought it; only its place is another.
     */
    private void adopt(EscrowHold hold, Bounty bounty, ChainFact fact) {
        if (fact.event() instanceof Funded) {
            holds.save(hold.funded(fact.origin().transaction()));
        }
        if (fact.event() instanceof Claimed claimed) {
            heldBy(bounty, claimed).ifPresent(held -> holds.save(held.madeFinalAt(fact.origin())));
        }
    }

    private void follow(Bounty bounty, Step step) {
        facts.add(vault.site(), Recorded.of(step.fact(), null));
        parts.says().apply(step.hold(), bounty, step.fact(), step.now(), step.events());
        parts.mootOrders().withdraw(bounty, step.fact().event(), step.now());
        reply(bounty, step);
        // After it, for a claim that the fact itself has made.
        write(bounty, claimOf(bounty, step.fact().event()), step);
    }

    private void giveIn(Bounty bounty, Step step, String why) {
        write(bounty, claimOf(bounty, step.fact().event()), step);
        object(bounty, step, why);
    }

    private void object(Bounty bounty, Step step, String why) {
        facts.add(vault.site(), Recorded.of(step.fact(), why));
        parts.says().giveIn(bounty, step.fact(), step.now(), step.events());
        reply(bounty, step);
        parts.freezer().freeze(bounty, why, step.now(), step.events());
        contradictions.report(bounty.id(), step.fact(), why);
    }

    /** By what the bounty is after it. */
    private void reply(Bounty before, Step step) {
        Bounty bounty = bounties.find(before.id()).orElseThrow();
        context.orders().reply(bounty, step.fact().event(), step.now());
    }

    private void write(Bounty bounty, @Nullable Claim claim, Step step) {
        parts.books().write(bounty, claim, step.fact().event(), step.now());
    }

    private @Nullable Claim claimOf(Bounty bounty, VaultEvent event) {
        return heldBy(bounty, event).flatMap(held -> claims.find(held.claim())).orElse(null);
    }

    private Optional<HeldClaim> heldBy(Bounty bounty, VaultEvent event) {
        ContractClaims held = parts.claims();
        return switch (event) {
            case Claimed claimed -> held.find(bounty, claimed.fence(), claimed.agent());
            case Submitted(var _, var work, var _, var _) ->
                    held.find(bounty, work.fence(), work.agent());
            case ClaimEnded ended -> held.find(bounty, ended.fence(), ended.agent());
            case Ended ended -> held.find(bounty, ended.fence(), ended.agent());
            case Funded _,
                    SentBack _,
                    DisputeOpened _,
                    DisputeAnswered _,
                    SplitOffered _,
                    DisputeWithdrawn _,
                    PaymentHeld _ ->
                    Optional.empty();
        };
    }
}
