// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBountyManager} from "./IBountyManager.sol";

/// @title The money of the escrow
/// @notice Knows what is owed in sum, pushes what it can, and keeps what it cannot push until it is fetched.
/// @dev Only the functions below touch the token.
abstract contract EscrowVault is IBountyManager, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @inheritdoc IBountyManager
    IERC20 public immutable override token;

    /// @inheritdoc IBountyManager
    mapping(address account => uint256) public override withdrawable;

    uint128 private _escrow;
    uint128 private _stakes;
    uint256 private _held;

    constructor(IERC20 token_) {
        token = token_;
    }

    /// @inheritdoc IBountyManager
    function withdraw(address account) external override nonReentrant {
        uint256 amount = withdrawable[account];
        if (amount == 0) revert NothingHeld(account);
        withdrawable[account] = 0;
        _held -= amount;
        emit Withdrawn(account, amount);
        token.safeTransfer(account, amount);
    }

    /// @inheritdoc IBountyManager
    function totals() external view override returns (uint256 escrow, uint256 stakes, uint256 held) {
        return (_escrow, _stakes, _held);
    }

    function _takeEscrow(address from, uint96 amount) internal {
        _escrow += amount;
        token.safeTransferFrom(from, address(this), amount);
    }

    function _takeStake(address from, uint96 amount) internal {
        if (amount == 0) return;
        _stakes += amount;
        token.safeTransferFrom(from, address(this), amount);
    }

    /// @dev Says that so much is no bounty's any more; it must be paid in the same call.
    function _free(uint96 escrow, uint96 stake) internal {
        _escrow -= escrow;
        _stakes -= stake;
    }

    /// @dev A push that fails, say to an account the token has blocked, must not hold up anybody else's money:
    /// it is kept for the account instead.
    function _pay(bytes32 bountyId, address account, uint256 amount) internal {
        if (amount == 0) return;
        if (token.trySafeTransfer(account, amount)) return;
        withdrawable[account] += amount;
        _held += amount;
        emit PaymentHeld(bountyId, account, amount);
    }
}
