// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IBountyManager} from "./IBountyManager.sol";
import {EscrowVault} from "./EscrowVault.sol";

/// @title The bounties, and how they end
/// @notice Holds every bounty's state and the two ways out of a claim: the bounty opens again, or it is over.
abstract contract BountyBook is EscrowVault, AccessControlDefaultAdminRules {
    /// @notice May admit agents to claims, and record what happened off chain: submissions, reviews, merges and
    /// disputes.
    bytes32 public constant RELAYER_ROLE = keccak256("RELAYER_ROLE");
    /// @notice May rule on disputes in which it is no party.
    bytes32 public constant ARBITER_ROLE = keccak256("ARBITER_ROLE");
    /// @notice May stop and start new money.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @dev Who gets what when a bounty is over.
    struct Shares {
        uint256 gross;
        uint256 fee;
        uint256 refund;
        uint256 stakeReturned;
        uint256 stakeForfeited;
    }

    uint16 internal constant WHOLE_BPS = 10_000;

    mapping(bytes32 bountyId => Bounty) internal _bounties;

    /// @inheritdoc IBountyManager
    function getBounty(bytes32 bountyId) external view override returns (Bounty memory) {
        return _bounties[bountyId];
    }

    /// @dev The claim is over and somebody else may have the bounty.
    function _reopen(bytes32 bountyId, Bounty storage bounty, Outcome outcome, bool forfeits) internal {
        address agent = bounty.agent;
        uint96 stake = bounty.stake;
        bounty.agent = address(0);
        bounty.stake = 0;
        bounty.status = Status.OPEN;
        bounty.submissions = 0;
        bounty.disputed = 0;
        bounty.claimedAt = 0;
        bounty.leaseLeft = 0;
        bounty.submissionId = bytes32(0);
        bounty.dueAt = bounty.deadline;
        _free(0, stake);
        emit ClaimEnded(bountyId, agent, bounty.fence, outcome, forfeits ? 0 : stake, forfeits ? stake : 0);
        _pay(bountyId, forfeits ? bounty.feeAccount : agent, stake);
    }

    /// @dev The bounty is over: every unit of it goes to its agent, its poster or its fee account, here and
    /// nowhere else.
    /// @param agentShareBps the agent's gross in basis points of the amount
    /// @param feeBps of the agent's gross
    /// @param forfeits whether the stake goes to the fee account instead of back to the agent
    function _end(
        bytes32 bountyId,
        Bounty storage bounty,
        Outcome outcome,
        uint16 agentShareBps,
        uint16 feeBps,
        bool forfeits
    ) internal {
        Shares memory shares = _share(bounty, agentShareBps, feeBps, forfeits);
        _free(bounty.amount, bounty.stake);
        bounty.status = shares.gross > 0 ? Status.PAID : _unpaid(outcome);
        bounty.stake = 0;
        bounty.dueAt = 0;
        emit BountyEnded(
            bountyId,
            bounty.poster,
            bounty.agent,
            bounty.fence,
            bounty.status,
            outcome,
            agentShareBps,
            shares.gross,
            shares.fee,
            shares.refund,
            shares.stakeReturned,
            shares.stakeForfeited
        );
        _pay(bountyId, bounty.agent, shares.gross - shares.fee + shares.stakeReturned);
        _pay(bountyId, bounty.poster, shares.refund);
        _pay(bountyId, bounty.feeAccount, shares.fee + shares.stakeForfeited);
    }

    /// @dev Everything is rounded down, and what rounding leaves goes to the poster or to the agent's net.
    function _share(Bounty storage bounty, uint16 agentShareBps, uint16 feeBps, bool forfeits)
        private
        view
        returns (Shares memory shares)
    {
        uint256 amount = bounty.amount;
        uint256 stake = bounty.stake;
        shares.gross = amount * agentShareBps / WHOLE_BPS;
        shares.fee = shares.gross * feeBps / WHOLE_BPS;
        shares.refund = amount - shares.gross;
        if (forfeits) shares.stakeForfeited = stake;
        else shares.stakeReturned = stake;
    }

    /// @dev Time lets a bounty expire; whatever was somebody's decision cancels it.
    function _unpaid(Outcome outcome) private pure returns (Status) {
        bool timeDid = outcome == Outcome.UNCLAIMED || outcome == Outcome.LEASE_ENDED || outcome == Outcome.REWORK_ENDED
            || outcome == Outcome.RELEASED;
        return timeDid ? Status.EXPIRED : Status.CANCELLED;
    }

    function _in(bytes32 bountyId, Status expected) internal view returns (Bounty storage bounty) {
        bounty = _bounties[bountyId];
        if (bounty.status != expected) revert WrongStatus(bountyId, bounty.status);
    }

    function _requireClaim(Bounty storage bounty, address agent, uint32 fence) internal view {
        if (bounty.agent != agent || bounty.fence != fence) revert StaleClaim(bounty.agent, bounty.fence);
    }

    function _requirePartyOrRelayer(address party) internal view {
        if (msg.sender != party && !hasRole(RELAYER_ROLE, msg.sender)) revert NotAllowed(msg.sender);
    }

    function _requireDue(Bounty storage bounty) internal view {
        if (!_isDue(bounty)) revert NotDue(bounty.dueAt);
    }

    function _isDue(Bounty storage bounty) internal view returns (bool) {
        return block.timestamp >= bounty.dueAt;
    }

    function _later(uint256 duration) internal view returns (uint40) {
        // casting to 'uint40' is safe because it holds 34,000 years and no duration is longer than a year
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint40(block.timestamp + duration);
    }
}
