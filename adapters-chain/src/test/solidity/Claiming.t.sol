// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Admissions} from "./Admissions.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract ClaimingTest is Fixture {
    function test_firstComerGetsTheBountyAndLocksItsStake() public {
        bytes32 id = _open();
        (uint256 stake, uint40 leaseEndsAt) = manager.quoteClaim(id);
        IBountyManager.Admission memory admission = _admission(id, agent);
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyClaimed(id, agent, 1, STAKE, START, START + TTL);

        VM.prank(agent);
        manager.claimBounty(id, admission);

        _assertEq("quoted stake", stake, STAKE);
        _assertEq("quoted lease", leaseEndsAt, START + TTL);
        _assertStatus(id, IBountyManager.Status.CLAIMED);
        _assertPaid(id, -int256(uint256(AMOUNT)), -int256(uint256(STAKE)), 0);
    }

    function test_secondComerIsToldThatTheBountyIsTaken() public {
        bytes32 id = _open();
        IBountyManager.Admission memory admission = _admission(id, otherAgent);
        _claim(id, agent);

        _cannotClaim(
            id,
            otherAgent,
            admission,
            abi.encodeWithSelector(IBountyManager.WrongStatus.selector, id, IBountyManager.Status.CLAIMED)
        );
    }

    function test_onlyARelayerAdmits() public {
        bytes32 id = _open();
        bytes memory notAdmitted = abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent);
        IBountyManager.Admission memory admission = _signed(POSTER_KEY, id, agent, 1);

        _cannotClaim(id, agent, admission, notAdmitted);
        admission.signature = "";
        _cannotClaim(id, agent, admission, notAdmitted);
        admission.signature = new bytes(65);
        _cannotClaim(id, agent, admission, notAdmitted);
    }

    function test_roleOfNobodyAdmitsNobody() public {
        bytes32 id = _open();
        bytes32 role = manager.RELAYER_ROLE();
        VM.prank(admin);
        manager.grantRole(role, address(0));
        IBountyManager.Admission memory admission = _admission(id, agent);
        admission.signature = new bytes(65);

        _cannotClaim(id, agent, admission, abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent));
    }

    function test_whoLostTheRoleAdmitsNobodyAnyMore() public {
        bytes32 id = _open();
        bytes32 role = manager.RELAYER_ROLE();
        IBountyManager.Admission memory before = _admission(id, agent);
        VM.startPrank(admin);
        manager.revokeRole(role, relayer);
        manager.grantRole(role, poster);
        VM.stopPrank();

        _cannotClaim(id, agent, before, abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent));
        IBountyManager.Admission memory ofTheNext = _signed(POSTER_KEY, id, agent, 1);
        VM.prank(agent);
        manager.claimBounty(id, ofTheNext);
        _assertStatus(id, IBountyManager.Status.CLAIMED);
    }

    function test_admissionIsForOneBountyAndOneWallet() public {
        bytes32 id = _open();
        IBountyManager.Terms memory terms = _terms();
        terms.platformId = "another";
        bytes32 other = _fund(terms);
        IBountyManager.Admission memory admission = _admission(id, agent);

        _cannotClaim(other, agent, admission, abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent));
        _cannotClaim(id, otherAgent, admission, abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, otherAgent));
    }

    function test_admissionServesOnceAndForTheNextClaimAlone() public {
        bytes32 id = _open();
        bytes memory notAdmitted = abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent);
        IBountyManager.Admission memory ofTheFirst = _signed(RELAYER_KEY, id, agent, 1);
        IBountyManager.Admission memory ofTheSecond = _signed(RELAYER_KEY, id, agent, 2);

        _cannotClaim(id, agent, ofTheSecond, notAdmitted);
        VM.prank(agent);
        manager.claimBounty(id, ofTheFirst);
        VM.prank(agent);
        manager.releaseClaim(id);

        _cannotClaim(id, agent, ofTheFirst, notAdmitted);
        VM.prank(agent);
        manager.claimBounty(id, ofTheSecond);
        _assertEq("fence", manager.getBounty(id).fence, 2);
    }

    function test_admissionEndsWithItsTimeAndCannotBeMadeLonger() public {
        bytes32 id = _open();
        IBountyManager.Admission memory admission = _admission(id, agent);
        VM.warp(START + 10 minutes);

        _cannotClaim(
            id, agent, admission, abi.encodeWithSelector(IBountyManager.AdmissionExpired.selector, START + 10 minutes)
        );
        admission.expiresAt += 1;
        _cannotClaim(id, agent, admission, abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent));
        admission.expiresAt -= 1;
        VM.warp(START + 10 minutes - 1);
        VM.prank(agent);
        manager.claimBounty(id, admission);
        _assertStatus(id, IBountyManager.Status.CLAIMED);
    }

    function test_admissionIsForOneContractOnOneChain() public {
        bytes32 id = _open();
        bytes memory notAdmitted = abi.encodeWithSelector(IBountyManager.NotAdmitted.selector, agent);
        IBountyManager.Admission memory here = _admission(id, agent);
        IBountyManager.Admission memory elsewhere =
            Admissions.sign(RELAYER_KEY, address(registry), id, agent, 1, here.expiresAt);

        _cannotClaim(id, agent, elsewhere, notAdmitted);
        VM.chainId(block.chainid + 1);
        _cannotClaim(id, agent, here, notAdmitted);
    }

    function test_leaseEndsWithTheDeadlineAtTheLatest() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 1 days);

        _claim(id, agent);

        _assertEq("due", manager.getBounty(id).dueAt, DEADLINE);
    }

    function test_nothingIsStakedOnALeaseOfLessThanTwelveHours() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 12 hours);
        (uint256 stake,) = manager.quoteClaim(id);
        _assertEq("twelve hours", stake, STAKE);
        VM.warp(DEADLINE - 12 hours + 1);

        _claim(id, agent);

        _assertEq("stake", manager.getBounty(id).stake, 0);
        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_nobodyClaimsFromTheDeadlineOn() public {
        bytes32 id = _open();
        VM.warp(DEADLINE);

        _cannotClaim(id, agent, abi.encodeWithSelector(IBountyManager.DeadlinePassed.selector, DEADLINE));
    }

    function test_onlyRegisteredAndActiveAgentsClaim() public {
        bytes32 id = _open();
        _cannotClaim(id, stranger, abi.encodeWithSelector(IBountyManager.AgentNotActive.selector, stranger));

        VM.prank(operator);
        registry.deactivate(agent);
        _cannotClaim(id, agent, abi.encodeWithSelector(IBountyManager.AgentNotActive.selector, agent));
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
        _cannotClaim(id, own, abi.encodeWithSelector(IBountyManager.OwnBounty.selector, own));
        VM.prank(poster);
        registry.register(operator);
        _cannotClaim(id, poster, abi.encodeWithSelector(IBountyManager.OwnBounty.selector, poster));
        VM.prank(feeAccount);
        registry.register(operator);
        _cannotClaim(id, feeAccount, abi.encodeWithSelector(IBountyManager.OwnBounty.selector, feeAccount));
    }

    function test_agentThatCannotStakeDoesNotGetTheBounty() public {
        bytes32 id = _open();
        VM.prank(agent);
        usdc.approve(address(manager), STAKE - 1);

        _cannotClaim(
            id,
            agent,
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(manager), STAKE - 1, STAKE)
        );
    }

    function test_pauseStopsClaiming() public {
        bytes32 id = _open();
        VM.prank(admin);
        manager.pause();

        _cannotClaim(id, agent, abi.encodeWithSelector(Pausable.EnforcedPause.selector));
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
        _claim(id, agent);
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
        _dispute(id, 0, IBountyManager.Side.AGENT);
        VM.startPrank(agent);
        manager.withdrawDispute(id, 1);
        manager.releaseClaim(id);
        VM.stopPrank();
        _assertEq("lease left", manager.getBounty(id).leaseLeft, 0);
        VM.warp(START + 1 days);

        _claim(id, otherAgent);

        IBountyManager.Bounty memory bounty = manager.getBounty(id);
        _assertEq("fence", bounty.fence, 2);
        _assertEq("submissions", bounty.submissions, 0);
        _assertEq("stake", bounty.stake, STAKE);
        _assertEq("claimed at", bounty.claimedAt, START + 1 days);
        _assertTrue("agent", bounty.agent == otherAgent);
        _assertTrue("submission", bounty.submissionId == 0);
        _dispute(id, 0, IBountyManager.Side.AGENT);
        _assertEq("dispute", manager.getBounty(id).disputes, 2);
    }

    function testFuzz_stakeIsItsShareOfTheAmountRoundedDown(uint96 amount, uint16 stakeBps) public {
        IBountyManager.Terms memory terms = _terms();
        terms.amount = uint96(_between(amount, 1, type(uint96).max));
        terms.stakeBps = uint16(_between(stakeBps, 0, 5_000));
        usdc.mint(poster, terms.amount);
        usdc.mint(agent, terms.amount);
        bytes32 id = _fund(terms);

        _claim(id, agent);

        _assertEq("stake", manager.getBounty(id).stake, uint256(terms.amount) * terms.stakeBps / 10_000);
    }

    function _cannotClaim(bytes32 id, address wallet, bytes memory reason) private {
        _cannotClaim(id, wallet, _admission(id, wallet), reason);
    }

    function _cannotClaim(bytes32 id, address wallet, IBountyManager.Admission memory admission, bytes memory reason)
        private
    {
        VM.expectRevert(reason);
        VM.prank(wallet);
        manager.claimBounty(id, admission);
    }
}
