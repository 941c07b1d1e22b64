package io.guildhall.domain.escrow;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.VaultOrderError.VaultOrderNotInState;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Our intent to tell the contract something, kept before anything is sent. However often sending it
 * is interrupted, its call takes effect at most once.
 *
 * @param key what it is about, such as {@code submit:3:1}: a bounty has one order of each key
 * @param tries how often the contract refused it
 * @param notBefore when it may be tried first
 */
public record VaultOrder(
        OrderId id,
        BountyId bounty,
        String key,
        VaultCall call,
        VaultOrderStatus status,
        int tries,
        Instant notBefore,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int KEY_MAX = 100;

    /** Nodes may say a lot; the beginning names the error. */
    private static final int OBJECTION_MAX = 500;

    public VaultOrder {
        if (key.isEmpty() || key.length() > KEY_MAX) {
            throw new IllegalArgumentException("A key has 1 to " + KEY_MAX + " characters");
        }
    }

    public static VaultOrder give(
            OrderId id,
            BountyId bounty,
            String key,
            VaultCall call,
            Instant notBefore,
            Instant now) {
        return new VaultOrder(
                id, bounty, key, call, new Waiting(notBefore, null), 0, notBefore, now, now, 0);
    }

    /** The contract would not take it now; too often means never. */
    public Decision<VaultOrder> object(String objection, SendingLimits limits, Instant now) {
        return switch (status) {
            case Waiting _ -> accept(refused(objection, limits, now));
            case Signed _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** Nobody could say whether the contract would take it, which is held against nobody. */
    public Decision<VaultOrder> putOff(String why, SendingLimits limits, Instant now) {
        return switch (status) {
            case Waiting _ ->
                    accept(
                            with(
                                    new Waiting(now.plus(limits.backOff().first()), cut(why)),
                                    tries,
                                    now));
            case Signed _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** Gives it a nonce; from here on it can take effect, so it is kept before it is sent. */
    public Decision<VaultOrder> sign(SignedCall signed, Instant now) {
        return switch (status) {
            case Waiting _ -> accept(with(new Signed(signed, null, null, null), tries, now));
            case Signed _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** What a node said to its newest text. */
    public Decision<VaultOrder> answer(Broadcast answer, Instant now) {
        return switch (status) {
            case Signed(var signed, var _, var _, var spentIn) ->
                    accept(with(new Signed(signed, now, objection(answer), spentIn), tries, now));
            case Waiting _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /**
     * Signed once more under the same nonce at a higher price.
     *
     * @throws IllegalArgumentException if the nonce is another
     */
    public Decision<VaultOrder> raise(VaultSender.Signed variant, Instant now) {
        return switch (status) {
            case Signed(var signed, var _, var _, var spentIn) ->
                    accept(with(new Signed(signed.with(variant), null, null, spentIn), tries, now));
            case Waiting _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /**
     * Whether none of its texts can change anything any more.
     *
     * @param spentIn the newest block when that was seen first, or null when it is not so any more
     */
    public Decision<VaultOrder> noteNonce(@Nullable Block spentIn, Instant now) {
        return switch (status) {
            case Signed(var signed, var sentAt, var objection, var _) ->
                    accept(with(new Signed(signed, sentAt, objection, spentIn), tries, now));
            case Waiting _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /**
     * One of its texts is in a block, or in another block than before.
     *
     * @throws IllegalArgumentException if the transaction is none of its texts
     */
    public Decision<VaultOrder> mine(Origin origin, Instant now) {
        return switch (status) {
            case Signed(var signed, var _, var _, var _) -> accept(mined(signed, origin, now));
            case Mined(var signed, var _) -> accept(mined(signed, origin, now));
            case Waiting _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** One of its texts is in a block that stays, and changed nothing: the nonce is spent. */
    public Decision<VaultOrder> revert(String objection, SendingLimits limits, Instant now) {
        return switch (status) {
            case Signed _ -> accept(refused(objection, limits, now));
            case Waiting _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /**
     * None of its texts will ever count, by a block that stays; it needs another nonce, and is not
     * to blame.
     */
    public Decision<VaultOrder> loseNonce(String why, Instant now) {
        return switch (status) {
            case Signed _ -> accept(with(new Waiting(now, cut(why)), tries, now));
            case Waiting _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** The block that it was in is gone: it is to be sent again as it is. */
    public Decision<VaultOrder> reorganise(Instant now) {
        return switch (status) {
            case Mined(var signed, var _) ->
                    accept(with(new Signed(signed, null, null, null), tries, now));
            case Waiting _, Signed _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** The block that it is in stays. */
    public Decision<VaultOrder> finish(Instant now) {
        return switch (status) {
            case Mined(var _, var origin) ->
                    accept(with(new Done(origin.transaction(), now), tries, now));
            case Waiting _, Signed _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** It is not needed any more; one that has a nonce runs to its end. */
    public Decision<VaultOrder> withdraw(Instant now) {
        return switch (status) {
            case Waiting _ -> accept(with(new Withdrawn(now), tries, now));
            case Signed _, Mined _, Done _, Failed _, Withdrawn _ -> notInState();
        };
    }

    /** Its nonce and texts; null while it has none, and when it is over. */
    public @Nullable SignedCall signed() {
        return switch (status) {
            case Signed(var signed, var _, var _, var _) -> signed;
            case Mined(var signed, var _) -> signed;
            case Waiting _, Done _, Failed _, Withdrawn _ -> null;
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public VaultOrder atVersion(long kept) {
        return new VaultOrder(
                id, bounty, key, call, status, tries, notBefore, createdAt, updatedAt, kept);
    }

    private VaultOrder refused(String objection, SendingLimits limits, Instant now) {
        int triesNow = tries + 1;
        VaultOrderStatus next =
                triesNow >= limits.triesMax()
                        ? new Failed(cut(objection), now)
                        : new Waiting(now.plus(limits.backOff().after(triesNow)), cut(objection));
        return with(next, triesNow, now);
    }

    private VaultOrder mined(SignedCall signed, Origin origin, Instant now) {
        if (!signed.holds(origin.transaction())) {
            throw new IllegalArgumentException(origin.transaction() + " is not of order " + id);
        }
        return with(new Mined(signed, origin), tries, now);
    }

    private static @Nullable String objection(Broadcast answer) {
        return switch (answer) {
            // Which text spent the nonce is told by the receipts.
            case Broadcast.Taken _, Broadcast.NonceSpent _ -> null;
            case Broadcast.Underpriced _ -> Signed.UNDERPRICED;
            case Broadcast.Refused(var reason) -> cut(reason);
        };
    }

    private static String cut(String text) {
        return text.length() <= OBJECTION_MAX ? text : text.substring(0, OBJECTION_MAX);
    }

    private Decision<VaultOrder> notInState() {
        return refuse(new VaultOrderNotInState(id, status));
    }

    private VaultOrder with(VaultOrderStatus next, int triesNow, Instant now) {
        return new VaultOrder(
                id, bounty, key, call, next, triesNow, notBefore, createdAt, now, version);
    }
}
