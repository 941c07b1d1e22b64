// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
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
        VM.startPrank(agent);
        manager.claimBounty(other);
        VM.warp(START + REVIEW + TTL);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.LeaseEnded.selector, START + REVIEW + TTL));
        manager.openDispute(other, agent, 1, 0, AGENT, NOTES);
        VM.stopPrank();
    }

    function test_arbiterWaitsForTheAnswerOrItsFortyEightHours() public {
        bytes32 id = _disputed();
        VM.warp(START + 48 hours - 1);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.AnswerStillDue.selector, START + 48 hours));
        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 0);

        VM.warp(START + 48 hours);
        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 0);

        _assertStatus(id, IBountyManager.Status.CANCELLED);
        _assertPaid(id, 0, 0, 0);
    }

    function test_rulingSharesTheAmountWithAFeeOnTheAgentsPartOnly() public {
        bytes32 id = _answered();
        uint256 gross = uint256(AMOUNT) * 3_333 / 10_000;
        uint256 fee = gross / 10;
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyEnded(
            id,
            poster,
            agent,
            1,
            IBountyManager.Status.PAID,
            IBountyManager.Outcome.RULED,
            3_333,
            gross,
            fee,
            AMOUNT - gross,
            0,
            0
        );

        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 3_333);

        _assertPaid(id, -int256(gross), int256(gross - fee), int256(fee));
    }

    function test_rulingReturnsTheStakeOfAClaimWithoutASubmission() public {
        bytes32 id = _claimed();
        _dispute(id, 0, AGENT);
        VM.prank(poster);
        manager.answerDispute(id, 1, NOTES);

        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 0);

        _assertPaid(id, 0, 0, 0);
    }

    function test_arbiterIsNeverAParty() public {
        bytes32 id = _answered();
        address[3] memory parties = [poster, agent, operator];
        for (uint256 i = 0; i < parties.length; i++) {
            VM.startPrank(admin);
            manager.grantRole(manager.ARBITER_ROLE(), parties[i]);
            VM.stopPrank();
            VM.expectRevert(abi.encodeWithSelector(IBountyManager.ArbiterIsParty.selector, parties[i]));
            VM.prank(parties[i]);
            manager.ruleDispute(id, 1, 5_000);
        }
    }

    function test_onlyAnArbiterRules() public {
        bytes32 id = _answered();
        bytes32 role = manager.ARBITER_ROLE();

        VM.expectRevert(abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, relayer, role));
        VM.prank(relayer);
        manager.ruleDispute(id, 1, 5_000);
    }

    function test_shareIsAtMostTheWhole() public {
        bytes32 id = _answered();
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidShare.selector, 10_001));
        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 10_001);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidShare.selector, 10_001));
        VM.prank(poster);
        manager.offerSplit(id, 1, 10_001);
        // What stands for "no offer" is no share that anybody could take.
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidShare.selector, type(uint16).max));
        VM.prank(agent);
        manager.acceptSplit(id, 1, type(uint16).max);
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

    function test_silentArbiterMeansHalvesWithoutAFeeOnceBothHaveSpoken() public {
        bytes32 id = _answered();
        VM.warp(START + 14 days - 1);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.NotDue.selector, START + 14 days));
        manager.timeOutDispute(id);
        VM.warp(START + 14 days);

        VM.prank(stranger);
        manager.timeOutDispute(id);

        _assertPaid(id, -int256(uint256(AMOUNT / 2)), int256(uint256(AMOUNT / 2)), 0);
    }

    function test_silentArbiterMeansTheOpenerWhoAloneHasSpoken() public {
        bytes32 id = _disputed();
        VM.warp(START + 14 days);
        manager.timeOutDispute(id);
        _assertStatus(id, IBountyManager.Status.CANCELLED);
        _assertPaid(id, 0, 0, 0);

        IBountyManager.Terms memory terms = _terms();
        terms.platformId = "another";
        id = _fund(terms);
        VM.prank(agent);
        manager.claimBounty(id);
        _dispute(id, 0, AGENT);
        VM.warp(START + 28 days);
        manager.timeOutDispute(id);
        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_nobodySpeaksOrRulesAfterTheArbitersTime() public {
        bytes32 id = _disputed();
        VM.warp(START + 14 days);
        bytes memory over = abi.encodeWithSelector(IBountyManager.DecisionEnded.selector, START + 14 days);

        VM.expectRevert(over);
        VM.prank(agent);
        manager.answerDispute(id, 1, NOTES);
        VM.expectRevert(over);
        VM.prank(agent);
        manager.offerSplit(id, 1, 1);
        VM.expectRevert(over);
        VM.prank(agent);
        manager.acceptSplit(id, 1, 1);
        VM.expectRevert(over);
        VM.prank(poster);
        manager.withdrawDispute(id, 1);
        VM.expectRevert(over);
        VM.prank(arbiter);
        manager.ruleDispute(id, 1, 1);
    }

    function testFuzz_everyUnitOfARuledBountyIsPaid(uint96 amount, uint16 share, uint16 feeBps) public {
        IBountyManager.Terms memory terms = _terms();
        terms.amount = uint96(_between(amount, 1, 1_000 * uint256(AMOUNT)));
        terms.feeBps = uint16(_between(feeBps, 0, 10_000));
        terms.stakeBps = 0;
        share = uint16(_between(share, 0, 10_000));
        VM.prank(admin);
        manager.setFeeTerms(terms.feeBps, feeAccount);
        bytes32 id = _fund(terms);
        VM.prank(agent);
        manager.claimBounty(id);
        _dispute(id, 0, AGENT);
        VM.warp(START + 2 days);

        VM.prank(arbiter);
        manager.ruleDispute(id, 1, share);

        uint256 gross = uint256(terms.amount) * share / 10_000;
        uint256 fee = gross * terms.feeBps / 10_000;
        _assertPaid(id, -int256(gross), int256(gross - fee), int256(fee));
        _assertStatus(id, gross > 0 ? IBountyManager.Status.PAID : IBountyManager.Status.CANCELLED);
    }

    function _notStanding(bytes32 id, address taker, uint16 share) private {
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.OfferNotStanding.selector, share));
        VM.prank(taker);
        manager.acceptSplit(id, 1, share);
    }
}
