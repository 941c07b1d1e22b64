// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract RulingsTest is Fixture {
    IBountyManager.Side private constant AGENT = IBountyManager.Side.AGENT;

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
        _claim(id, agent);
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
        _claim(id, agent);
        _dispute(id, 0, AGENT);
        VM.warp(START + 2 days);

        VM.prank(arbiter);
        manager.ruleDispute(id, 1, share);

        uint256 gross = uint256(terms.amount) * share / 10_000;
        uint256 fee = gross * terms.feeBps / 10_000;
        _assertPaid(id, -int256(gross), int256(gross - fee), int256(fee));
        _assertStatus(id, gross > 0 ? IBountyManager.Status.PAID : IBountyManager.Status.CANCELLED);
    }
}
