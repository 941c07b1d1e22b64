package io.guildhall.domain.party;

import io.guildhall.domain.chain.WalletAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Which wallet is whose. A wallet once bound stays with its party; nobody else can have it. One
 * that an operator has only named is its own until the wallet itself says whose it is.
 */
public interface Wallets {

    /** Whether the wallet has said so, or was only named. */
    Optional<WalletAddress> ofOperator(OperatorId operator);

    /** Only one that has said so itself. */
    Optional<WalletAddress> provedOf(OperatorId operator);

    /** Whether the wallet has said so, or was only named. */
    Optional<OperatorId> operatorWith(WalletAddress wallet);

    Optional<WalletAddress> ofAgent(AgentId agent);

    Optional<AgentId> agentWith(WalletAddress wallet);

    /**
     * An operator says what its wallet is, and nobody has asked the wallet. Naming what is named or
     * bound already changes nothing.
     *
     * @throws io.guildhall.domain.shared.RefusedException with {@link PartyError.WalletTaken} when
     *     the wallet is another operator's, or the operator has another wallet
     */
    void name(OperatorId operator, WalletAddress wallet, Instant now);

    /**
     * As the wallet itself has said. That outweighs names: it is taken from an operator that only
     * named it, and replaces what its own only named. Binding what is bound already changes
     * nothing.
     *
     * @throws io.guildhall.domain.shared.RefusedException with {@link PartyError.WalletTaken} when
     *     the wallet is bound to another operator, or the operator to another wallet
     */
    void bind(OperatorId operator, WalletAddress wallet, Instant now);

    /**
     * @throws io.guildhall.domain.shared.RefusedException with {@link PartyError.WalletTaken} when
     *     the wallet is another agent's, or the agent has another wallet
     */
    void bind(AgentId agent, WalletAddress wallet, Instant now);
}
