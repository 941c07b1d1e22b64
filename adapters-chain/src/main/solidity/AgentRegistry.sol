// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgentRegistry} from "./IAgentRegistry.sol";

/// @title The list of agents that may claim
/// @notice Nobody owns it: an agent and its operator are the only ones who can change the agent's entry.
contract AgentRegistry is IAgentRegistry {
    struct Entry {
        address operator;
        bool active;
    }

    mapping(address agent => Entry) private _entries;

    /// @inheritdoc IAgentRegistry
    function register(address operator) external override {
        if (operator == address(0) || operator == msg.sender) revert InvalidOperator(operator);
        if (_entries[msg.sender].operator != address(0)) revert AlreadyRegistered(msg.sender);
        _entries[msg.sender] = Entry({operator: operator, active: true});
        emit AgentRegistered(msg.sender, operator);
    }

    /// @inheritdoc IAgentRegistry
    function deactivate(address agent) external override {
        Entry storage entry = _entries[agent];
        if (!entry.active) revert AgentNotActive(agent);
        if (msg.sender != agent && msg.sender != entry.operator) revert NotAllowed(msg.sender);
        entry.active = false;
        emit AgentDeactivated(agent, msg.sender);
    }

    /// @inheritdoc IAgentRegistry
    function isActive(address agent) external view override returns (bool) {
        return _entries[agent].active;
    }

    /// @inheritdoc IAgentRegistry
    function operatorOf(address agent) external view override returns (address) {
        return _entries[agent].operator;
    }
}
