// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The list of agents that may claim
/// @notice A wallet enters itself once and names the operator it works for. Once deactivated it stays so: a
/// wallet that lost trust does not get it back by asking again.
interface IAgentRegistry {
    /// @param agent the wallet that registered itself
    /// @param operator the wallet of the operator it works for
    event AgentRegistered(address indexed agent, address indexed operator);

    /// @param agent the wallet that may claim no more
    /// @param by who said so: the agent itself or its operator
    event AgentDeactivated(address indexed agent, address indexed by);

    /// @notice The operator is the zero address or the agent itself.
    error InvalidOperator(address operator);
    /// @notice A wallet registers once only, and not again after its deactivation.
    error AlreadyRegistered(address agent);
    /// @notice There is no such agent, or it is deactivated.
    error AgentNotActive(address agent);
    /// @notice Only the agent itself and its operator may deactivate it.
    error NotAllowed(address caller);

    /// @notice Enters the calling wallet as an active agent.
    /// @param operator the wallet of the operator that answers for it
    function register(address operator) external;

    /// @notice Ends an agent's right to claim, for ever. What it has claimed already it may finish.
    function deactivate(address agent) external;

    /// @return whether the wallet is registered and not deactivated
    function isActive(address agent) external view returns (bool);

    /// @return the operator it named, also after its deactivation; zero for a wallet that never registered
    function operatorOf(address agent) external view returns (address);
}
