package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainReader.Block;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an order has come; DONE, FAILED and WITHDRAWN end it for good. */
public sealed interface VaultOrderStatus {

    /**
     * It has no nonce, and none of its texts can still come into a block.
     *
     * @param tryAt when it is to be tried
     * @param objection why the last try led to nothing; null before the first
     */
    record Waiting(Instant tryAt, @Nullable String objection) implements VaultOrderStatus {}

    /**
     * It has a nonce, and runs to its end: a nonce that were given up would hold up all after it.
     *
     * @param sentAt when a node last answered about the newest text; null while none has
     * @param objection {@link #UNDERPRICED}, or why the node takes it under no circumstances; null
     *     when it took it
     * @param spentIn the block by which none of these texts could change anything any more: the
     *     nonce was spent by something else, or the wallet had lost its role and we its key; null
     *     while one could
     */
    record Signed(
            SignedCall call,
            @Nullable Instant sentAt,
            @Nullable String objection,
            @Nullable Block spentIn)
            implements VaultOrderStatus {

        /** The node asks for a higher price. */
        public static final String UNDERPRICED = "underpriced";

        /** Whether a higher price may help it into a block. */
        public boolean mayBeRaised() {
            return sentAt != null && (objection == null || objection.equals(UNDERPRICED));
        }
    }

    /** One of its texts is in a block, which may still be taken back. */
    record Mined(SignedCall call, Origin origin) implements VaultOrderStatus {}

    /** It is in a block that stays. */
    record Done(TxHash transaction, Instant at) implements VaultOrderStatus {}

    /**
     * The contract refused it as often as it was to be tried.
     *
     * @param reason the last objection
     */
    record Failed(String reason, Instant at) implements VaultOrderStatus {}

    /** It was not needed any more before it was signed. */
    record Withdrawn(Instant at) implements VaultOrderStatus {}

    default String word() {
        return switch (this) {
            case Waiting _ -> "waiting";
            case Signed _ -> "signed";
            case Mined _ -> "mined";
            case Done _ -> "done";
            case Failed _ -> "failed";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
