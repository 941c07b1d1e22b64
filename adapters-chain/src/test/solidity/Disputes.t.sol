// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract DisputesTest is Fixture {
    IBountyManager.Side private constant POSTER = IBountyManager.Side.POSTER;
    IBountyManager.Side private constant AGENT = IBountyManager.Side.AGENT;

    function test_disputeStopsTheClockAndTellsBothDates() public {
        bytes32 id = _inReview();
        VM.warp(START + 1 days);
        VM.expectEmit(address(manager));
        emit IBountyManager.DisputeOpened(
            id,
            agent,
            1,
            1,
            1,
            POSTER,
            IBountyManager.Status.IN_REVIEW,
            NOTES,
            START + 1 days + 48 hours,
            START + 15 days
        );

        _dispute(id, 1, POSTER);

        _assertStatus(id, IBountyManager.Status.DISPUTED);
        _assertEq("due", manager.getBounty(id).dueAt, START + 15 days);
    }

    function test_relayerOpensAndAnswersForTheSideThatIsMeant() public {
        bytes32 id = _inReview();
        VM.startPrank(relayer);
        manager.openDispute(id, agent, 1, 1, AGENT, NOTES);
        VM.expectEmit(address(manager));
        emit IBountyManager.DisputeAnswered(id, 1, POSTER, WORK);
        manager.answerDispute(id, 1, WORK);
        VM.stopPrank();
    }

    function test_nobodyOpensADisputeForTheOtherSide() public {
        bytes32 id = _inReview();
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, poster));
        VM.prank(poster);
        manager.openDispute(id, agent, 1, 1, AGENT, NOTES);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, agent));
        VM.prank(agent);
        manager.openDispute(id, agent, 1, 1, POSTER, NOTES);
    }

    function test_openerDoesNotAnswerItselfAndNobodyAnswersTwice() public {
        bytes32 id = _disputed();
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, poster));
        VM.prank(poster);
        manager.answerDispute(id, 1, NOTES);

        VM.startPrank(agent);
        manager.answerDispute(id, 1, NOTES);
        VM.expectRevert(IBountyManager.AlreadyAnswered.selector);
        manager.answerDispute(id, 1, NOTES);
        VM.stopPrank();
    }

    function test_eachSideDisputesEachSubmissionAndTheBountyOnce() public {
        bytes32 id = _inRework();
        uint16 number = 0;
        for (uint8 submission = 0; submission < 2; submission++) {
            for (uint8 side = 0; side < 2; side++) {
                _dispute(id, submission, IBountyManager.Side(side));
                VM.prank(side == 0 ? poster : agent);
                manager.withdrawDispute(id, ++number);
                VM.expectRevert(abi.encodeWithSelector(IBountyManager.AlreadyDisputed.selector, submission, side));
                VM.prank(relayer);
                manager.openDispute(id, agent, 1, submission, IBountyManager.Side(side), NOTES);
            }
        }
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.AlreadyDisputed.selector, 0, POSTER));
        VM.prank(poster);
        manager.openDispute(id, agent, 1, 0, POSTER, NOTES);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NoSuchSubmission.selector, 2));
        VM.prank(agent);
        manager.openDispute(id, agent, 1, 2, AGENT, NOTES);
    }

    function test_disputeNamesTheClaimItIsAbout() public {
        bytes32 id = _claimed();
        VM.startPrank(relayer);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleClaim.selector, agent, 1));
        manager.openDispute(id, agent, 2, 0, POSTER, NOTES);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleClaim.selector, agent, 1));
        manager.openDispute(id, otherAgent, 1, 0, POSTER, NOTES);
        VM.stopPrank();
    }

    function test_nobodyDisputesWhatTimeHasDecided() public {
        bytes32 id = _inReview();
        VM.warp(START + REVIEW);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.ReviewEnded.selector, START + REVIEW));
        VM.prank(poster);
        manager.openDispute(id, agent, 1, 1, POSTER, NOTES);

        IBountyManager.Terms memory terms = _terms();
        terms.platformId = "another";
        terms.deadline += 30 days;
        bytes32 other = _fund(terms);
        _claim(other, agent);
        VM.startPrank(agent);
        VM.warp(START + REVIEW + TTL);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.LeaseEnded.selector, START + REVIEW + TTL));
        manager.openDispute(other, agent, 1, 0, AGENT, NOTES);
        VM.stopPrank();
    }

    function test_offerThatTheOtherSideTakesSettles() public {
        bytes32 id = _disputed();
        VM.expectEmit(address(manager));
        emit IBountyManager.SplitOffered(id, 1, AGENT, 6_000);
        VM.prank(agent);
        manager.offerSplit(id, 1, 6_000);

        VM.prank(poster);
        manager.acceptSplit(id, 1, 6_000);

        uint256 gross = uint256(AMOUNT) * 6_000 / 10_000;
        _assertPaid(id, -int256(gross), int256(gross - gross / 10), int256(gross / 10));
    }

    function test_onlyTheOtherSidesStandingOfferIsTaken() public {
        bytes32 id = _disputed();
        VM.prank(agent);
        manager.offerSplit(id, 1, 6_000);
        _notStanding(id, agent, 6_000);
        VM.prank(agent);
        manager.offerSplit(id, 1, 7_000);
        _notStanding(id, poster, 6_000);
        VM.prank(poster);
        manager.offerSplit(id, 1, 1_000);

        VM.prank(agent);
        manager.acceptSplit(id, 1, 1_000);

        _assertStatus(id, IBountyManager.Status.PAID);
    }

    function test_relayerGivesNobodysRightsAway() public {
        bytes32 id = _disputed();
        VM.prank(poster);
        manager.offerSplit(id, 1, 0);

        VM.startPrank(relayer);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, relayer));
        manager.offerSplit(id, 1, 5_000);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, relayer));
        manager.acceptSplit(id, 1, 0);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, relayer));
        manager.withdrawDispute(id, 1);
        VM.stopPrank();
    }

    function test_withdrawnDisputeLetsTheReviewGoOnWithWhatWasLeft() public {
        bytes32 id = _inReview();
        VM.warp(START + 1 days);
        _dispute(id, 1, POSTER);
        VM.warp(START + 10 days);
        VM.expectEmit(address(manager));
        emit IBountyManager.DisputeWithdrawn(id, 1, IBountyManager.Status.IN_REVIEW, START + 10 days + REVIEW - 1 days);

        VM.prank(poster);
        manager.withdrawDispute(id, 1);

        _assertStatus(id, IBountyManager.Status.IN_REVIEW);
    }

    function test_withdrawnDisputeLeavesAtLeastADay() public {
        bytes32 id = _claimed();
        VM.warp(START + TTL - 1);
        _dispute(id, 0, AGENT);

        VM.prank(agent);
        manager.withdrawDispute(id, 1);

        _assertStatus(id, IBountyManager.Status.CLAIMED);
        _assertEq("due", manager.getBounty(id).dueAt, START + TTL - 1 + 1 days);
    }

    function test_onlyTheOpenerWithdraws() public {
        bytes32 id = _disputed();

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotAllowed.selector, agent));
        VM.prank(agent);
        manager.withdrawDispute(id, 1);
    }

    function test_callMeansTheDisputeItNames() public {
        bytes32 id = _disputed();
        VM.prank(poster);
        manager.withdrawDispute(id, 1);
        _dispute(id, 1, AGENT);

        VM.startPrank(poster);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleDispute.selector, 2));
        manager.answerDispute(id, 1, NOTES);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleDispute.selector, 2));
        manager.offerSplit(id, 1, 0);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleDispute.selector, 2));
        manager.acceptSplit(id, 1, 0);
        VM.stopPrank();
        VM.warp(START + 3 days);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.StaleDispute.selector, 2));
        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 0);
    }

    function test_newDisputeHasNothingOfTheOneBefore() public {
        bytes32 id = _answered();
        VM.prank(agent);
        manager.offerSplit(id, 1, 1);
        VM.prank(poster);
        manager.withdrawDispute(id, 1);

        _dispute(id, 1, AGENT);

        IBountyManager.Dispute memory dispute = manager.getDispute(id);
        _assertTrue("answered", !dispute.answered);
        _assertEq("number", dispute.number, 2);
        _assertEq("offer", dispute.agentOffer, type(uint16).max);
    }

    function _notStanding(bytes32 id, address taker, uint16 share) private {
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.OfferNotStanding.selector, share));
        VM.prank(taker);
        manager.acceptSplit(id, 1, share);
    }
}
