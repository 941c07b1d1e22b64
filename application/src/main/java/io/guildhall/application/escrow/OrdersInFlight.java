package io.guildhall.application.escrow;

import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.escrow.VaultSender.Price;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds out what became of orders that hold a nonce, and helps those that do not come on. */
final class OrdersInFlight {

    private final Turn turn;
    private final VaultOrders orders;
    private final VaultSender sender;
    private final ChainReader chain;
    private final SendingLimits limits;
    private final InstantSource clock;
    private final Map<Long, Optional<Block>> blocks = new HashMap<>();

    OrdersInFlight(
            Turn turn,
            VaultOrders orders,
            VaultSender sender,
            ChainReader chain,
            SendingLimits limits,
            InstantSource clock) {
        this.turn = turn;
        this.orders = orders;
        this.sender = sender;
        this.chain = chain;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param free how many transactions of the wallet are in blocks, as seen before any receipt: a
     *     nonce below it without a receipt is not one that was mined in between
     */
    void lookAfter(long free) {
        List<VaultOrder> inFlight = orders.inFlight(turn.lease().account());
        if (inFlight.isEmpty()) {
            return;
        }
        Block head = chain.head();
        for (VaultOrder order : inFlight) {
            switch (order.status()) {
                case Signed signed -> lookAfter(order, signed, head, free);
                case Mined(var call, var origin) -> lookAfter(order, call, origin, head);
                case Waiting _, Done _, Failed _, Withdrawn _ ->
                        throw new IllegalStateException(
                                "Order %s is in flight and %s"
                                        .formatted(order.id(), order.status().word()));
            }
        }
    }

    private void lookAfter(VaultOrder order, Signed signed, Block head, long free) {
        switch (landed(signed.call())) {
            case Receipt.Mined(var origin, var _) -> step(order, origin);
            case Receipt.Reverted(var block) -> {
                // Until the block stays, the same text may still come into another and pass.
                if (isFinal(block.number(), head)) {
                    turn.step(
                            order,
                            found ->
                                    found.revert(
                                            "reverted in block " + block.number(),
                                            limits,
                                            clock.instant()));
                }
            }
            case Receipt.None _ -> {
                long nonce = signed.call().nonce();
                if (nonce < free) {
                    isInVain(
                            order,
                            signed,
                            head,
                            "nonce %d was spent by something else".formatted(nonce),
                            () -> nonce < sender.transactionCount(wallet()));
                } else if (isPowerless(order)) {
                    isInVain(
                            order,
                            signed,
                            head,
                            "%s signed it, and has lost its role".formatted(wallet()),
                            () -> isPowerless(order));
                } else {
                    isStillOut(order, signed, free);
                }
            }
        }
    }

    /**
     * None of its texts can change anything, it seems; believed when the block by which it was seen
     * stays, as until then the nonce may come free again, or the role come back, and one of the
     * texts into a block.
     */
    private void isInVain(
            VaultOrder order, Signed signed, Block head, String why, BooleanSupplier isSoNow) {
        Block seen = signed.spentIn();
        if (seen == null || !stands(seen)) {
            // Asked between two looks at the head: it says nothing of another one.
            if (isSoNow.getAsBoolean() && chain.head().equals(head)) {
                turn.step(order, found -> found.noteNonce(head, clock.instant()));
            }
        } else if (isFinal(seen.number(), head)) {
            turn.step(order, found -> found.loseNonce(why, clock.instant()));
        }
    }

    /**
     * Whether its key was exchanged and the contract takes nothing more from the old wallet. What
     * time ends, anybody may tell the contract, which does it once and only when it is due.
     */
    private boolean isPowerless(VaultOrder order) {
        return !isSignedByKeyOf(order) && !sender.hasRole(wallet(), order.call().signer());
    }

    /** Whether what is signed for it now would come from the wallet that holds its nonce. */
    private boolean isSignedByKeyOf(VaultOrder order) {
        return sender.wallet(order.call().signer()).filter(wallet()::equals).isPresent();
    }

    private WalletAddress wallet() {
        return turn.lease().account().wallet();
    }

    private void isStillOut(VaultOrder order, Signed signed, long free) {
        VaultOrder current = order;
        if (signed.spentIn() != null) {
            Optional<VaultOrder> noted =
                    turn.step(order, found -> found.noteNonce(null, clock.instant()));
            if (noted.isEmpty()) {
                return;
            }
            current = noted.get();
        }
        Instant sentAt = signed.sentAt();
        if (sentAt == null) {
            turn.send(current);
        } else if (!clock.instant().isBefore(sentAt.plus(limits.stuckAfter()))) {
            // Those behind it wait for the first, and would not come on at any price.
            boolean isFirst = signed.call().nonce() == free;
            boolean mayBeRaised = isFirst && signed.mayBeRaised() && isSignedByKeyOf(order);
            turn.send(mayBeRaised ? raised(current, signed.call()) : current);
        }
    }

    /** At a higher price, or as it was where that is more than is allowed. */
    private VaultOrder raised(VaultOrder order, SignedCall call) {
        Optional<Price> price = limits.raised(call.newest().price(), sender.price());
        return price.flatMap(higher ->
                        turn.step(
                                order,
                                found ->
                                        found.raise(
                                                sender.sign(
                                                        found.call(),
                                                        call.nonce(),
                                                        call.gasLimit(),
                                                        higher),
                                                clock.instant())))
                .orElse(order);
    }

    private void lookAfter(VaultOrder order, SignedCall call, Origin origin, Block head) {
        boolean stands = stands(new Block(origin.block(), origin.blockHash()));
        boolean isFinal = isFinal(origin.block(), head);
        if (stands && !isFinal) {
            return;
        }
        switch (landed(call)) {
            case Receipt.Mined(var found, var _) when !found.equals(origin) -> step(order, found);
            case Receipt.Mined _ -> {
                if (isFinal) {
                    turn.step(order, mined -> mined.finish(clock.instant()));
                }
            }
            case Receipt.Reverted _, Receipt.None _ ->
                    turn.step(order, mined -> mined.reorganise(clock.instant()))
                            .ifPresent(turn::send);
        }
    }

    private void step(VaultOrder order, Origin origin) {
        turn.step(order, found -> found.mine(origin, clock.instant()));
    }

    /** The newest first: it is the likeliest. */
    private Receipt landed(SignedCall call) {
        for (VaultSender.Signed variant : call.variants().reversed()) {
            Receipt receipt = chain.receipt(variant.hash());
            if (!(receipt instanceof Receipt.None)) {
                return receipt;
            }
        }
        return new Receipt.None();
    }

    private boolean isFinal(long block, Block head) {
        return head.number() - block >= limits.confirmations();
    }

    private boolean stands(Block block) {
        Optional<Block> there =
                Objects.requireNonNull(blocks.computeIfAbsent(block.number(), chain::block));
        return there.filter(block::equals).isPresent();
    }
}
