// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAgentRegistry} from "./IAgentRegistry.sol";
import {IBountyManager} from "./IBountyManager.sol";
import {BountyBook} from "./BountyBook.sol";

/// @title Claims and the work done under them
/// @notice From the claim of a bounty to the poster's answer, or to the time that stands in for it.
abstract contract BountyClaims is BountyBook, Pausable, EIP712 {
    /// @notice On a shorter lease nothing is staked: an outage of a few hours must not cost money.
    uint256 public constant STAKED_WINDOW_MIN = 12 hours;
    /// @notice What an agent has at least, once its work was sent back.
    uint256 public constant REWORK_MIN = 48 hours;
    /// @notice How often work may be handed in under one claim.
    uint8 public constant SUBMISSIONS_MAX = 3;

    bytes32 private constant ADMISSION_TYPEHASH =
        keccak256("Admission(bytes32 bountyId,address agent,uint32 fence,uint40 expiresAt)");

    /// @inheritdoc IBountyManager
    IAgentRegistry public immutable override registry;

    constructor(IAgentRegistry registry_) EIP712("BountyManager", "1") {
        registry = registry_;
    }

    /// @inheritdoc IBountyManager
    function claimBounty(bytes32 bountyId, Admission calldata admission) external override nonReentrant whenNotPaused {
        Bounty storage bounty = _in(bountyId, Status.OPEN);
        if (_isDue(bounty)) revert DeadlinePassed(bounty.deadline);
        _requireAdmission(bountyId, bounty.fence + 1, admission);
        if (!registry.isActive(msg.sender)) revert AgentNotActive(msg.sender);
        if (
            msg.sender == bounty.poster || msg.sender == bounty.feeAccount
                || registry.operatorOf(msg.sender) == bounty.poster
        ) revert OwnBounty(msg.sender);
        uint40 leaseEndsAt = _leaseEndsAt(bounty);
        uint96 stake = _stake(bounty, leaseEndsAt);
        bounty.agent = msg.sender;
        bounty.stake = stake;
        bounty.status = Status.CLAIMED;
        bounty.fence += 1;
        bounty.claimedAt = _later(0);
        bounty.dueAt = leaseEndsAt;
        emit BountyClaimed(bountyId, msg.sender, bounty.fence, stake, bounty.claimedAt, leaseEndsAt);
        _takeStake(msg.sender, stake);
    }

    /// @inheritdoc IBountyManager
    function releaseClaim(bytes32 bountyId) external override nonReentrant {
        Bounty storage bounty = _in(bountyId, Status.CLAIMED);
        if (msg.sender != bounty.agent) revert NotAllowed(msg.sender);
        if (_isDue(bounty)) revert LeaseEnded(bounty.dueAt);
        uint256 half = (uint256(bounty.dueAt) - bounty.claimedAt) / 2;
        bool forfeits = bounty.submissions == 0 && block.timestamp > bounty.claimedAt + half;
        if (block.timestamp < bounty.deadline) {
            _reopen(bountyId, bounty, Outcome.RELEASED, forfeits);
        } else {
            _end(bountyId, bounty, Outcome.RELEASED, 0, 0, forfeits);
        }
    }

    /// @inheritdoc IBountyManager
    function submitWork(bytes32 bountyId, address agent, uint32 fence, bytes32 contentHash)
        external
        override
        nonReentrant
    {
        Bounty storage bounty = _in(bountyId, Status.CLAIMED);
        _requireClaim(bounty, agent, fence);
        _requirePartyOrRelayer(agent);
        if (_isDue(bounty)) revert LeaseEnded(bounty.dueAt);
        if (bounty.submissions == SUBMISSIONS_MAX) revert SubmissionsSpent();
        uint8 submission = bounty.submissions + 1;
        uint96 stake = bounty.stake;
        bytes32 submissionId = submissionIdOf(bountyId, agent, fence, submission, contentHash);
        // Fits: no clock of a bounty ever runs for more than a year.
        bounty.leaseLeft = uint32(bounty.dueAt - block.timestamp);
        bounty.dueAt = _later(bounty.reviewWindow);
        bounty.status = Status.IN_REVIEW;
        bounty.submissions = submission;
        bounty.submissionId = submissionId;
        bounty.stake = 0;
        _free(0, stake);
        emit WorkSubmitted(bountyId, agent, fence, submission, submissionId, contentHash, stake, bounty.dueAt);
        _pay(bountyId, agent, stake);
    }

    /// @inheritdoc IBountyManager
    function acceptWork(bytes32 bountyId, bytes32 submissionId) external override nonReentrant {
        Bounty storage bounty = _underReview(bountyId, submissionId);
        Outcome outcome = msg.sender == bounty.poster ? Outcome.ACCEPTED : Outcome.MERGED;
        _end(bountyId, bounty, outcome, WHOLE_BPS, bounty.feeBps, false);
    }

    /// @inheritdoc IBountyManager
    function acceptUnanswered(bytes32 bountyId) external override nonReentrant {
        Bounty storage bounty = _in(bountyId, Status.IN_REVIEW);
        _requireDue(bounty);
        _end(bountyId, bounty, Outcome.REVIEW_UNANSWERED, WHOLE_BPS, bounty.feeBps, false);
    }

    /// @inheritdoc IBountyManager
    function sendBack(bytes32 bountyId, bytes32 submissionId, Review review, bytes32 notesHash)
        external
        override
        nonReentrant
    {
        Bounty storage bounty = _underReview(bountyId, submissionId);
        if (_isDue(bounty)) revert ReviewEnded(bounty.dueAt);
        bool isLast = bounty.submissions == SUBMISSIONS_MAX;
        bool isShort = bounty.leaseLeft < REWORK_MIN;
        bounty.status = Status.CLAIMED;
        bounty.dueAt = _later(isLast || isShort ? REWORK_MIN : bounty.leaseLeft);
        emit WorkSentBack(
            bountyId, bounty.agent, bounty.fence, bounty.submissions, submissionId, review, notesHash, bounty.dueAt
        );
    }

    /// @inheritdoc IBountyManager
    function expireBounty(bytes32 bountyId) external override nonReentrant {
        Bounty storage bounty = _bounties[bountyId];
        Status status = bounty.status;
        if (status != Status.OPEN && status != Status.CLAIMED) revert WrongStatus(bountyId, status);
        _requireDue(bounty);
        if (status == Status.OPEN) {
            _end(bountyId, bounty, Outcome.UNCLAIMED, 0, 0, false);
        } else if (bounty.submissions > 0) {
            _end(bountyId, bounty, Outcome.REWORK_ENDED, 0, 0, false);
        } else if (block.timestamp < bounty.deadline) {
            _reopen(bountyId, bounty, Outcome.LEASE_ENDED, true);
        } else {
            _end(bountyId, bounty, Outcome.LEASE_ENDED, 0, 0, true);
        }
    }

    /// @inheritdoc IBountyManager
    function quoteClaim(bytes32 bountyId) external view override returns (uint256 stake, uint40 leaseEndsAt) {
        Bounty storage bounty = _bounties[bountyId];
        leaseEndsAt = _leaseEndsAt(bounty);
        stake = _stake(bounty, leaseEndsAt);
    }

    /// @inheritdoc IBountyManager
    function submissionIdOf(bytes32 bountyId, address agent, uint32 fence, uint8 submission, bytes32 contentHash)
        public
        pure
        override
        returns (bytes32)
    {
        return keccak256(abi.encode(bountyId, agent, fence, submission, contentHash));
    }

    function _requireAdmission(bytes32 bountyId, uint32 fence, Admission calldata admission) private view {
        uint40 expiresAt = admission.expiresAt;
        if (block.timestamp >= expiresAt) revert AdmissionExpired(expiresAt);
        bytes32 digest =
            _hashTypedDataV4(keccak256(abi.encode(ADMISSION_TYPEHASH, bountyId, msg.sender, fence, expiresAt)));
        (address signer, ECDSA.RecoverError flaw,) = ECDSA.tryRecoverCalldata(digest, admission.signature);
        // What is no signature is nobody's, and nobody might have been given the role by mistake.
        bool isSigned = flaw == ECDSA.RecoverError.NoError;
        if (!isSigned || !hasRole(RELAYER_ROLE, signer)) revert NotAdmitted(msg.sender);
    }

    function _underReview(bytes32 bountyId, bytes32 submissionId) private view returns (Bounty storage bounty) {
        bounty = _in(bountyId, Status.IN_REVIEW);
        _requirePartyOrRelayer(bounty.poster);
        if (bounty.submissionId != submissionId) revert StaleSubmission(bounty.submissionId);
    }

    function _leaseEndsAt(Bounty storage bounty) private view returns (uint40) {
        uint40 end = _later(bounty.ttl);
        return end < bounty.deadline ? end : bounty.deadline;
    }

    function _stake(Bounty storage bounty, uint40 leaseEndsAt) private view returns (uint96) {
        if (leaseEndsAt < block.timestamp + STAKED_WINDOW_MIN) return 0;
        return uint96(uint256(bounty.amount) * bounty.stakeBps / WHOLE_BPS);
    }
}
