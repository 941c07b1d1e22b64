// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BountyManager} from "../../main/solidity/BountyManager.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Market} from "./Market.sol";
import {BlockableUSDC} from "./Tokens.sol";
import {VM} from "./Vm.sol";

/// @title What is true of the escrow at every moment, whatever anybody does
/// @notice That only a bounty's own parties are ever paid is checked by the market at each of its steps.
contract InvariantsTest {
    error Broken(string what, uint256 is_, uint256 shouldBe);

    Market private _market;
    BountyManager private _manager;
    BlockableUSDC private _usdc;

    function setUp() public {
        _market = new Market();
        (_manager, _usdc) = (_market.MANAGER(), _market.USDC());
    }

    /// Forge calls nothing else than the market.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_market);
    }

    function invariant_balanceIsOpenEscrowAndStakesAndWhatIsHeld() external view {
        (uint256 escrow, uint256 stakes, uint256 held) = _manager.totals();
        uint256 escrowOfAll = 0;
        uint256 stakesOfAll = 0;
        for (uint256 i = 0; i < _market.bountiesCount(); i++) {
            IBountyManager.Bounty memory bounty = _manager.getBounty(_market.bounties(i));
            if (_isLive(bounty)) escrowOfAll += bounty.amount;
            stakesOfAll += bounty.stake;
        }
        uint256 heldForAll = 0;
        for (uint256 i = 0; i < _market.peopleCount(); i++) {
            heldForAll += _manager.withdrawable(_market.people(i));
        }
        _is("balance", _usdc.balanceOf(address(_manager)), escrow + stakes + held);
        _is("escrow", escrow, escrowOfAll);
        _is("stakes", stakes, stakesOfAll);
        _is("held", held, heldForAll);
    }

    function invariant_eachBountyPaysOutWhatCameInForItAndNothingElse() external view {
        for (uint256 i = 0; i < _market.bountiesCount(); i++) {
            bytes32 id = _market.bounties(i);
            IBountyManager.Bounty memory bounty = _manager.getBounty(id);
            uint256 inside = _isLive(bounty) ? uint256(bounty.amount) + bounty.stake : 0;
            _is("bounty", _market.paidIn(id), _market.paidOut(id) + inside);
        }
    }

    function invariant_nobodyElseIsPaid() external view {
        address[4] memory others = _market.others();
        for (uint256 i = 0; i < others.length; i++) {
            _is("no party", _usdc.balanceOf(others[i]) + _manager.withdrawable(others[i]), 0);
        }
    }

    function invariant_timeAloneFreesAllMoney() external {
        uint256 before = VM.snapshotState();
        VM.warp(_market.time());
        for (uint256 i = 0; i < _market.bountiesCount(); i++) {
            _letTimePass(_market.bounties(i));
        }
        (uint256 escrow, uint256 stakes, uint256 held) = _manager.totals();
        _is("escrow", escrow, 0);
        _is("stakes", stakes, 0);
        for (uint256 i = 0; i < _market.peopleCount(); i++) {
            address account = _market.people(i);
            _usdc.block_(account, false);
            if (_manager.withdrawable(account) > 0) {
                held -= _manager.withdrawable(account);
                _manager.withdraw(account);
            }
        }
        _is("held", held, 0);
        _is("balance", _usdc.balanceOf(address(_manager)), 0);
        VM.revertToState(before);
    }

    /// The invariants say little if chance never comes to the ends of a bounty's life.
    function test_chanceComesToEveryEnd() external {
        bytes4[15] memory steps = [
            Market.claim.selector,
            Market.release.selector,
            Market.submit.selector,
            Market.accept.selector,
            Market.sendBack.selector,
            Market.cancel.selector,
            Market.timeOut.selector,
            Market.dispute.selector,
            Market.argue.selector,
            Market.settle.selector,
            Market.rule.selector,
            Market.block_.selector,
            Market.withdraw.selector,
            Market.govern.selector,
            Market.passTime.selector
        ];
        uint256 withdrawals = 0;
        uint256[11] memory outcomes;
        for (uint256 life = 0; life < 60; life++) {
            _market = new Market();
            for (uint256 step = 0; step < 80; step++) {
                uint256 chance = uint256(keccak256(abi.encode(life, step)));
                if (step % 8 == 0) _market.fund(uint96(chance), chance);
                (bool done,) = address(_market).call(abi.encodeWithSelector(steps[chance % steps.length], chance / 15));
                _is("step", done ? 1 : 0, 1);
            }
            withdrawals += _market.withdrawals();
            for (uint256 i = 0; i < outcomes.length; i++) {
                outcomes[i] += _market.outcomes(IBountyManager.Outcome(i));
            }
        }
        for (uint256 i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == 0) revert Broken("never came to outcome", i, 1);
        }
        if (withdrawals == 0) revert Broken("never withdrew", 0, 1);
    }

    /// At most three steps: a lease ends, then the bounty's deadline; everything else ends it at once.
    function _letTimePass(bytes32 id) private {
        for (uint256 steps = 0; steps < 3; steps++) {
            IBountyManager.Bounty memory bounty = _manager.getBounty(id);
            if (!_isLive(bounty)) return;
            if (block.timestamp < bounty.dueAt) VM.warp(bounty.dueAt);
            if (bounty.status == IBountyManager.Status.IN_REVIEW) _manager.acceptUnanswered(id);
            else if (bounty.status == IBountyManager.Status.DISPUTED) _manager.timeOutDispute(id);
            else _manager.expireBounty(id);
        }
    }

    function _isLive(IBountyManager.Bounty memory bounty) private pure returns (bool) {
        return bounty.status >= IBountyManager.Status.OPEN && bounty.status <= IBountyManager.Status.DISPUTED;
    }

    function _is(string memory what, uint256 is_, uint256 shouldBe) private pure {
        if (is_ != shouldBe) revert Broken(what, is_, shouldBe);
    }
}
