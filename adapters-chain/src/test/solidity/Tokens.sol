// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TestUSDC} from "../../main/solidity/TestUSDC.sol";

/// @title Money that an issuer can block, as that of USDC can
contract BlockableUSDC is TestUSDC {
    error Blocked(address account);

    mapping(address account => bool) public isBlocked;

    function block_(address account, bool blocked) external {
        isBlocked[account] = blocked;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (isBlocked[to]) revert Blocked(to);
        super._update(from, to, value);
    }
}

/// @title Whoever is told of money that arrives, and may do something about it at once
interface IReceiver {
    function received() external;
}

/// @title Money that calls its receiver, which a good token does not
contract CallingUSDC is TestUSDC {
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (to.code.length > 0 && from != address(0) && msg.sender != to) {
            IReceiver(to).received();
        }
    }
}
