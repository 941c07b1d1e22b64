// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract WorkTest is Fixture {
    function test_firstSubmissionReturnsTheStakeAndStartsTheReview() public {
        bytes32 id = _claimed();
        VM.warp(START + 1 hours);
        bytes32 submissionId = manager.submissionIdOf(id, agent, 1, 1, WORK);
        VM.expectEmit(address(manager));
        emit IBountyManager.WorkSubmitted(id, agent, 1, 1, submissionId, WORK, STAKE, START + 1 hours + REVIEW);

        _submit(id);

        _assertStatus(id, IBountyManager.Status.IN_REVIEW);
        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_relayerRecordsWorkForTheClaimItNamesAndNoOther() public {
        bytes32 id = _claimed();
        VM.prank(agent);
        manager.releaseClaim(id);
        _claim(id, otherAgent);

        VM.startPrank(relayer);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleClaim.selector, otherAgent, 2));
        manager.submitWork(id, agent, 1, WORK);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleClaim.selector, otherAgent, 2));
        manager.submitWork(id, agent, 2, WORK);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleClaim.selector, otherAgent, 2));
        manager.submitWork(id, otherAgent, 1, WORK);
        manager.submitWork(id, otherAgent, 2, WORK);
        VM.stopPrank();
    }

    function test_nobodyElseRecordsWork() public {
        bytes32 id = _claimed();

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, otherAgent));
        VM.prank(otherAgent);
        manager.submitWork(id, agent, 1, WORK);
    }

    function test_workIsTakenUntilTheLeaseEnds() public {
        bytes32 id = _claimed();
        VM.warp(START + TTL);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.LeaseEnded.selector, START + TTL));
        VM.prank(agent);
        manager.submitWork(id, agent, 1, WORK);

        VM.warp(START + TTL - 1);
        _submit(id);
    }

    function test_posterWhoAcceptsPaysTheAgentAndTheFee() public {
        bytes32 id = _inReview();
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id,
            poster,
            agent,
            1,
            IBountyManager.Status.PAID,
            IBountyManager.Outcome.ACCEPTED,
            10_000,
            AMOUNT,
            FEE,
            0,
            0,
            0
        );

        _accept(id);

        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_mergeThatTheRelayerRecordsIsAnAcceptance() public {
        bytes32 id = _inReview();
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id,
            poster,
            agent,
            1,
            IBountyManager.Status.PAID,
            IBountyManager.Outcome.MERGED,
            10_000,
            AMOUNT,
            FEE,
            0,
            0,
            0
        );
        bytes32 submissionId = manager.getBounty(id).submissionId;

        VM.prank(relayer);
        manager.acceptWork(id, submissionId);

        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_nobodyElseAcceptsOrSendsBack() public {
        bytes32 id = _inReview();
        bytes32 submissionId = manager.getBounty(id).submissionId;

        VM.startPrank(agent);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, agent));
        manager.acceptWork(id, submissionId);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, agent));
        manager.sendBack(id, submissionId, IBountyManager.Review.REJECTED, NOTES);
        VM.stopPrank();
    }

    function test_answerMeansTheSubmissionItNames() public {
        bytes32 id = _inReview();
        bytes32 first = manager.getBounty(id).submissionId;
        _sendBack(id);
        _submit(id);
        bytes32 second = manager.getBounty(id).submissionId;

        VM.startPrank(poster);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleSubmission.selector, second));
        manager.acceptWork(id, first);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleSubmission.selector, second));
        manager.sendBack(id, first, IBountyManager.Review.REJECTED, NOTES);
        VM.stopPrank();
    }

    function test_unansweredReviewPaysTheAgentByAnybodysCall() public {
        bytes32 id = _inReview();
        VM.warp(START + REVIEW - 1);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotDue.selector, START + REVIEW));
        VM.prank(stranger);
        manager.acceptUnanswered(id);

        VM.warp(START + REVIEW);
        VM.prank(stranger);
        manager.acceptUnanswered(id);

        _assertStatus(id, IBountyManager.Status.PAID);
        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_posterMayStillAcceptButNotSendBackAfterTheReview() public {
        bytes32 id = _inReview();
        bytes32 submissionId = manager.getBounty(id).submissionId;
        VM.warp(START + REVIEW);

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.ReviewEnded.selector, START + REVIEW));
        VM.prank(poster);
        manager.sendBack(id, submissionId, IBountyManager.Review.REJECTED, NOTES);
        _accept(id);

        _assertStatus(id, IBountyManager.Status.PAID);
    }

    function test_leaseStandsStillUnderReview() public {
        bytes32 id = _claimed();
        VM.warp(START + 2 hours);
        _submit(id);
        VM.warp(START + 50 hours);
        bytes32 submissionId = manager.getBounty(id).submissionId;
        VM.expectEmit(address(manager));
        emit IBountyManager.WorkSentBack(
            id,
            agent,
            1,
            1,
            submissionId,
            IBountyManager.Review.REVISION_REQUESTED,
            NOTES,
            START + 50 hours + TTL - 2 hours
        );

        VM.prank(relayer);
        manager.sendBack(id, submissionId, IBountyManager.Review.REVISION_REQUESTED, NOTES);

        _assertStatus(id, IBountyManager.Status.CLAIMED);
    }

    function test_sentBackWorkLeavesAtLeastFortyEightHoursAlsoPastTheDeadline() public {
        bytes32 id = _open();
        VM.warp(DEADLINE - 1 hours);
        _claim(id, agent);
        _submit(id);
        VM.warp(DEADLINE + 1 days);

        _sendBack(id);

        _assertEq("due", manager.getBounty(id).dueAt, DEADLINE + 3 days);
        _submit(id);
        _assertStatus(id, IBountyManager.Status.IN_REVIEW);
    }

    function test_thirdSubmissionIsTheLastAndLeavesFortyEightHoursForADispute() public {
        bytes32 id = _spent();

        _assertEq("due", manager.getBounty(id).dueAt, START + 48 hours);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.SubmissionsSpent.selector));
        VM.prank(agent);
        manager.submitWork(id, agent, 1, WORK);
        _dispute(id, 3, IBountyManager.Side.AGENT);
    }

    function testFuzz_everyUnitOfAnAcceptedBountyGoesToAgentAndFeeAccount(uint96 amount, uint16 feeBps) public {
        feeBps = uint16(_between(feeBps, 0, 10_000));
        IBountyManager.Terms memory terms = _terms();
        terms.amount = uint96(_between(amount, 1, 1_000 * uint256(AMOUNT)));
        (terms.feeBps, terms.stakeBps) = (feeBps, 0);
        VM.prank(admin);
        manager.setFeeTerms(feeBps, feeAccount);
        bytes32 id = _fund(terms);
        _claim(id, agent);
        _submit(id);

        _accept(id);

        uint256 fee = uint256(terms.amount) * feeBps / 10_000;
        _assertPaid(id, -int256(uint256(terms.amount)), int256(terms.amount - fee), int256(fee));
    }
}
