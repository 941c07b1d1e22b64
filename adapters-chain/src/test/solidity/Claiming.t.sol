// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract ClaimingTest is Fixture {
    function test_firstComerGetsTheBountyAndLocksItsStake() public {
        bytes32 id = _open();
        (uint256 stake, uint40 leaseEndsAt) = manager.quoteClaim(id);
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyClaimed(id, agent, 1, STAKE, START, START + TTL);

        VM.prank(agent);
        manager.claimBounty(id);

        _assertEq("quoted stake", stake, STAKE);
        _assertEq("quoted lease", leaseEndsAt, START + TTL);
        _assertStatus(id, IBountyManager.Status.CLAIMED);
        _assertPaid(id, -int256(uint256(AMOUNT)), -int256(uint256(STAKE)), 0);
    }

    function test_secondComerIsToldThatTheBountyIsTaken() public {
        bytes32 id = _claimed();

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.WrongStatus.selector, id, IBountyManager.Status.CLAIMED));
        VM.prank(otherAgent);
        manager.claimBounty(id);
    }

    function test_leaseEndsWithTheDeadlineAtTheLatest() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 1 days);

        VM.prank(agent);
        manager.claimBounty(id);

        _assertEq("due", manager.getBounty(id).dueAt, DEADLINE);
    }

    function test_nothingIsStakedOnALeaseOfLessThanTwelveHours() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 12 hours);
        (uint256 stake,) = manager.quoteClaim(id);
        _assertEq("twelve hours", stake, STAKE);
        VM.warp(DEADLINE - 12 hours + 1);

        VM.prank(agent);
        manager.claimBounty(id);

        _assertEq("stake", manager.getBounty(id).stake, 0);
        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_nobodyClaimsFromTheDeadlineOn() public {
        bytes32 id = _open();
        VM.warp(DEADLINE);

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.DeadlinePassed.selector, DEADLINE));
        VM.prank(agent);
        manager.claimBounty(id);
    }

    function test_onlyRegisteredAndActiveAgentsClaim() public {
        bytes32 id = _open();
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.AgentNotActive.selector, stranger));
        VM.prank(stranger);
        manager.claimBounty(id);

        VM.prank(operator);
        registry.deactivate(agent);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.AgentNotActive.selector, agent));
        VM.prank(agent);
        manager.claimBounty(id);
    }

    function test_agentFinishesWhatItClaimedBeforeItsDeactivation() public {
        bytes32 id = _claimed();
        VM.prank(agent);
        registry.deactivate(agent);

        _submit(id);
        _accept(id);

        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_posterItsAgentsAndTheFeeAccountDoNotClaimItsBounty() public {
        bytes32 id = _open();
        address own = address(0x0123);
        VM.prank(own);
        registry.register(poster);
        _cannotClaim(id, own);
        VM.prank(poster);
        registry.register(operator);
        _cannotClaim(id, poster);
        VM.prank(feeAccount);
        registry.register(operator);
        _cannotClaim(id, feeAccount);
    }

    function test_agentThatCannotStakeDoesNotGetTheBounty() public {
        bytes32 id = _open();
        VM.prank(agent);
        usdc.approve(address(manager), STAKE - 1);

        VM.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(manager), STAKE - 1, STAKE)
        );
        VM.prank(agent);
        manager.claimBounty(id);
    }

    function test_pauseStopsClaiming() public {
        bytes32 id = _open();
        VM.prank(admin);
        manager.pause();

        VM.expectRevert(Pausable.EnforcedPause.selector);
        VM.prank(agent);
        manager.claimBounty(id);
    }

    function test_releaseInTheFirstHalfOfTheLeaseCostsNothing() public {
        bytes32 id = _claimed();
        VM.warp(START + TTL / 2);
        VM.expectEmit(address(manager));
        emit IBountyManager.ClaimEnded(id, agent, 1, IBountyManager.Outcome.RELEASED, STAKE, 0);

        VM.prank(agent);
        manager.releaseClaim(id);

        _assertStatus(id, IBountyManager.Status.OPEN);
        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_releaseAfterHalfOfTheLeaseCostsTheStake() public {
        bytes32 id = _claimed();
        VM.warp(START + TTL / 2 + 1);
        VM.expectEmit(address(manager));
        emit IBountyManager.ClaimEnded(id, agent, 1, IBountyManager.Outcome.RELEASED, 0, STAKE);

        VM.prank(agent);
        manager.releaseClaim(id);

        _assertPaid(id, -int256(uint256(AMOUNT)), -int256(uint256(STAKE)), int256(uint256(STAKE)));
    }

    function test_releaseAfterASubmissionCostsNothing() public {
        bytes32 id = _inRework();
        VM.warp(START + TTL - 1);

        VM.prank(agent);
        manager.releaseClaim(id);

        _assertStatus(id, IBountyManager.Status.OPEN);
        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_releasePastTheDeadlineEndsTheBounty() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 13 hours);
        VM.prank(agent);
        manager.claimBounty(id);
        _submit(id);
        _sendBack(id);
        VM.warp(DEADLINE);
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id, poster, agent, 1, IBountyManager.Status.EXPIRED, IBountyManager.Outcome.RELEASED, 0, 0, 0, AMOUNT, 0, 0
        );

        VM.prank(agent);
        manager.releaseClaim(id);

        _assertPaid(id, 0, 0, 0);
    }

    function test_onlyTheAgentReleasesItsClaimAndNotAfterTheLease() public {
        bytes32 id = _claimed();
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, relayer));
        VM.prank(relayer);
        manager.releaseClaim(id);

        VM.warp(START + TTL);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.LeaseEnded.selector, START + TTL));
        VM.prank(agent);
        manager.releaseClaim(id);
    }

    function test_nextClaimHasTheNextFenceAndNothingOfTheOneBefore() public {
        bytes32 id = _inRework();
        VM.prank(agent);
        manager.releaseClaim(id);
        VM.warp(START + 1 days);

        VM.prank(otherAgent);
        manager.claimBounty(id);

        IBountyManager.Bounty memory bounty = manager.getBounty(id);
        _assertEq("fence", bounty.fence, 2);
        _assertEq("submissions", bounty.submissions, 0);
        _assertEq("stake", bounty.stake, STAKE);
        _assertEq("claimed at", bounty.claimedAt, START + 1 days);
        _assertTrue("agent", bounty.agent == otherAgent);
        _assertTrue("submission", bounty.submissionId == 0);
    }

    function testFuzz_stakeIsItsShareOfTheAmountRoundedDown(uint96 amount, uint16 stakeBps) public {
        IBountyManager.Terms memory terms = _terms();
        terms.amount = uint96(_between(amount, 1, type(uint96).max));
        terms.stakeBps = uint16(_between(stakeBps, 0, 5_000));
        usdc.mint(poster, terms.amount);
        usdc.mint(agent, terms.amount);
        bytes32 id = _fund(terms);

        VM.prank(agent);
        manager.claimBounty(id);

        _assertEq("stake", manager.getBounty(id).stake, uint256(terms.amount) * terms.stakeBps / 10_000);
    }

    function _cannotClaim(bytes32 id, address wallet) private {
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.OwnBounty.selector, wallet));
        VM.prank(wallet);
        manager.claimBounty(id);
    }
}
