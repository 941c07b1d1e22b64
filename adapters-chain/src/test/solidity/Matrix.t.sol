// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBountyManager} from "../../main/solidity/IBountyManager.sol";
import {Fixture} from "./Fixture.sol";
import {VM} from "./Vm.sol";

/// @title Every state against every function
/// @notice Each cell is either the state it leads to, and then all money is accounted for, or the name of the
/// refusal, and then nothing has changed. The table is written to a file, from which a page is made and compared
/// with the committed one.
contract MatrixTest is Fixture {
    enum Found {
        NONE,
        OPEN,
        OPEN_DUE,
        CLAIMED,
        CLAIMED_HALF_OVER,
        CLAIMED_DUE,
        CLAIMED_DUE_AT_THE_DEADLINE,
        REWORK,
        REWORK_PAST_THE_DEADLINE,
        REWORK_DUE,
        SPENT,
        SPENT_DUE,
        IN_REVIEW,
        IN_REVIEW_LAST,
        IN_REVIEW_DUE,
        DISPUTED,
        DISPUTED_OVERDUE,
        DISPUTED_DUE,
        DISPUTED_IN_REWORK,
        DISPUTED_ANSWERED,
        DISPUTED_ANSWERED_DUE,
        PAID,
        CANCELLED,
        EXPIRED
    }

    enum Call {
        FUND_BOUNTY,
        CLAIM_BOUNTY,
        CLAIM_BOUNTY_NOT_ADMITTED,
        RELEASE_CLAIM,
        SUBMIT_WORK,
        ACCEPT_WORK,
        ACCEPT_UNANSWERED,
        SEND_BACK,
        CANCEL_BOUNTY,
        EXPIRE_BOUNTY,
        OPEN_DISPUTE,
        ANSWER_DISPUTE,
        OFFER_SPLIT,
        ACCEPT_SPLIT,
        WITHDRAW_DISPUTE,
        RULE_DISPUTE_FOR_THE_AGENT,
        RULE_DISPUTE_FOR_THE_POSTER,
        TIME_OUT_DISPUTE
    }

    string private constant TABLE = "target/forge/matrix.txt";

    string[] private _states = [
        "none",
        "open",
        "open due",
        "claimed",
        "claimed half over",
        "claimed due",
        "claimed due at the deadline",
        "rework",
        "rework past the deadline",
        "rework due",
        "spent",
        "spent due",
        "in_review",
        "in_review last",
        "in_review due",
        "disputed",
        "disputed overdue",
        "disputed due",
        "disputed in rework",
        "disputed answered",
        "disputed answered due",
        "paid",
        "cancelled",
        "expired"
    ];
    string[] private _calls = [
        "fundBounty",
        "claimBounty",
        "claimBounty, not admitted",
        "releaseClaim",
        "submitWork",
        "acceptWork",
        "acceptUnanswered",
        "sendBack",
        "cancelBounty",
        "expireBounty",
        "openDispute",
        "answerDispute",
        "offerSplit",
        "acceptSplit",
        "withdrawDispute",
        "ruleDispute for the agent",
        "ruleDispute for the poster",
        "timeOutDispute"
    ];
    mapping(bytes4 => string) private _names;

    bytes32 private _id;
    IBountyManager.Bounty private _bounty;
    address private _caller;
    bytes private _call;

    function setUp() public override {
        super.setUp();
        _name(IBountyManager.BountyExists.selector, "BountyExists");
        _name(IBountyManager.WrongStatus.selector, "-");
        _name(IBountyManager.DeadlinePassed.selector, "DeadlinePassed");
        _name(IBountyManager.NotAdmitted.selector, "NotAdmitted");
        _name(IBountyManager.InvalidTerms.selector, "InvalidTerms");
        _name(IBountyManager.LeaseEnded.selector, "LeaseEnded");
        _name(IBountyManager.ReviewEnded.selector, "ReviewEnded");
        _name(IBountyManager.DecisionEnded.selector, "DecisionEnded");
        _name(IBountyManager.SubmissionsSpent.selector, "SubmissionsSpent");
        _name(IBountyManager.NotDue.selector, "NotDue");
        _name(IBountyManager.AlreadyAnswered.selector, "AlreadyAnswered");
        _name(IBountyManager.AnswerStillDue.selector, "AnswerStillDue");
    }

    function test_everyStateAgainstEveryFunction() public {
        VM.writeFile(TABLE, "");
        for (uint256 found = 0; found < _states.length; found++) {
            for (uint256 call_ = 0; call_ < _calls.length; call_++) {
                uint256 before = VM.snapshotState();
                _reach(Found(found));
                string memory result = _try(Call(call_));
                VM.revertToState(before);
                VM.writeLine(TABLE, string.concat(_calls[call_], "|", _states[found], "|", result));
            }
        }
    }

    function _reach(Found found) private {
        if (found == Found.NONE) _id = manager.bountyIdOf(poster, _terms().platformId);
        else if (found == Found.OPEN || found == Found.OPEN_DUE) _id = _open();
        else if (found == Found.CLAIMED_DUE_AT_THE_DEADLINE) _id = _claimedNearTheDeadline();
        else if (found <= Found.CLAIMED_DUE) _id = _claimed();
        else if (found == Found.REWORK_PAST_THE_DEADLINE) _id = _reworkNearTheDeadline();
        else if (found <= Found.REWORK_DUE) _id = _inRework();
        else if (found <= Found.SPENT_DUE) _id = _spent();
        else if (found == Found.IN_REVIEW_LAST) _id = _thirdInReview();
        else if (found <= Found.IN_REVIEW_DUE) _id = _inReview();
        else if (found <= Found.DISPUTED_DUE) _id = _disputed();
        else if (found == Found.DISPUTED_IN_REWORK) _id = _disputedInRework();
        else if (found <= Found.DISPUTED_ANSWERED_DUE) _id = _answered();
        else if (found == Found.PAID) _accept(_id = _inReview());
        else if (found == Found.CANCELLED) _cancel(_id = _open());
        else if (found == Found.EXPIRED) _expire(_id = _open());
        _bounty = manager.getBounty(_id);
        if (_bounty.status == IBountyManager.Status.DISPUTED) {
            VM.prank(agent);
            manager.offerSplit(_id, _bounty.disputes, 5_000);
        }
        if (
            found == Found.OPEN_DUE || found == Found.CLAIMED_DUE || found == Found.CLAIMED_DUE_AT_THE_DEADLINE
                || found == Found.REWORK_DUE || found == Found.SPENT_DUE || found == Found.IN_REVIEW_DUE
                || found == Found.DISPUTED_DUE || found == Found.DISPUTED_ANSWERED_DUE
        ) VM.warp(_bounty.dueAt);
        if (found == Found.CLAIMED_HALF_OVER) VM.warp(_bounty.claimedAt + TTL / 2 + 1);
        if (found == Found.REWORK_PAST_THE_DEADLINE) VM.warp(DEADLINE);
        if (found == Found.DISPUTED_OVERDUE) VM.warp(START + 48 hours);
    }

    function _claimedNearTheDeadline() private returns (bytes32 id) {
        id = _open();
        VM.warp(DEADLINE - 1 days);
        _claim(id, agent);
    }

    function _reworkNearTheDeadline() private returns (bytes32 id) {
        id = _claimedNearTheDeadline();
        _submit(id);
        _sendBack(id);
    }

    function _thirdInReview() private returns (bytes32 id) {
        id = _inRework();
        _submit(id);
        _sendBack(id);
        _submit(id);
    }

    function _disputedInRework() private returns (bytes32 id) {
        id = _inRework();
        _dispute(id, 1, IBountyManager.Side.POSTER);
    }

    function _cancel(bytes32 id) private {
        VM.prank(poster);
        manager.cancelBounty(id);
    }

    function _expire(bytes32 id) private {
        VM.warp(DEADLINE);
        manager.expireBounty(id);
    }

    function _try(Call call_) private returns (string memory) {
        _prepare(call_);
        bytes32 before = _everything();
        VM.prank(_caller);
        (bool done, bytes memory answer) = address(manager).call(_call);
        _accounted();
        if (done) return _state();
        _assertTrue("a refusal changes nothing", _everything() == before);
        string memory name = _names[bytes4(answer)];
        _assertTrue("every refusal has its name", bytes(name).length > 0);
        return name;
    }

    /// Who is allowed to call it calls it; what anybody may call is called by somebody without a part in it.
    function _prepare(Call call_) private {
        if (call_ == Call.FUND_BOUNTY) _says(poster, abi.encodeCall(manager.fundBounty, (_terms())));
        if (call_ == Call.CLAIM_BOUNTY) {
            _says(otherAgent, abi.encodeCall(manager.claimBounty, (_id, _admission(_id, otherAgent))));
        }
        if (call_ == Call.CLAIM_BOUNTY_NOT_ADMITTED) {
            _says(otherAgent, abi.encodeCall(manager.claimBounty, (_id, _admission(_id, agent))));
        }
        if (call_ == Call.RELEASE_CLAIM) _says(agent, abi.encodeCall(manager.releaseClaim, (_id)));
        if (call_ == Call.SUBMIT_WORK) {
            _says(agent, abi.encodeCall(manager.submitWork, (_id, agent, _bounty.fence, WORK)));
        }
        if (call_ == Call.ACCEPT_WORK) {
            _says(poster, abi.encodeCall(manager.acceptWork, (_id, _bounty.submissionId)));
        }
        if (call_ == Call.ACCEPT_UNANSWERED) {
            _says(stranger, abi.encodeCall(manager.acceptUnanswered, (_id)));
        }
        if (call_ == Call.SEND_BACK) {
            _says(
                poster,
                abi.encodeCall(manager.sendBack, (_id, _bounty.submissionId, IBountyManager.Review.REJECTED, NOTES))
            );
        }
        if (call_ == Call.CANCEL_BOUNTY) _says(poster, abi.encodeCall(manager.cancelBounty, (_id)));
        if (call_ == Call.EXPIRE_BOUNTY) _says(stranger, abi.encodeCall(manager.expireBounty, (_id)));
        _prepareDispute(call_, _bounty.disputes);
    }

    function _prepareDispute(Call call_, uint16 number) private {
        if (call_ == Call.OPEN_DISPUTE) {
            _says(
                poster,
                abi.encodeCall(
                    manager.openDispute, (_id, _bounty.agent, _bounty.fence, 0, IBountyManager.Side.POSTER, NOTES)
                )
            );
        }
        if (call_ == Call.ANSWER_DISPUTE) {
            _says(agent, abi.encodeCall(manager.answerDispute, (_id, number, NOTES)));
        }
        if (call_ == Call.OFFER_SPLIT) _says(poster, abi.encodeCall(manager.offerSplit, (_id, number, 1)));
        if (call_ == Call.ACCEPT_SPLIT) {
            _says(poster, abi.encodeCall(manager.acceptSplit, (_id, number, 5_000)));
        }
        if (call_ == Call.WITHDRAW_DISPUTE) {
            _says(poster, abi.encodeCall(manager.withdrawDispute, (_id, number)));
        }
        if (call_ == Call.RULE_DISPUTE_FOR_THE_AGENT) {
            _says(arbiter, abi.encodeCall(manager.ruleDispute, (_id, number, 10_000)));
        }
        if (call_ == Call.RULE_DISPUTE_FOR_THE_POSTER) {
            _says(arbiter, abi.encodeCall(manager.ruleDispute, (_id, number, 0)));
        }
        if (call_ == Call.TIME_OUT_DISPUTE) _says(stranger, abi.encodeCall(manager.timeOutDispute, (_id)));
    }

    function _says(address caller, bytes memory call_) private {
        (_caller, _call) = (caller, call_);
    }

    function _state() private view returns (string memory) {
        IBountyManager.Bounty memory bounty = manager.getBounty(_id);
        if (bounty.status == IBountyManager.Status.OPEN) return "open";
        if (bounty.status == IBountyManager.Status.CLAIMED) {
            if (bounty.submissions == 0) return "claimed";
            return bounty.submissions == manager.SUBMISSIONS_MAX() ? "spent" : "rework";
        }
        if (bounty.status == IBountyManager.Status.IN_REVIEW) return "in_review";
        if (bounty.status == IBountyManager.Status.DISPUTED) {
            return manager.getDispute(_id).answered ? "disputed answered" : "disputed";
        }
        if (bounty.status == IBountyManager.Status.PAID) return "paid";
        return bounty.status == IBountyManager.Status.CANCELLED ? "cancelled" : "expired";
    }

    function _accounted() private view {
        (uint256 escrow, uint256 stakes, uint256 held) = manager.totals();
        bool isLive = manager.getBounty(_id).dueAt != 0;
        _assertEq("escrow", escrow, isLive ? AMOUNT : 0);
        _assertEq("stakes", stakes, manager.getBounty(_id).stake);
        _assertEq("balance", usdc.balanceOf(address(manager)), escrow + stakes + held);
    }

    function _everything() private view returns (bytes32) {
        return keccak256(abi.encode(manager.getBounty(_id), manager.getDispute(_id), usdc.balanceOf(address(manager))));
    }

    function _name(bytes4 selector, string memory name) private {
        _names[selector] = name;
    }
}
