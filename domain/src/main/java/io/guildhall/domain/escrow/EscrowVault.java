package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contract that holds money for bounties. What it promises: a bounty's money can only go to its
 * agent, its poster and its fee account, and time alone brings it there.
 *
 * <p>It is outside: nobody asks it inside a unit of work, but for what is computed here ({@link
 * #site}, {@link #idOf}, {@link #calldata}). When no node answers a question is refused with {@link
 * io.guildhall.domain.chain.ChainUnavailable}.
 */
public interface EscrowVault {

    /** Where it is; known without asking anybody. */
    record Site(
            long chainId, WalletAddress contract, WalletAddress token, WalletAddress registry) {}

    /** The contracts that it works with, as it says itself. */
    record Companions(WalletAddress token, WalletAddress registry) {}

    /** On what terms bounties are funded now. */
    record FeeTerms(int feeBps, WalletAddress feeAccount) {}

    /** What a claim in the newest block would lock, and until when it would last. */
    record ClaimQuote(Money stake, Instant leaseEndsAt) {}

    /** What a wallet has of the token, and how much of it the contract may take. */
    record Purse(Money balance, Money allowance) {}

    /**
     * A bounty as the contract has it; all of it zero for one it does not know.
     *
     * @param agent null while nobody has it
     * @param stake what lies there for the claim now
     * @param dueAt from when anybody may move it on; null once it is over
     */
    record State(
            VaultStatus status,
            Money amount,
            @Nullable WalletAddress agent,
            Money stake,
            long fence,
            int submissions,
            @Nullable Instant dueAt) {}

    /** What the contract owes, and what it has. */
    record Totals(Money escrow, Money stakes, Money held, Money balance) {}

    Site site();

    OnchainId idOf(WalletAddress poster, BountyId bounty);

    Companions companions();

    FeeTerms feeTerms();

    boolean isActiveAgent(WalletAddress agent);

    ClaimQuote quoteClaim(OnchainId bounty);

    Purse purse(WalletAddress wallet);

    State state(OnchainId bounty);

    /** What waits there for an account to which the token did not let it be paid. */
    Money heldFor(WalletAddress account);

    Totals totals();

    /** Whether anybody may fund and claim now; everything else goes on even so. */
    boolean isPaused();

    /**
     * Has the relayer sign that this wallet may have that claim of the bounty, without which the
     * contract does not take it. Nothing is changed by it, and nothing when it is not used.
     *
     * @param fence the number that the claim gets; it is the next one's, so that this serves once
     * @param lasting how long it is good for, by the chain's clock
     * @throws io.guildhall.domain.shared.RefusedException with {@link EscrowError.NoRelayer} when
     *     nobody here can sign so that the contract believes it
     */
    Admission admit(OnchainId bounty, WalletAddress agent, long fence, Duration lasting);

    /** What a wallet signs to make this call itself: {@code 0x} and hex digits. */
    String calldata(WalletCall call);
}
