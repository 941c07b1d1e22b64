// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract ExpiryTest is Fixture {
    function test_posterCancelsWhileNobodyHasTheBounty() public {
        bytes32 id = _open();
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id,
            poster,
            address(0),
            0,
            IBountyManager.Status.CANCELLED,
            IBountyManager.Outcome.CANCELLED,
            0,
            0,
            0,
            AMOUNT,
            0,
            0
        );

        VM.prank(poster);
        manager.cancelBounty(id);

        _assertPaid(id, 0, 0, 0);
    }

    function test_nobodyElseCancels() public {
        bytes32 id = _open();

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, relayer));
        VM.prank(relayer);
        manager.cancelBounty(id);
    }

    function test_unclaimedBountyIsRefundedAtItsDeadlineByAnybodysCall() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 1);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotDue.selector, DEADLINE));
        VM.prank(stranger);
        manager.expireBounty(id);

        VM.warp(DEADLINE);
        VM.prank(stranger);
        manager.expireBounty(id);

        _assertStatus(id, IBountyManager.Status.EXPIRED);
        _assertPaid(id, 0, 0, 0);
    }

    function test_leaseWithNothingSubmittedCostsTheStakeAndOpensTheBountyAgain() public {
        bytes32 id = _claimed();
        VM.warp(START + TTL - 1);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotDue.selector, START + TTL));
        manager.expireBounty(id);
        VM.warp(START + TTL);
        VM.expectEmit(address(manager));
        emit IBountyManager.ClaimEnded(id, agent, 1, IBountyManager.Outcome.LEASE_ENDED, 0, STAKE);

        VM.prank(stranger);
        manager.expireBounty(id);

        _assertStatus(id, IBountyManager.Status.OPEN);
        _assertEq("due", manager.getBounty(id).dueAt, DEADLINE);
        _assertPaid(id, -int256(uint256(AMOUNT)), -int256(uint256(STAKE)), int256(uint256(STAKE)));
    }

    function test_leaseThatEndsWithTheDeadlineRefundsThePosterAndNotTheStake() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 1 days);
        _claim(id, agent);
        VM.warp(DEADLINE);
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id,
            poster,
            agent,
            1,
            IBountyManager.Status.EXPIRED,
            IBountyManager.Outcome.LEASE_ENDED,
            0,
            0,
            0,
            AMOUNT,
            0,
            STAKE
        );

        VM.prank(stranger);
        manager.expireBounty(id);

        _assertPaid(id, 0, -int256(uint256(STAKE)), int256(uint256(STAKE)));
    }

    function test_reworkThatNobodyHandsInRefundsThePosterAlsoBeforeTheDeadline() public {
        bytes32 id = _inRework();
        VM.warp(START + TTL);
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id,
            poster,
            agent,
            1,
            IBountyManager.Status.EXPIRED,
            IBountyManager.Outcome.REWORK_ENDED,
            0,
            0,
            0,
            AMOUNT,
            0,
            0
        );

        VM.prank(stranger);
        manager.expireBounty(id);

        _assertPaid(id, 0, 0, 0);
    }

    function test_everythingButFundingAndClaimingGoesOnWhilePaused() public {
        bytes32 id = _claimed();
        VM.prank(admin);
        manager.pause();

        _submit(id);
        _sendBack(id);
        _submit(id);
        _dispute(id, 2, IBountyManager.Side.POSTER);
        VM.prank(agent);
        manager.answerDispute(id, 1, NOTES);
        VM.prank(poster);
        manager.withdrawDispute(id, 1);
        _accept(id);

        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }
}
