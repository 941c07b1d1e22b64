// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgentRegistry} from "../../main/solidity/AgentRegistry.sol";
import {BountyManager} from "../../main/solidity/BountyManager.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Admissions} from "./Admissions.sol";
import {BlockableUSDC} from "./Tokens.sol";
import {VM} from "./Vm.sol";

/// @title The people of the tests, and bounties in every state
abstract contract Fixture {
    error Differs(string what, uint256 is_, uint256 shouldBe);

    uint256 internal constant POSTER_KEY = 0xA11CE;
    uint256 internal constant RELAYER_KEY = 0x7E1A7;
    uint40 internal constant START = 1_800_000_000;
    uint96 internal constant AMOUNT = 500_000_001;
    uint16 internal constant FEE_BPS = 1_000;
    /// 500 basis points of the amount, rounded down.
    uint96 internal constant STAKE = 25_000_000;
    /// 1,000 basis points of the amount, rounded down.
    uint96 internal constant FEE = 50_000_000;
    uint40 internal constant DEADLINE = START + 30 days;
    uint32 internal constant TTL = 72 hours;
    uint32 internal constant REVIEW = 7 days;
    bytes32 internal constant WORK = keccak256("work");
    bytes32 internal constant NOTES = keccak256("notes");

    address internal poster = VM.addr(POSTER_KEY);
    address internal agent = address(0xA6E47);
    address internal otherAgent = address(0xA6E48);
    address internal operator = address(0x09E7);
    address internal stranger = address(0x57A6E);
    address internal admin = address(0xAD814);
    address internal relayer = VM.addr(RELAYER_KEY);
    address internal arbiter = address(0xA7B17);
    address internal feeAccount = address(0xFEE);

    BlockableUSDC internal usdc;
    AgentRegistry internal registry;
    BountyManager internal manager;

    function setUp() public virtual {
        VM.warp(START);
        usdc = new BlockableUSDC();
        registry = new AgentRegistry();
        manager = new BountyManager(usdc, registry, admin, relayer, arbiter, FEE_BPS, feeAccount);
        _enter(agent);
        _enter(otherAgent);
        usdc.mint(poster, 1_000 * uint256(AMOUNT));
        VM.prank(poster);
        usdc.approve(address(manager), type(uint256).max);
    }

    function _enter(address wallet) internal {
        VM.prank(wallet);
        registry.register(operator);
        usdc.mint(wallet, AMOUNT);
        VM.prank(wallet);
        usdc.approve(address(manager), type(uint256).max);
    }

    function _terms() internal view returns (IBountyManager.Terms memory) {
        return IBountyManager.Terms({
            platformId: "a bounty",
            amount: AMOUNT,
            feeBps: FEE_BPS,
            feeAccount: feeAccount,
            stakeBps: 500,
            deadline: DEADLINE,
            ttl: TTL,
            reviewWindow: REVIEW,
            manifestHash: keccak256("manifest")
        });
    }

    function _fund(IBountyManager.Terms memory terms) internal returns (bytes32) {
        VM.prank(poster);
        return manager.fundBounty(terms);
    }

    function _open() internal returns (bytes32) {
        return _fund(_terms());
    }

    function _claimed() internal returns (bytes32 id) {
        id = _open();
        _claim(id, agent);
    }

    function _inReview() internal returns (bytes32 id) {
        id = _claimed();
        _submit(id);
    }

    /// The work was sent back and the agent may hand in again.
    function _inRework() internal returns (bytes32 id) {
        id = _inReview();
        _sendBack(id);
    }

    /// The third submission was sent back too.
    function _spent() internal returns (bytes32 id) {
        id = _inRework();
        for (uint256 again = 0; again < 2; again++) {
            _submit(id);
            _sendBack(id);
        }
    }

    function _disputed() internal returns (bytes32 id) {
        id = _inReview();
        _dispute(id, 1, IBountyManager.Side.POSTER);
    }

    function _answered() internal returns (bytes32 id) {
        id = _disputed();
        VM.prank(agent);
        manager.answerDispute(id, 1, NOTES);
    }

    function _claim(bytes32 id, address wallet) internal {
        IBountyManager.Admission memory admission = _admission(id, wallet);
        VM.prank(wallet);
        manager.claimBounty(id, admission);
    }

    /// Asked for before what is expected of the next call is said: it asks the contract for the fence.
    function _admission(bytes32 id, address wallet) internal view returns (IBountyManager.Admission memory) {
        return _signed(RELAYER_KEY, id, wallet, manager.getBounty(id).fence + 1);
    }

    function _signed(uint256 key, bytes32 id, address wallet, uint32 fence)
        internal
        view
        returns (IBountyManager.Admission memory)
    {
        return Admissions.sign(key, address(manager), id, wallet, fence, uint40(block.timestamp + 10 minutes));
    }

    function _submit(bytes32 id) internal {
        uint32 fence = manager.getBounty(id).fence;
        VM.prank(agent);
        manager.submitWork(id, agent, fence, WORK);
    }

    function _sendBack(bytes32 id) internal {
        bytes32 submissionId = manager.getBounty(id).submissionId;
        VM.prank(poster);
        manager.sendBack(id, submissionId, IBountyManager.Review.REJECTED, NOTES);
    }

    function _accept(bytes32 id) internal {
        bytes32 submissionId = manager.getBounty(id).submissionId;
        VM.prank(poster);
        manager.acceptWork(id, submissionId);
    }

    function _dispute(bytes32 id, uint8 submission, IBountyManager.Side by) internal {
        IBountyManager.Bounty memory bounty = manager.getBounty(id);
        VM.prank(by == IBountyManager.Side.AGENT ? bounty.agent : bounty.poster);
        manager.openDispute(id, bounty.agent, bounty.fence, submission, by, NOTES);
    }

    function _status(bytes32 id) internal view returns (IBountyManager.Status) {
        return manager.getBounty(id).status;
    }

    function _assertStatus(bytes32 id, IBountyManager.Status expected) internal view {
        _assertEq("status", uint256(_status(id)), uint256(expected));
    }

    /// What everybody has more or less than at first, in the order in which it is said.
    function _assertPaid(bytes32 id, int256 toPoster, int256 toAgent, int256 toFeeAccount) internal view {
        _assertEq("poster", usdc.balanceOf(poster), uint256(int256(1_000 * uint256(AMOUNT)) + toPoster));
        _assertEq("agent", usdc.balanceOf(agent), uint256(int256(uint256(AMOUNT)) + toAgent));
        _assertEq("fee account", usdc.balanceOf(feeAccount), uint256(toFeeAccount));
        _assertEq("contract", usdc.balanceOf(address(manager)), uint256(-toPoster - toAgent - toFeeAccount));
        (uint256 escrow, uint256 stakes, uint256 held) = manager.totals();
        _assertEq("totals", usdc.balanceOf(address(manager)), escrow + stakes + held);
        _assertEq("stakes", stakes, manager.getBounty(id).stake);
    }

    function _assertEq(string memory what, uint256 is_, uint256 shouldBe) internal pure {
        if (is_ != shouldBe) revert Differs(what, is_, shouldBe);
    }

    function _assertTrue(string memory what, bool holds) internal pure {
        if (!holds) revert Differs(what, 0, 1);
    }

    /// A figure chosen by chance, brought within its bounds.
    function _between(uint256 chance, uint256 least, uint256 most) internal pure returns (uint256) {
        return least + chance % (most - least + 1);
    }
}
