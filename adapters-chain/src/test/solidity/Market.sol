// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AgentRegistry} from "../../main/solidity/AgentRegistry.sol";
import {BountyManager} from "../../main/solidity/BountyManager.sol";
import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Admissions} from "./Admissions.sol";
import {BlockableUSDC} from "./Tokens.sol";
import {VM, Vm} from "./Vm.sol";

/// @title A market that lives by chance
/// @notice Everybody does what they may and what they may not, payments are blocked, time passes, often to the very
/// second at which something is due. Whoever is paid is checked at each step.
contract Market {
    error PaidTheWrongOne(bytes32 id, address account);
    error PaidMoreThanOne(address account);
    error ClaimedWithoutAdmission(bytes32 id, address account);

    uint256 private constant BOUNTIES_MAX = 8;

    BlockableUSDC public immutable USDC;
    AgentRegistry public immutable REGISTRY;
    BountyManager public immutable MANAGER;

    address[] public people;
    bytes32[] public bounties;
    /// What came in for a bounty, its stakes included, and what was paid or is held because of it.
    mapping(bytes32 => uint256) public paidIn;
    mapping(bytes32 => uint256) public paidOut;
    /// Whom the relayer has admitted to which claim.
    mapping(bytes32 => mapping(uint32 fence => mapping(address => bool))) public admitted;
    /// How often each outcome ended a claim or a bounty.
    mapping(IBountyManager.Outcome => uint256) public outcomes;
    uint256 public withdrawals;

    /// Forge forgets what time a step made it, so each step says it again.
    uint256 public time;

    address private constant ADMIN = address(0xAD);
    uint256 private constant RELAYER_KEY = 0x7E;
    address private immutable RELAYER = VM.addr(RELAYER_KEY);
    address private constant ARBITER = address(0xA7);
    address private constant STRANGER = address(0x57);

    constructor() {
        time = 1_800_000_000;
        VM.warp(time);
        USDC = new BlockableUSDC();
        REGISTRY = new AgentRegistry();
        MANAGER = new BountyManager(USDC, REGISTRY, ADMIN, RELAYER, ARBITER, 1_000, _feeAccount(0));
        for (uint256 i = 0; i < 2; i++) {
            _join(_poster(i));
            _join(_agent(i));
            VM.prank(_agent(i));
            REGISTRY.register(address(0x09));
            people.push(_feeAccount(i));
        }
        people.push(ADMIN);
        people.push(RELAYER);
        people.push(ARBITER);
        people.push(STRANGER);
    }

    modifier now_() {
        VM.warp(time);
        _;
    }

    function fund(uint96 amount, uint256 chance) external now_ {
        if (bounties.length == BOUNTIES_MAX) return;
        (uint16 feeBps, address feeAccount) = MANAGER.feeTerms();
        IBountyManager.Terms memory terms = IBountyManager.Terms({
            platformId: bytes32(bounties.length),
            amount: uint96(1 + amount % 1e15),
            feeBps: feeBps,
            feeAccount: feeAccount,
            stakeBps: uint16(_part(chance, 0) % 5_001),
            deadline: uint40(time + 1 + _part(chance, 1) % 20 days),
            ttl: uint32(1 hours + _part(chance, 2) % 5 days),
            reviewWindow: uint32(1 hours + _part(chance, 3) % 8 days),
            manifestHash: 0
        });
        address poster = _poster(chance % 2);
        bytes32 id = MANAGER.bountyIdOf(poster, terms.platformId);
        if (_do(id, poster, abi.encodeCall(MANAGER.fundBounty, (terms)))) bounties.push(id);
    }

    function claim(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.OPEN);
        address agent = _agent(chance % 2);
        admitted[id][bounty.fence + 1][agent] = true;
        _do(id, agent, abi.encodeCall(MANAGER.claimBounty, (id, _admission(id, agent, bounty.fence + 1))));
    }

    function release(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.CLAIMED);
        _do(id, bounty.agent, abi.encodeCall(MANAGER.releaseClaim, (id)));
    }

    function submit(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.CLAIMED);
        _do(
            id,
            _or(chance, bounty.agent),
            abi.encodeCall(MANAGER.submitWork, (id, bounty.agent, bounty.fence, bytes32(chance)))
        );
    }

    function accept(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.IN_REVIEW);
        _do(id, _or(chance, bounty.poster), abi.encodeCall(MANAGER.acceptWork, (id, bounty.submissionId)));
    }

    function sendBack(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.IN_REVIEW);
        _do(
            id,
            _or(chance, bounty.poster),
            abi.encodeCall(MANAGER.sendBack, (id, bounty.submissionId, IBountyManager.Review(chance % 2), 0))
        );
    }

    function cancel(uint256 chance) external now_ {
        // Seldom, so that most bounties live longer.
        if (chance % 8 != 0) return;
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance / 8, IBountyManager.Status.OPEN);
        _do(id, bounty.poster, abi.encodeCall(MANAGER.cancelBounty, (id)));
    }

    function timeOut(uint256 chance) external now_ {
        if (bounties.length == 0) return;
        bytes32 id = bounties[chance % bounties.length];
        uint256 dueAt = MANAGER.getBounty(id).dueAt;
        if (_part(chance, 0) % 2 == 0 && dueAt > time) VM.warp(time = dueAt);
        _do(id, STRANGER, abi.encodeCall(MANAGER.expireBounty, (id)));
        _do(id, STRANGER, abi.encodeCall(MANAGER.acceptUnanswered, (id)));
        _do(id, STRANGER, abi.encodeCall(MANAGER.timeOutDispute, (id)));
    }

    function dispute(uint256 chance) external now_ {
        IBountyManager.Status status = chance % 2 == 0 ? IBountyManager.Status.CLAIMED : IBountyManager.Status.IN_REVIEW;
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance / 2, status);
        IBountyManager.Side by = IBountyManager.Side(chance / 4 % 2);
        _do(
            id,
            _or(chance, by == IBountyManager.Side.AGENT ? bounty.agent : bounty.poster),
            abi.encodeCall(MANAGER.openDispute, (id, bounty.agent, bounty.fence, uint8(chance / 8 % 4), by, 0))
        );
    }

    function argue(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.DISPUTED);
        address caller = chance % 2 == 0 ? bounty.poster : bounty.agent;
        uint16 share = uint16(chance / 4 % 5) * 2_500;
        if (chance / 2 % 2 == 0) {
            _do(id, _or(chance, caller), abi.encodeCall(MANAGER.answerDispute, (id, bounty.disputes, 0)));
        } else {
            _do(id, caller, abi.encodeCall(MANAGER.offerSplit, (id, bounty.disputes, share)));
        }
    }

    function settle(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.DISPUTED);
        (address one, address other) = chance % 2 == 0 ? (bounty.agent, bounty.poster) : (bounty.poster, bounty.agent);
        if (chance / 2 % 2 == 0) {
            _do(id, one, abi.encodeCall(MANAGER.withdrawDispute, (id, bounty.disputes)));
            return;
        }
        uint16 share = uint16(chance / 4 % 5) * 2_500;
        _do(id, one, abi.encodeCall(MANAGER.offerSplit, (id, bounty.disputes, share)));
        _do(id, other, abi.encodeCall(MANAGER.acceptSplit, (id, bounty.disputes, share)));
    }

    function rule(uint256 chance) external now_ {
        (bytes32 id, IBountyManager.Bounty memory bounty) = _find(chance, IBountyManager.Status.DISPUTED);
        uint16 share = uint16(chance % 10_001);
        _do(id, ARBITER, abi.encodeCall(MANAGER.ruleDispute, (id, bounty.disputes, share)));
    }

    /// Somebody calls something with figures that mostly mean nothing.
    function meddle(uint256 chance, bytes32 figure) external now_ {
        if (bounties.length == 0) return;
        bytes32 id = bounties[chance % bounties.length];
        IBountyManager.Bounty memory bounty = MANAGER.getBounty(id);
        address caller = people[_part(chance, 0) % people.length];
        uint16 small = uint16(uint256(figure));
        bytes[7] memory calls = [
            abi.encodeCall(MANAGER.claimBounty, (id, _admission(id, STRANGER, bounty.fence + 1))),
            abi.encodeCall(MANAGER.submitWork, (id, caller, bounty.fence, figure)),
            abi.encodeCall(MANAGER.acceptWork, (id, bounty.submissionId)),
            abi.encodeCall(MANAGER.offerSplit, (id, bounty.disputes, small)),
            abi.encodeCall(MANAGER.acceptSplit, (id, bounty.disputes, small)),
            abi.encodeCall(MANAGER.ruleDispute, (id, bounty.disputes, small)),
            abi.encodeCall(MANAGER.cancelBounty, (id))
        ];
        _do(id, caller, calls[_part(chance, 1) % calls.length]);
    }

    function block_(uint256 chance) external now_ {
        address account = people[chance % people.length];
        USDC.block_(account, !USDC.isBlocked(account));
    }

    function withdraw(uint256 chance) external now_ {
        address account;
        uint256 held = 0;
        for (uint256 i = 0; i < people.length && held == 0; i++) {
            account = people[(chance % people.length + i) % people.length];
            held = MANAGER.withdrawable(account);
        }
        // Half of the time the issuer has relented.
        if (chance % 2 == 0) USDC.block_(account, false);
        uint256 before = USDC.balanceOf(account);
        uint256 contractBefore = USDC.balanceOf(address(MANAGER));
        VM.prank(STRANGER);
        try MANAGER.withdraw(account) {
            withdrawals++;
            if (USDC.balanceOf(account) != before + held) revert PaidTheWrongOne(0, account);
            if (USDC.balanceOf(address(MANAGER)) != contractBefore - held) revert PaidMoreThanOne(account);
        } catch {}
    }

    function govern(uint256 chance) external now_ {
        VM.startPrank(ADMIN);
        if (chance % 4 == 0) MANAGER.setFeeTerms(uint16(_part(chance, 0) % 10_001), _feeAccount(chance / 4 % 2));
        else if (MANAGER.paused()) MANAGER.unpause();
        else if (chance % 16 == 1) MANAGER.pause();
        VM.stopPrank();
    }

    /// Often to the second at which something is due, or to the one before.
    function passTime(uint256 chance) external {
        if (chance % 2 == 0 && bounties.length > 0) {
            uint256 dueAt = MANAGER.getBounty(bounties[chance / 4 % bounties.length]).dueAt;
            if (chance / 2 % 2 == 0 && dueAt > 0) dueAt--;
            if (dueAt > time) time = dueAt;
        } else {
            time += chance % 3 days;
        }
    }

    function bountiesCount() external view returns (uint256) {
        return bounties.length;
    }

    function peopleCount() external view returns (uint256) {
        return people.length;
    }

    /// What nobody may get who is no party to any bounty.
    function others() external view returns (address[4] memory) {
        return [ADMIN, RELAYER, ARBITER, STRANGER];
    }

    /// @dev Whoever is paid is the bounty's agent, its poster or its fee account, as they were before the call.
    function _do(bytes32 id, address caller, bytes memory call_) private returns (bool done) {
        IBountyManager.Bounty memory bounty = MANAGER.getBounty(id);
        VM.recordLogs();
        VM.prank(caller);
        (done,) = address(MANAGER).call(call_);
        Vm.Log[] memory logs = VM.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; i++) {
            bytes32 kind = logs[i].topics[0];
            if (kind == IERC20.Transfer.selector) {
                _moved(id, bounty, logs[i]);
            } else if (kind == IBountyManager.PaymentHeld.selector) {
                address account = address(uint160(uint256(logs[i].topics[2])));
                _isParty(id, bounty, account);
                paidOut[id] += abi.decode(logs[i].data, (uint256));
            } else if (kind == IBountyManager.ClaimEnded.selector) {
                (, IBountyManager.Outcome outcome) = abi.decode(logs[i].data, (uint32, IBountyManager.Outcome));
                outcomes[outcome]++;
            } else if (kind == IBountyManager.BountyClaimed.selector) {
                if (!admitted[id][bounty.fence + 1][caller]) revert ClaimedWithoutAdmission(id, caller);
            } else if (kind == IBountyManager.BountyEnded.selector) {
                (,, IBountyManager.Outcome outcome) = abi.decode(logs[i].data, (uint32, uint8, IBountyManager.Outcome));
                outcomes[outcome]++;
            }
        }
    }

    function _moved(bytes32 id, IBountyManager.Bounty memory bounty, Vm.Log memory log) private {
        uint256 amount = abi.decode(log.data, (uint256));
        address to = address(uint160(uint256(log.topics[2])));
        if (to == address(MANAGER)) {
            paidIn[id] += amount;
            return;
        }
        _isParty(id, bounty, to);
        paidOut[id] += amount;
    }

    function _isParty(bytes32 id, IBountyManager.Bounty memory bounty, address account) private pure {
        bool isParty = account == bounty.agent || account == bounty.poster || account == bounty.feeAccount;
        if (!isParty || account == address(0)) revert PaidTheWrongOne(id, account);
    }

    /// A bounty in that state, if there is one.
    function _find(uint256 chance, IBountyManager.Status status)
        private
        view
        returns (bytes32 id, IBountyManager.Bounty memory bounty)
    {
        for (uint256 i = 0; i < bounties.length; i++) {
            id = bounties[(chance % bounties.length + i) % bounties.length];
            bounty = MANAGER.getBounty(id);
            if (bounty.status == status) return (id, bounty);
        }
    }

    function _admission(bytes32 id, address agent, uint32 fence)
        private
        view
        returns (IBountyManager.Admission memory)
    {
        return Admissions.sign(RELAYER_KEY, address(MANAGER), id, agent, fence, uint40(time + 10 minutes));
    }

    function _or(uint256 chance, address party) private view returns (address) {
        return _part(chance, 5) % 3 == 0 ? RELAYER : party;
    }

    function _join(address person) private {
        people.push(person);
        USDC.mint(person, 1e20);
        VM.prank(person);
        USDC.approve(address(MANAGER), type(uint256).max);
    }

    function _poster(uint256 i) private pure returns (address) {
        return address(uint160(0xA0 + i));
    }

    function _agent(uint256 i) private pure returns (address) {
        return address(uint160(0xB0 + i));
    }

    function _feeAccount(uint256 i) private pure returns (address) {
        return address(uint160(0xF0 + i));
    }

    function _part(uint256 chance, uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(chance, i)));
    }
}
