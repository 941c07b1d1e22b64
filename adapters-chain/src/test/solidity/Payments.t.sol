// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {BountyManager} from "../../main/solidity/BountyManager.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {BlockableUSDC, CallingUSDC, IReceiver} from "./Tokens.sol";
import {VM} from "./Vm.sol";

/// @title A poster that tries to be paid again while it is paid
contract GreedyPoster is IReceiver {
    BountyManager private immutable MANAGER;
    bytes32 public id;
    uint256 public refusals;

    constructor(BountyManager manager) {
        MANAGER = manager;
    }

    function fund(IBountyManager.Terms calldata terms) external {
        MANAGER.token().approve(address(MANAGER), terms.amount);
        id = MANAGER.fundBounty(terms);
    }

    function cancel() external {
        MANAGER.cancelBounty(id);
    }

    function received() external override {
        _again(abi.encodeCall(MANAGER.cancelBounty, (id)));
        _again(abi.encodeCall(MANAGER.expireBounty, (id)));
        _again(abi.encodeCall(MANAGER.claimBounty, (id, IBountyManager.Admission(0, ""))));
        _again(abi.encodeCall(MANAGER.withdraw, (address(this))));
        _again(abi.encodeCall(MANAGER.acceptUnanswered, (id)));
        _again(abi.encodeCall(MANAGER.timeOutDispute, (id)));
    }

    function _again(bytes memory call) private {
        (bool done, bytes memory answer) = address(MANAGER).call(call);
        if (!done && bytes4(answer) == ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector) {
            refusals++;
        }
    }
}

contract PaymentsTest is Fixture {
    function test_blockedAgentHoldsUpNobodyAndFetchesItsMoneyLater() public {
        bytes32 id = _inReview();
        usdc.block_(agent, true);
        VM.expectEmit(address(manager));
        emit IBountyManager.PaymentHeld(id, agent, AMOUNT - FEE);
        _accept(id);
        _assertStatus(id, IBountyManager.Status.PAID);
        _assertEq("held", manager.withdrawable(agent), AMOUNT - FEE);
        _assertEq("fee", usdc.balanceOf(feeAccount), FEE);
        (,, uint256 held) = manager.totals();
        _assertEq("totals", held, AMOUNT - FEE);

        VM.expectRevert(abi.encodeWithSelector(BlockableUSDC.Blocked.selector, agent));
        manager.withdraw(agent);
        usdc.block_(agent, false);
        VM.expectEmit(address(manager));
        emit IBountyManager.Withdrawn(agent, AMOUNT - FEE);
        VM.prank(stranger);
        manager.withdraw(agent);

        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_blockedPosterAndFeeAccountHoldUpNobody() public {
        bytes32 id = _answered();
        usdc.block_(poster, true);
        usdc.block_(feeAccount, true);

        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 5_000);

        uint256 gross = uint256(AMOUNT) / 2;
        _assertEq("poster", manager.withdrawable(poster), AMOUNT - gross);
        _assertEq("fee", manager.withdrawable(feeAccount), gross / 10);
        _assertEq("agent", usdc.balanceOf(agent), AMOUNT + gross - gross / 10);
    }

    function test_blockedAgentStillHandsIn() public {
        bytes32 id = _claimed();
        usdc.block_(agent, true);

        _submit(id);

        _assertEq("held", manager.withdrawable(agent), STAKE);
    }

    function test_nothingIsFetchedTwice() public {
        bytes32 id = _inReview();
        usdc.block_(agent, true);
        _accept(id);
        usdc.block_(agent, false);
        manager.withdraw(agent);

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NothingHeld.selector, agent));
        manager.withdraw(agent);
    }

    function test_moneyThatSomebodyGivesAwayIsNobodys() public {
        bytes32 id = _inReview();
        usdc.mint(address(manager), 7);

        _accept(id);

        _assertEq("left", usdc.balanceOf(address(manager)), 7);
        (uint256 escrow, uint256 stakes, uint256 held) = manager.totals();
        _assertEq("owed", escrow + stakes + held, 0);
    }

    function test_receiverThatCallsBackIsPaidOnce() public {
        CallingUSDC calling = new CallingUSDC();
        manager = new BountyManager(calling, registry, admin, relayer, arbiter, FEE_BPS, feeAccount);
        GreedyPoster greedy = new GreedyPoster(manager);
        calling.mint(address(greedy), AMOUNT);
        calling.mint(address(manager), AMOUNT);
        greedy.fund(_terms());

        greedy.cancel();

        _assertEq("refused", greedy.refusals(), 6);
        _assertEq("paid", calling.balanceOf(address(greedy)), AMOUNT);
    }
}
