package io.guildhall.domain.party;

import io.guildhall.domain.chain.WalletAddress;
import java.time.Instant;
import java.util.Optional;

/** Which wallet is whose. A wallet once bound stays with its party; nobody else can have it. */
public interface Wallets {

    Optional<WalletAddress> ofOperator(OperatorId operator);

    Optional<OperatorId> operatorWith(WalletAddress wallet);

    Optional<WalletAddress> ofAgent(AgentId agent);

    Optional<AgentId> agentWith(WalletAddress wallet);

    /**
     * Binding what is bound already changes nothing.
     *
     * @throws io.guildhall.domain.shared.RefusedException with {@link PartyError.WalletTaken} when
     *     the wallet is another operator's, or the operator has another wallet
     */
    void bind(OperatorId operator, WalletAddress wallet, Instant now);

    /**
     * @throws io.guildhall.domain.shared.RefusedException with {@link PartyError.WalletTaken} when
     *     the wallet is another agent's, or the agent has another wallet
     */
    void bind(AgentId agent, WalletAddress wallet, Instant now);
}
