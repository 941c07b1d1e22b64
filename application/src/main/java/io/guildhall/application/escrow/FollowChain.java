package io.guildhall.application.escrow;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.ChainFacts.Recorded;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.ChainReader.TooManyLogs;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultEvent.Claimed;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the contract says, block by block. What enough blocks lie on is recorded for good; of
 * what is newer only claims are taken over, so that their agents need not wait, and taken back if
 * the chain changes its mind. Any replica may do it at any time: a block's facts are recorded once,
 * in their order, whoever reads them. Blocks are looked at once more a while later: a node's list
 * of events may come after its blocks, and what it leaves out it does not name.
 *
 * <p>Nothing outside is asked inside a unit of work.
 */
public final class FollowChain {

    private static final int PLACES_MAX = 1_000;
    private static final int PIECES_MAX = 5;

    /** Half an hour on the fast chains. */
    private static final int LOOK_AGAIN_AFTER = 1_000;

    /** So many blocks are looked at again at once, to ask little more than without it. */
    private static final int LOOK_AGAIN_AT = 100;

    private static final String ENDED = "ended";

    /**
     * @param confirmations a block is final when so many lie on it
     * @param firstBlock nothing before it is read
     * @param blocksMax how many are asked for at once, until a node limits that
     */
    public record Limits(int confirmations, long firstBlock, int blocksMax) {

        public static final int CONFIRMATIONS = 12;
        public static final int BLOCKS_MAX = 2_000;
    }

    private final UseCaseContext context;
    private final ChainReader reader;
    private final EscrowVault.Site site;
    private final ChainTrail trail;
    private final ChainFacts facts;
    private final Bounties bounties;
    private final EscrowHolds holds;
    private final ContractParts parts;
    private final RecordFacts recordFacts;
    private final Limits limits;
    private int blocksAtOnce;

    public FollowChain(
            UseCaseContext context,
            ChainReader reader,
            EscrowVault.Site site,
            ChainTrail trail,
            ChainFacts facts,
            Bounties bounties,
            EscrowHolds holds,
            ContractParts parts,
            RecordFacts recordFacts,
            Limits limits) {
        this.context = context;
        this.reader = reader;
        this.site = site;
        this.trail = trail;
        this.facts = facts;
        this.bounties = bounties;
        this.holds = holds;
        this.parts = parts;
        this.recordFacts = recordFacts;
        this.limits = limits;
        this.blocksAtOnce = limits.blocksMax();
    }

    /**
     * One round, up to the newest block unless that is far away.
     *
     * @return whether it was full: more blocks can be read for good
     */
    public boolean handle() {
        Block head = reader.head();
        // First of all: what was final since then may be about another claim, or about none.
        takeBackLostClaims();
        long lastFinal = head.number() - limits.confirmations();
        @Nullable Block last = standing();
        long from = last == null ? limits.firstBlock() : last.number() + 1;
        for (int pieces = 0; from <= lastFinal; pieces++) {
            if (pieces == PIECES_MAX) {
                return true;
            }
            long to = readForGood(last, from, lastFinal);
            if (to < from) {
                return false;
            }
            last = trail.last(site).orElseThrow();
            from = to + 1;
        }
        takeOverNewClaims(Math.max(lastFinal + 1, limits.firstBlock()), head.number());
        return false;
    }

    /**
     * @return the last block read; less than {@code from} when another replica has gone on, or the
     *     chain has changed under us
     */
    private long readForGood(@Nullable Block last, long from, long lastFinal) {
        long to = Math.min(lastFinal, from + blocksAtOnce - 1);
        while (true) {
            try {
                // Asked before and after: else facts of one branch could stand under the end of
                // another, and the chain would never be seen to have left it.
                Optional<Block> end = reader.block(to);
                List<ChainFact> found = reader.facts(from, to);
                if (end.isEmpty() || !reader.block(to).equals(end)) {
                    return from - 1;
                }
                Instant at = reader.timeOf(end.get());
                recordFacts.handle(found);
                lookAgain(from, to);
                // Slowly up again: a limit that was met is met at the same size the next time.
                blocksAtOnce = Math.min(limits.blocksMax(), blocksAtOnce + blocksAtOnce / 8 + 1);
                return trail.advance(site, last, end.get(), at) ? to : from - 1;
            } catch (TooManyLogs tooMany) {
                if (to == from) {
                    throw new IllegalStateException(
                            "The node does not tell even one block's logs (" + from + ")", tooMany);
                }
                blocksAtOnce = (int) Math.max(1, (to - from + 1) / 2);
                to = from + blocksAtOnce - 1;
            }
        }
    }

    /** Whenever a hundred blocks are full, at as many that lie a while behind them. */
    private void lookAgain(long from, long to) {
        long first = startOf(from) - LOOK_AGAIN_AFTER;
        long end = startOf(to + 1) - LOOK_AGAIN_AFTER;
        long size = blocksAtOnce;
        long next = Math.max(first, limits.firstBlock());
        while (next < end) {
            long last = Math.min(end, next + size) - 1;
            try {
                recordFacts.handle(reader.facts(next, last));
                next = last + 1;
            } catch (TooManyLogs tooMany) {
                if (last == next) {
                    throw new IllegalStateException(
                            "The node does not tell even one block's logs (" + next + ")", tooMany);
                }
                size = Math.max(1, (last - next + 1) / 2);
            }
        }
    }

    private static long startOf(long block) {
        return block / LOOK_AGAIN_AT * LOOK_AGAIN_AT;
    }

    /** Where we stand, after going back to the fork should the chain have left our branch. */
    private @Nullable Block standing() {
        Optional<Block> last = trail.last(site);
        if (last.isEmpty() || stands(last.get()) != Stands.REPLACED) {
            // A round that was cut short has recorded facts that its trail does not show.
            takeBackReplaced(last.map(Block::number).orElse(limits.firstBlock() - 1));
            return last.orElse(null);
        }
        Block fork =
                trail.places(site, PLACES_MAX).stream()
                        .filter(place -> stands(place) == Stands.YES)
                        .findFirst()
                        .orElse(null);
        long forkedAfter = fork == null ? limits.firstBlock() - 1 : fork.number();
        takeBackReplaced(forkedAfter);
        trail.goBack(site, forkedAfter);
        return fork;
    }

    private void takeBackReplaced(long afterBlock) {
        for (Recorded fact : facts.after(site, afterBlock)) {
            Origin origin = fact.origin();
            if (stands(new Block(origin.block(), origin.blockHash())) == Stands.REPLACED) {
                takeBack(fact);
            }
        }
    }

    private enum Stands {
        YES,
        REPLACED,
        /** A node that is a little behind does not have it yet: nothing is known. */
        UNKNOWN
    }

    private Stands stands(Block block) {
        return reader.block(block.number())
                .map(now -> now.hash().equals(block.hash()) ? Stands.YES : Stands.REPLACED)
                .orElse(Stands.UNKNOWN);
    }

    /** The chain has taken back what was taken for final: only people can say what follows. */
    private void takeBack(Recorded fact) {
        context.transactions()
                .run(() -> {
                    EscrowHold hold = holds.find(fact.bounty()).orElseThrow();
                    Bounty bounty = bounties.lock(hold.bounty()).orElseThrow();
                    Instant now = context.clock().instant();
                    List<DomainEvent> events = new ArrayList<>();
                    facts.takeBack(fact.origin());
                    if (fact.word().equals(ENDED)) {
                        holds.save(holds.find(bounty.id()).orElseThrow().ended(null));
                    }
                    parts.freezer()
                            .freeze(
                                    bounty,
                                    "the chain took back what was final: " + fact.says(),
                                    now,
                                    events);
                    new ContractClock(holds, facts).read(bounty);
                    if (!events.isEmpty()) {
                        context.outbox().publish(events, now);
                    }
                });
    }

    private void takeBackLostClaims() {
        for (HeldClaim claim : holds.pendingClaims()) {
            Origin origin = claim.origin();
            if (stands(new Block(origin.block(), origin.blockHash())) == Stands.REPLACED) {
                Optional<Origin> moved = placeOf(claim);
                context.transactions().run(() -> move(claim, moved));
            }
        }
    }

    /** In which block its transaction is now. */
    private Optional<Origin> placeOf(HeldClaim claim) {
        return switch (reader.receipt(claim.origin().transaction())) {
            case Receipt.None _, Receipt.Reverted _ -> Optional.empty();
            case Receipt.Mined(var _, var said) ->
                    said.stream()
                            .filter(fact ->
                                    fact.event() instanceof Claimed claimed
                                            && claimed.fence() == claim.fence()
                                            && claimed.agent().equals(claim.agent()))
                            .map(ChainFact::origin)
                            .findFirst();
        };
    }

    private void move(HeldClaim seen, Optional<Origin> place) {
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        HeldClaim claim = holds.find(seen.claim()).orElseThrow();
        if (!claim.equals(seen)) {
            return;
        }
        if (place.isPresent()) {
            holds.save(claim.madeAt(place.get()));
            return;
        }
        Instant now = context.clock().instant();
        List<DomainEvent> events = new ArrayList<>();
        parts.claims().takeBack(bounty, claim, Claim.CHAIN_REORG, now, events);
        if (!events.isEmpty()) {
            context.outbox().publish(events, now);
        }
    }

    private void takeOverNewClaims(long from, long to) {
        if (from > to) {
            return;
        }
        try {
            for (ChainFact fact : reader.facts(from, to)) {
                if (fact.event() instanceof Claimed claimed) {
                    takeOver(claimed, fact.origin());
                }
            }
        } catch (TooManyLogs _) {
            // They are recorded when they are final, in smaller pieces.
            blocksAtOnce = Math.max(1, blocksAtOnce / 2);
        }
    }

    private void takeOver(Claimed claimed, Origin origin) {
        try {
            context.transactions().run(() -> takeOverNow(claimed, origin));
        } catch (RefusedException _) {
            // Not now; once it is final it is recorded, or is a contradiction then.
        }
    }

    private void takeOverNow(Claimed claimed, Origin origin) {
        EscrowHold hold = holds.find(claimed.bounty()).orElse(null);
        if (hold == null) {
            return;
        }
        Bounty bounty = bounties.lock(hold.bounty()).orElseThrow();
        if (!(bounty.status() instanceof Open)
                || parts.claims().find(bounty, claimed.fence()).isPresent()) {
            return;
        }
        Instant now = context.clock().instant();
        List<DomainEvent> events = new ArrayList<>();
        parts.claims().record(bounty, claimed, origin, Standing.PENDING, now, events);
        context.outbox().publish(events, now);
    }
}
