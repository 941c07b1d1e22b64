// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IAgentRegistry} from "./IAgentRegistry.sol";
import {IBountyManager} from "./IBountyManager.sol";
import {BountyClaims} from "./BountyClaims.sol";
import {BountyDisputes} from "./BountyDisputes.sol";
import {EscrowVault} from "./EscrowVault.sol";

/// @title Escrow for bounties
/// @notice Takes a poster's money for a bounty on terms that never change. What happens to it then is told in
/// {IBountyManager}.
contract BountyManager is BountyDisputes {
    /// @notice How far ahead a deadline may lie.
    uint256 public constant DEADLINE_MAX = 365 days;
    /// @notice The shortest lease and review window.
    uint256 public constant WINDOW_MIN = 1 hours;
    /// @notice The longest lease and review window.
    uint256 public constant WINDOW_MAX = 30 days;
    /// @notice The highest stake, in basis points of the amount.
    uint16 public constant STAKE_BPS_MAX = 5_000;

    uint48 private constant ADMIN_TRANSFER_DELAY = 2 days;

    uint16 private _feeBps;
    address private _feeAccount;

    /// @param admin grants and revokes the roles, and is the first pauser
    /// @param relayer the platform's own wallet
    /// @param arbiter the first arbiter
    constructor(
        IERC20 token_,
        IAgentRegistry registry_,
        address admin,
        address relayer,
        address arbiter,
        uint16 feeBps,
        address feeAccount
    ) EscrowVault(token_) BountyClaims(registry_) AccessControlDefaultAdminRules(ADMIN_TRANSFER_DELAY, admin) {
        _grantRole(PAUSER_ROLE, admin);
        _grantRole(RELAYER_ROLE, relayer);
        _grantRole(ARBITER_ROLE, arbiter);
        _setFeeTerms(feeBps, feeAccount);
    }

    /// @inheritdoc IBountyManager
    function fundBounty(Terms calldata terms) external override nonReentrant whenNotPaused returns (bytes32) {
        return _fund(terms);
    }

    /// @inheritdoc IBountyManager
    function fundBountyWithPermit(Terms calldata terms, Permit calldata permit)
        external
        override
        nonReentrant
        whenNotPaused
        returns (bytes32)
    {
        // Anybody may have used the signature already: then the allowance is there, and if it is not, taking
        // the money fails.
        try IERC20Permit(address(token))
            .permit(msg.sender, address(this), terms.amount, permit.deadline, permit.v, permit.r, permit.s) {}
            catch {}
        return _fund(terms);
    }

    /// @inheritdoc IBountyManager
    function cancelBounty(bytes32 bountyId) external override nonReentrant {
        Bounty storage bounty = _in(bountyId, Status.OPEN);
        if (msg.sender != bounty.poster) revert NotAllowed(msg.sender);
        _end(bountyId, bounty, Outcome.CANCELLED, 0, 0, false);
    }

    /// @inheritdoc IBountyManager
    function setFeeTerms(uint16 feeBps, address feeAccount) external override onlyRole(DEFAULT_ADMIN_ROLE) {
        _setFeeTerms(feeBps, feeAccount);
    }

    /// @inheritdoc IBountyManager
    function pause() external override onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc IBountyManager
    function unpause() external override onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    /// @inheritdoc IBountyManager
    function feeTerms() external view override returns (uint16, address) {
        return (_feeBps, _feeAccount);
    }

    /// @inheritdoc IBountyManager
    function bountyIdOf(address poster, bytes32 platformId) public view override returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), poster, platformId));
    }

    function _fund(Terms calldata terms) private returns (bytes32 bountyId) {
        _requireTerms(terms);
        bountyId = bountyIdOf(msg.sender, terms.platformId);
        Bounty storage bounty = _bounties[bountyId];
        if (bounty.status != Status.NONE) revert BountyExists(bountyId);
        bounty.poster = msg.sender;
        bounty.amount = terms.amount;
        bounty.feeAccount = terms.feeAccount;
        bounty.feeBps = terms.feeBps;
        bounty.stakeBps = terms.stakeBps;
        bounty.status = Status.OPEN;
        bounty.deadline = terms.deadline;
        bounty.dueAt = terms.deadline;
        bounty.ttl = terms.ttl;
        bounty.reviewWindow = terms.reviewWindow;
        bounty.manifestHash = terms.manifestHash;
        emit BountyFunded(
            bountyId,
            msg.sender,
            terms.platformId,
            terms.amount,
            terms.feeBps,
            terms.feeAccount,
            terms.stakeBps,
            terms.deadline,
            terms.ttl,
            terms.reviewWindow,
            terms.manifestHash
        );
        _takeEscrow(msg.sender, terms.amount);
    }

    function _requireTerms(Terms calldata terms) private view {
        if (terms.feeBps != _feeBps || terms.feeAccount != _feeAccount) {
            revert FeeTermsDiffer(_feeBps, _feeAccount);
        }
        // A poster that is the fee account could profit from a forfeited stake.
        if (terms.feeAccount == msg.sender) revert InvalidTerms("feeAccount");
        if (terms.amount == 0) revert InvalidTerms("amount");
        if (terms.stakeBps > STAKE_BPS_MAX) revert InvalidTerms("stakeBps");
        if (terms.deadline <= block.timestamp || terms.deadline > block.timestamp + DEADLINE_MAX) {
            revert InvalidTerms("deadline");
        }
        if (terms.ttl < WINDOW_MIN || terms.ttl > WINDOW_MAX) revert InvalidTerms("ttl");
        if (terms.reviewWindow < WINDOW_MIN || terms.reviewWindow > WINDOW_MAX) {
            revert InvalidTerms("reviewWindow");
        }
    }

    function _setFeeTerms(uint16 feeBps, address feeAccount) private {
        if (feeBps > WHOLE_BPS) revert InvalidTerms("feeBps");
        if (feeAccount == address(0) || feeAccount == address(this)) revert InvalidTerms("feeAccount");
        _feeBps = feeBps;
        _feeAccount = feeAccount;
        emit FeeTermsChanged(feeBps, feeAccount);
    }
}
