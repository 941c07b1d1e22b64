// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

contract FundingTest is Fixture {
    function test_fundingTakesTheAmountAndOpensTheBountyOnItsTerms() public {
        IBountyManager.Terms memory terms = _terms();
        bytes32 id = manager.bountyIdOf(poster, terms.platformId);
        VM.expectEmit(address(manager));
        emit IBountyManager.BountyFunded(
            id, poster, terms.platformId, AMOUNT, FEE_BPS, feeAccount, 500, DEADLINE, TTL, REVIEW, terms.manifestHash
        );

        _assertTrue("id", _fund(terms) == id);

        IBountyManager.Bounty memory bounty = manager.getBounty(id);
        _assertStatus(id, IBountyManager.Status.OPEN);
        _assertEq("due", bounty.dueAt, DEADLINE);
        _assertTrue("manifest", bounty.manifestHash == terms.manifestHash);
        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_idHoldsChainContractAndPosterSoThatNobodyElseCanTakeIt() public {
        bytes32 id = _open();
        usdc.mint(stranger, AMOUNT);
        VM.startPrank(stranger);
        usdc.approve(address(manager), AMOUNT);
        bytes32 other = manager.fundBounty(_terms());
        VM.stopPrank();

        _assertTrue("ids differ", id != other);
        _assertTrue("id", id == keccak256(abi.encode(block.chainid, address(manager), poster, bytes32("a bounty"))));
    }

    function test_bountyIsFundedOnce() public {
        bytes32 id = _open();
        VM.prank(poster);
        manager.cancelBounty(id);

        VM.expectRevert(abi.encodeWithSelector(IBountyManager.BountyExists.selector, id));
        _open();
    }

    function test_signatureStandsInForAnApproval() public {
        (IBountyManager.Terms memory terms, IBountyManager.Permit memory permit) = _signed();

        VM.prank(poster);
        bytes32 id = manager.fundBountyWithPermit(terms, permit);

        _assertPaid(id, -int256(uint256(AMOUNT)), 0, 0);
    }

    function test_signatureThatSomebodyElseHandedInFirstStillFunds() public {
        (IBountyManager.Terms memory terms, IBountyManager.Permit memory permit) = _signed();
        VM.prank(stranger);
        usdc.permit(poster, address(manager), AMOUNT, permit.deadline, permit.v, permit.r, permit.s);

        VM.prank(poster);
        _assertStatus(manager.fundBountyWithPermit(terms, permit), IBountyManager.Status.OPEN);
    }

    function test_wrongSignatureFundsNothing() public {
        (IBountyManager.Terms memory terms, IBountyManager.Permit memory permit) = _signed();
        permit.deadline += 1;

        VM.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(manager), 0, AMOUNT)
        );
        VM.prank(poster);
        manager.fundBountyWithPermit(terms, permit);
    }

    function test_termsOutOfTheirBoundsAreRefused() public {
        IBountyManager.Terms memory terms = _terms();
        terms.amount = 0;
        _refused(terms, "amount");
        terms = _terms();
        terms.stakeBps = 5_001;
        _refused(terms, "stakeBps");
        terms = _terms();
        terms.deadline = START;
        _refused(terms, "deadline");
        terms.deadline = START + 365 days + 1;
        _refused(terms, "deadline");
        terms = _terms();
        terms.ttl = 1 hours - 1;
        _refused(terms, "ttl");
        terms.ttl = 30 days + 1;
        _refused(terms, "ttl");
        terms = _terms();
        terms.reviewWindow = 1 hours - 1;
        _refused(terms, "reviewWindow");
        terms.reviewWindow = 30 days + 1;
        _refused(terms, "reviewWindow");
    }

    function test_termsAtTheirBoundsAreTaken() public {
        IBountyManager.Terms memory terms = _terms();
        (terms.amount, terms.stakeBps, terms.deadline) = (1, 5_000, START + 1);
        (terms.ttl, terms.reviewWindow) = (1 hours, 1 hours);
        _fund(terms);
        (terms.platformId, terms.deadline) = ("another", START + 365 days);
        (terms.ttl, terms.reviewWindow) = (30 days, 30 days);
        _fund(terms);
    }

    function test_posterWhoAgreedToOtherFeeTermsFundsNothing() public {
        IBountyManager.Terms memory terms = _terms();
        terms.feeBps = 999;
        _feeRefused(terms);
        terms = _terms();
        terms.feeAccount = stranger;
        _feeRefused(terms);
    }

    function test_feeAccountFundsNoBountySinceItWouldGetTheStakes() public {
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidTerms.selector, bytes32("feeAccount")));
        VM.prank(feeAccount);
        manager.fundBounty(_terms());
    }

    function test_fundedBountiesKeepTheFeeTermsTheyWereFundedOn() public {
        bytes32 id = _inReview();
        VM.expectEmit(address(manager));
        emit IBountyManager.FeeTermsChanged(5_000, stranger);
        VM.prank(admin);
        manager.setFeeTerms(5_000, stranger);

        _accept(id);

        _assertEq("stranger", usdc.balanceOf(stranger), 0);
        _assertPaid(id, -int256(uint256(AMOUNT)), int256(uint256(AMOUNT - FEE)), int256(uint256(FEE)));
    }

    function test_feeTermsHaveBounds() public {
        VM.startPrank(admin);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidTerms.selector, bytes32("feeBps")));
        manager.setFeeTerms(10_001, feeAccount);
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidTerms.selector, bytes32("feeAccount")));
        manager.setFeeTerms(0, address(0));
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidTerms.selector, bytes32("feeAccount")));
        manager.setFeeTerms(0, address(manager));
        manager.setFeeTerms(10_000, feeAccount);
    }

    function test_pauseStopsFundingInBothForms() public {
        (IBountyManager.Terms memory terms, IBountyManager.Permit memory permit) = _signed();
        VM.prank(admin);
        manager.pause();

        VM.expectRevert(Pausable.EnforcedPause.selector);
        _fund(terms);
        VM.expectRevert(Pausable.EnforcedPause.selector);
        VM.prank(poster);
        manager.fundBountyWithPermit(terms, permit);

        VM.prank(admin);
        manager.unpause();
        VM.prank(poster);
        manager.fundBountyWithPermit(terms, permit);
    }

    function testFuzz_termsAreTakenExactlyWithinTheirBounds(
        uint96 amount,
        uint16 stakeBps,
        uint40 deadline,
        uint32 ttl,
        uint32 reviewWindow
    ) public {
        IBountyManager.Terms memory terms = _terms();
        // Mostly within, and never far from, the bounds.
        stakeBps = uint16(_between(stakeBps, 0, 6_000));
        deadline = uint40(_between(deadline, START - 20 days, START + 385 days));
        ttl = uint32(_between(ttl, 0, 31 days));
        reviewWindow = uint32(_between(reviewWindow, 0, 31 days));
        (terms.amount, terms.stakeBps, terms.deadline) = (amount, stakeBps, deadline);
        (terms.ttl, terms.reviewWindow) = (ttl, reviewWindow);
        usdc.mint(poster, amount);
        bool isValid = amount > 0 && stakeBps <= 5_000 && deadline > START && deadline <= START + 365 days
            && ttl >= 1 hours && ttl <= 30 days && reviewWindow >= 1 hours && reviewWindow <= 30 days;

        VM.prank(poster);
        try manager.fundBounty(terms) returns (bytes32 id) {
            _assertTrue("taken", isValid);
            _assertEq("amount", manager.getBounty(id).amount, amount);
        } catch {
            _assertTrue("refused", !isValid);
        }
    }

    function _refused(IBountyManager.Terms memory terms, bytes32 field) private {
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.InvalidTerms.selector, field));
        _fund(terms);
    }

    function _feeRefused(IBountyManager.Terms memory terms) private {
        VM.expectRevert(abi.encodeWithSelector(IBountyManager.FeeTermsDiffer.selector, FEE_BPS, feeAccount));
        _fund(terms);
    }

    function _signed() private returns (IBountyManager.Terms memory terms, IBountyManager.Permit memory permit) {
        terms = _terms();
        VM.prank(poster);
        usdc.approve(address(manager), 0);
        permit.deadline = START + 1 hours;
        bytes32 typed = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                poster,
                address(manager),
                uint256(AMOUNT),
                usdc.nonces(poster),
                permit.deadline
            )
        );
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", usdc.DOMAIN_SEPARATOR(), typed));
        (permit.v, permit.r, permit.s) = VM.sign(POSTER_KEY, digest);
    }
}
