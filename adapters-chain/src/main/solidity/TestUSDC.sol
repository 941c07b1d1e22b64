// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Play money for tests
/// @notice Has the six decimals and the permit of USDC, and anybody may mint it: it is worth nothing.
contract TestUSDC is ERC20, ERC20Permit {
    constructor() ERC20("Test USD Coin", "tUSDC") ERC20Permit("Test USD Coin") {}

    /// @notice Makes money out of nothing, for whoever asks.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Six, as USDC has, so that amounts read the same in tests and in earnest.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
