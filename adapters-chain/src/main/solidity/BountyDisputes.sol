// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBountyManager} from "./IBountyManager.sol";
import {BountyClaims} from "./BountyClaims.sol";

/// @title Disputes between a poster and an agent
/// @notice Every clock stands still until a dispute ends by a ruling, a settlement, its withdrawal or time.
abstract contract BountyDisputes is BountyClaims {
    /// @notice How long the arbiter waits for the other side.
    uint256 public constant ANSWER_WINDOW = 48 hours;
    /// @notice How long the arbiter has; then time alone decides.
    uint256 public constant DECISION_WINDOW = 14 days;
    /// @notice What is left at least of a clock after a dispute.
    uint256 public constant AFTER_DISPUTE_MIN = 24 hours;

    uint16 private constant HALF_BPS = WHOLE_BPS / 2;
    uint16 private constant NO_OFFER = type(uint16).max;

    mapping(bytes32 bountyId => Dispute) private _disputes;

    /// @inheritdoc IBountyManager
    function openDispute(bytes32 bountyId, address agent, uint32 fence, uint8 submission, Side by, bytes32 reasonHash)
        external
        override
        nonReentrant
    {
        Bounty storage bounty = _bounties[bountyId];
        Status interrupted = bounty.status;
        _requireRunningClaim(bountyId, bounty);
        _requireClaim(bounty, agent, fence);
        _requirePartyOrRelayer(by == Side.AGENT ? agent : bounty.poster);
        if (submission > bounty.submissions) revert NoSuchSubmission(submission);
        uint8 mark = uint8(2) ** (2 * submission + uint8(by));
        if (bounty.disputed & mark != 0) revert AlreadyDisputed(submission, by);
        uint16 number = bounty.disputes + 1;
        uint40 answerBy = _later(ANSWER_WINDOW);
        uint40 decideBy = _later(DECISION_WINDOW);
        _disputes[bountyId] = Dispute({
            number: number,
            openedBy: by,
            answered: false,
            submission: submission,
            interrupted: interrupted,
            answerBy: answerBy,
            clockLeft: uint32(bounty.dueAt - block.timestamp),
            posterOffer: NO_OFFER,
            agentOffer: NO_OFFER
        });
        bounty.disputed |= mark;
        bounty.disputes = number;
        bounty.status = Status.DISPUTED;
        bounty.dueAt = decideBy;
        emit DisputeOpened(bountyId, agent, fence, number, submission, by, interrupted, reasonHash, answerBy, decideBy);
    }

    /// @inheritdoc IBountyManager
    function answerDispute(bytes32 bountyId, uint16 number, bytes32 evidenceHash) external override nonReentrant {
        (Bounty storage bounty, Dispute storage dispute) = _undecided(bountyId, number);
        bool agentAnswers = dispute.openedBy == Side.POSTER;
        _requirePartyOrRelayer(agentAnswers ? bounty.agent : bounty.poster);
        if (dispute.answered) revert AlreadyAnswered();
        dispute.answered = true;
        emit DisputeAnswered(bountyId, number, agentAnswers ? Side.AGENT : Side.POSTER, evidenceHash);
    }

    /// @inheritdoc IBountyManager
    function offerSplit(bytes32 bountyId, uint16 number, uint16 agentShareBps) external override nonReentrant {
        (Bounty storage bounty, Dispute storage dispute) = _undecided(bountyId, number);
        Side by = _sideOfCaller(bounty);
        _requireShare(agentShareBps);
        if (by == Side.POSTER) dispute.posterOffer = agentShareBps;
        else dispute.agentOffer = agentShareBps;
        emit SplitOffered(bountyId, number, by, agentShareBps);
    }

    /// @inheritdoc IBountyManager
    function acceptSplit(bytes32 bountyId, uint16 number, uint16 agentShareBps) external override nonReentrant {
        (Bounty storage bounty, Dispute storage dispute) = _undecided(bountyId, number);
        bool agentAccepts = _sideOfCaller(bounty) == Side.AGENT;
        _requireShare(agentShareBps);
        uint16 standing = agentAccepts ? dispute.posterOffer : dispute.agentOffer;
        if (standing != agentShareBps) revert OfferNotStanding(agentShareBps);
        _end(bountyId, bounty, Outcome.SETTLED, agentShareBps, bounty.feeBps, false);
    }

    /// @inheritdoc IBountyManager
    function withdrawDispute(bytes32 bountyId, uint16 number) external override nonReentrant {
        (Bounty storage bounty, Dispute storage dispute) = _undecided(bountyId, number);
        if (_sideOfCaller(bounty) != dispute.openedBy) revert NotAllowed(msg.sender);
        bool isShort = dispute.clockLeft < AFTER_DISPUTE_MIN;
        bounty.status = dispute.interrupted;
        bounty.dueAt = _later(isShort ? AFTER_DISPUTE_MIN : dispute.clockLeft);
        emit DisputeWithdrawn(bountyId, number, bounty.status, bounty.dueAt);
    }

    /// @inheritdoc IBountyManager
    function ruleDispute(bytes32 bountyId, uint16 number, uint16 agentShareBps)
        external
        override
        nonReentrant
        onlyRole(ARBITER_ROLE)
    {
        (Bounty storage bounty, Dispute storage dispute) = _undecided(bountyId, number);
        address agent = bounty.agent;
        if (msg.sender == bounty.poster || msg.sender == agent || msg.sender == registry.operatorOf(agent)) {
            revert ArbiterIsParty(msg.sender);
        }
        if (!dispute.answered && block.timestamp < dispute.answerBy) revert AnswerStillDue(dispute.answerBy);
        _requireShare(agentShareBps);
        _end(bountyId, bounty, Outcome.RULED, agentShareBps, bounty.feeBps, false);
    }

    /// @inheritdoc IBountyManager
    function timeOutDispute(bytes32 bountyId) external override nonReentrant {
        Bounty storage bounty = _in(bountyId, Status.DISPUTED);
        _requireDue(bounty);
        Dispute storage dispute = _disputes[bountyId];
        if (dispute.answered) {
            _end(bountyId, bounty, Outcome.ARBITER_SILENT, HALF_BPS, 0, false);
            return;
        }
        uint16 agentShareBps = dispute.openedBy == Side.AGENT ? WHOLE_BPS : 0;
        _end(bountyId, bounty, Outcome.ARBITER_SILENT, agentShareBps, bounty.feeBps, false);
    }

    /// @inheritdoc IBountyManager
    function getDispute(bytes32 bountyId) external view override returns (Dispute memory) {
        return _disputes[bountyId];
    }

    function _requireRunningClaim(bytes32 bountyId, Bounty storage bounty) private view {
        if (bounty.status == Status.CLAIMED) {
            if (_isDue(bounty)) revert LeaseEnded(bounty.dueAt);
        } else if (bounty.status == Status.IN_REVIEW) {
            if (_isDue(bounty)) revert ReviewEnded(bounty.dueAt);
        } else {
            revert WrongStatus(bountyId, bounty.status);
        }
    }

    /// @dev After the arbiter's time nobody can change anything, so that nobody gains by being the last to speak.
    function _undecided(bytes32 bountyId, uint16 number)
        private
        view
        returns (Bounty storage bounty, Dispute storage dispute)
    {
        bounty = _in(bountyId, Status.DISPUTED);
        dispute = _disputes[bountyId];
        if (dispute.number != number) revert StaleDispute(dispute.number);
        if (_isDue(bounty)) revert DecisionEnded(bounty.dueAt);
    }

    /// @dev What gives a right away is never done by the relayer.
    function _sideOfCaller(Bounty storage bounty) private view returns (Side) {
        if (msg.sender == bounty.poster) return Side.POSTER;
        if (msg.sender == bounty.agent) return Side.AGENT;
        revert NotAllowed(msg.sender);
    }

    function _requireShare(uint16 agentShareBps) private pure {
        if (agentShareBps > WHOLE_BPS) revert InvalidShare(agentShareBps);
    }
}
