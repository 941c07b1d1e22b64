package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.VaultCall.Signer;
import java.util.Optional;

/**
 * Signs our calls to the contract and hands them to the chain. It is outside, but for {@link
 * #chainId}, {@link #wallet} and {@link #sign}, which ask nobody. When no node answers a question
 * is refused with {@link io.guildhall.domain.chain.ChainUnavailable}; whether a broadcast arrived
 * is then unknown, and it is to be repeated with the very same signed text: one nonce is spent
 * once.
 */
public interface VaultSender {

    /** The chain for which it signs. */
    long chainId();

    /** The wallet of one of our keys; empty where that key is not set. */
    Optional<WalletAddress> wallet(Signer signer);

    /** How many transactions of the wallet are in blocks: the first nonce that is still free. */
    long transactionCount(WalletAddress wallet);

    /**
     * Whether the contract does what that wallet tells it as such a signer, in the newest block.
     */
    boolean hasRole(WalletAddress wallet, Signer signer);

    /** Runs the call on the newest block without sending it. */
    Rehearsal rehearse(VaultCall call);

    /** What a transaction costs per gas in the newest block. */
    Price price();

    /** Asks nobody; the same arguments give the same text and hash. */
    Signed sign(VaultCall call, long nonce, long gasLimit, Price price);

    /** Hands it to the chain; one that it knows already is fine. */
    Broadcast broadcast(Signed signed);

    /** What would happen. */
    sealed interface Rehearsal {

        /**
         * @param gasLimit with room to spare
         */
        record WouldPass(long gasLimit) implements Rehearsal {}

        /**
         * @param error the contract's, with its figures, such as {@code WrongStatus(0x…, PAID)}
         */
        record WouldRevert(String error) implements Rehearsal {}
    }

    /**
     * In wei per gas (EIP-1559).
     *
     * @param most base fee and tip together at most
     */
    record Price(long most, long tip) {}

    /**
     * @param raw {@code 0x} and hex digits, as it is sent
     */
    record Signed(String raw, TxHash hash, long nonce, Price price) {}

    /** What the node said to it. */
    sealed interface Broadcast {

        /** It has it, now or from before. */
        record Taken() implements Broadcast {}

        /** Its nonce is in a block already: by this very transaction, or by another. */
        record NonceSpent() implements Broadcast {}

        /** It wants a higher price to replace the one of the same nonce that it has. */
        record Underpriced() implements Broadcast {}

        /** It takes it under no circumstances, such as a wallet without funds. */
        record Refused(String reason) implements Broadcast {}
    }
}
