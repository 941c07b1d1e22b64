// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAgentRegistry} from "./IAgentRegistry.sol";

/// @title Escrow for bounties
/// @notice Holds a bounty's reward and its claim's stake until the work is accepted, refunded or split. Whatever
/// anybody does or omits, a bounty's money can only go to its agent, its poster and its fee account, and time
/// alone brings it there.
/// @dev Each change of state emits exactly one of the events below, with every figure of the change; an indexer
/// needs nothing else. `PaymentHeld` comes on top when a payment could not be pushed.
interface IBountyManager {
    /// @notice Where a bounty stands. From NONE it comes to OPEN when it is funded; PAID, CANCELLED and EXPIRED
    /// are final.
    enum Status {
        NONE,
        OPEN,
        CLAIMED,
        IN_REVIEW,
        DISPUTED,
        PAID,
        CANCELLED,
        EXPIRED
    }

    /// @notice The two between whom a dispute is.
    enum Side {
        POSTER,
        AGENT
    }

    /// @notice What is said of work that is not taken as it is; both open the same time to hand in again.
    enum Review {
        REJECTED,
        REVISION_REQUESTED
    }

    /// @notice Why a claim or a bounty ended.
    /// ACCEPTED: the poster took the work. MERGED: the relayer recorded that the maintainers merged it.
    /// REVIEW_UNANSWERED: the review window passed in silence. RULED: by an arbiter. SETTLED: one side took the
    /// other's offer. ARBITER_SILENT: nobody ruled in time. CANCELLED: the poster took it back. UNCLAIMED: open past
    /// the deadline. LEASE_ENDED: nothing was submitted in time. REWORK_ENDED: work was sent back and neither
    /// handed in again nor disputed in time. RELEASED: the agent gave the claim back.
    enum Outcome {
        ACCEPTED,
        MERGED,
        REVIEW_UNANSWERED,
        RULED,
        SETTLED,
        ARBITER_SILENT,
        CANCELLED,
        UNCLAIMED,
        LEASE_ENDED,
        REWORK_ENDED,
        RELEASED
    }

    /// @notice What a poster funds a bounty with; nothing of it ever changes.
    /// @param platformId the platform's own id of the bounty, left-aligned
    /// @param amount the reward in the token's base units: the agent's gross, before the fee
    /// @param feeBps the fee in basis points of the agent's gross; must be the contract's present figure
    /// @param feeAccount who gets the fee and a forfeited stake; must be the contract's present one
    /// @param stakeBps what a claim locks, in basis points of the amount, 0 to 5,000
    /// @param deadline no claim after it; at most 365 days ahead
    /// @param ttl seconds that a claim's lease lasts, never past the deadline; 1 hour to 30 days
    /// @param reviewWindow seconds the poster has to answer a submission; 1 hour to 30 days
    /// @param manifestHash SHA-256 of the bounty's manifest
    struct Terms {
        bytes32 platformId;
        uint96 amount;
        uint16 feeBps;
        address feeAccount;
        uint16 stakeBps;
        uint40 deadline;
        uint32 ttl;
        uint32 reviewWindow;
        bytes32 manifestHash;
    }

    /// @notice A signature by which the poster lets the contract take the amount (ERC-2612).
    struct Permit {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice A relayer's word that an agent may have the next claim of a bounty: its EIP-712 signature over
    /// `Admission(bytes32 bountyId,address agent,uint32 fence,uint40 expiresAt)`, the fence being the number that
    /// the claim gets, so that it serves once. The domain is name "BountyManager", version "1", chain and contract.
    /// @param expiresAt from when on it is worth nothing
    /// @param signature r, s and v: 65 bytes
    struct Admission {
        uint40 expiresAt;
        bytes signature;
    }

    /// @notice A bounty as it stands.
    /// @param agent whose claim it is; zero while it is open
    /// @param stake what lies in the contract for the claim at this moment
    /// @param submissions how many were recorded under the claim, at most 3
    /// @param fence the number of the newest claim, from 1
    /// @param disputed which disputes the claim has had: bit `2 × submission + side`
    /// @param disputes the number of the newest dispute, from 1
    /// @param claimedAt when the claim began
    /// @param dueAt the instant from which anybody may move it on: its deadline while OPEN, the lease's end while
    /// CLAIMED, the review's while IN_REVIEW, the arbiter's time while DISPUTED; 0 once it is over
    /// @param leaseLeft seconds the lease had left when the newest submission stopped it
    /// @param submissionId names the newest submission of the claim; zero without one
    struct Bounty {
        address poster;
        uint96 amount;
        address agent;
        uint96 stake;
        address feeAccount;
        uint16 feeBps;
        uint16 stakeBps;
        Status status;
        uint8 submissions;
        uint32 fence;
        uint8 disputed;
        uint40 deadline;
        uint40 claimedAt;
        uint40 dueAt;
        uint32 ttl;
        uint32 reviewWindow;
        uint32 leaseLeft;
        uint16 disputes;
        bytes32 manifestHash;
        bytes32 submissionId;
    }

    /// @notice The newest dispute of a bounty.
    /// @param submission what it is about: 1 to 3, or 0 for the bounty itself
    /// @param interrupted the state it interrupted and to which a withdrawal leads back
    /// @param answerBy from when the arbiter may rule without an answer
    /// @param clockLeft seconds the interrupted clock had left
    /// @param posterOffer the agent's share the poster would settle for, in basis points; 65,535 is none
    /// @param agentOffer the same of the agent
    struct Dispute {
        uint16 number;
        Side openedBy;
        bool answered;
        uint8 submission;
        Status interrupted;
        uint40 answerBy;
        uint32 clockLeft;
        uint16 posterOffer;
        uint16 agentOffer;
    }

    /// @notice The poster's money is in; the bounty is OPEN.
    event BountyFunded(
        bytes32 indexed bountyId,
        address indexed poster,
        bytes32 indexed platformId,
        uint256 amount,
        uint16 feeBps,
        address feeAccount,
        uint16 stakeBps,
        uint40 deadline,
        uint32 ttl,
        uint32 reviewWindow,
        bytes32 manifestHash
    );

    /// @notice An agent has the bounty, which is CLAIMED.
    /// @param fence the number of this claim on its bounty
    /// @param stake what the agent locked
    event BountyClaimed(
        bytes32 indexed bountyId,
        address indexed agent,
        uint32 fence,
        uint256 stake,
        uint40 claimedAt,
        uint40 leaseEndsAt
    );

    /// @notice Work is in; the bounty is IN_REVIEW.
    /// @param submission 1 to 3
    /// @param submissionId names bounty, claim, number and content at once
    /// @param stakeReturned the whole stake with the first submission, else 0
    event WorkSubmitted(
        bytes32 indexed bountyId,
        address indexed agent,
        uint32 fence,
        uint8 submission,
        bytes32 indexed submissionId,
        bytes32 contentHash,
        uint256 stakeReturned,
        uint40 reviewEndsAt
    );

    /// @notice The work was not taken as it is; the bounty is CLAIMED again.
    /// @param leaseEndsAt until when the agent may hand in again (not after the third submission) or dispute
    event WorkSentBack(
        bytes32 indexed bountyId,
        address indexed agent,
        uint32 fence,
        uint8 submission,
        bytes32 indexed submissionId,
        Review review,
        bytes32 notesHash,
        uint40 leaseEndsAt
    );

    /// @notice A claim is over and the bounty is OPEN again.
    /// @param outcome LEASE_ENDED or RELEASED
    event ClaimEnded(
        bytes32 indexed bountyId,
        address indexed agent,
        uint32 fence,
        Outcome outcome,
        uint256 stakeReturned,
        uint256 stakeForfeited
    );

    /// @notice The bounty is over, and its claim with it if it had one. The amount is `agentGross + refund`; the
    /// agent gets `agentGross − fee + stakeReturned`, the poster `refund`, the fee account `fee + stakeForfeited`.
    /// @param agent zero when nobody had it
    /// @param status PAID, CANCELLED or EXPIRED
    /// @param agentShareBps the agent's gross in basis points of the amount
    event BountyEnded(
        bytes32 indexed bountyId,
        address indexed poster,
        address indexed agent,
        uint32 fence,
        Status status,
        Outcome outcome,
        uint16 agentShareBps,
        uint256 agentGross,
        uint256 fee,
        uint256 refund,
        uint256 stakeReturned,
        uint256 stakeForfeited
    );

    /// @notice A dispute began; the bounty is DISPUTED and its clock stands still.
    /// @param dispute its number on the bounty, from 1
    /// @param submission what it is about: 1 to 3, or 0 for the bounty itself
    /// @param answerBy from when the arbiter may rule without an answer
    /// @param decideBy from when time alone decides
    event DisputeOpened(
        bytes32 indexed bountyId,
        address indexed agent,
        uint32 fence,
        uint16 dispute,
        uint8 submission,
        Side openedBy,
        Status interrupted,
        bytes32 reasonHash,
        uint40 answerBy,
        uint40 decideBy
    );

    /// @notice The other side spoke for the first time.
    event DisputeAnswered(bytes32 indexed bountyId, uint16 dispute, Side by, bytes32 evidenceHash);

    /// @notice One side said what it would settle for; this replaces its earlier offer.
    event SplitOffered(bytes32 indexed bountyId, uint16 dispute, Side by, uint16 agentShareBps);

    /// @notice The opener took the dispute back; the bounty goes on where it was.
    /// @param status CLAIMED or IN_REVIEW
    /// @param dueAt the end of the lease or of the review
    event DisputeWithdrawn(bytes32 indexed bountyId, uint16 dispute, Status status, uint40 dueAt);

    /// @notice A payment could not be pushed; it waits for `withdraw`.
    event PaymentHeld(bytes32 indexed bountyId, address indexed account, uint256 amount);

    /// @notice What had been held for the account was paid to it.
    event Withdrawn(address indexed account, uint256 amount);

    /// @notice From now on bounties are funded on these terms; those that are funded keep theirs.
    event FeeTermsChanged(uint16 feeBps, address feeAccount);

    /// @notice A field of the terms is out of its bounds.
    error InvalidTerms(bytes32 field);
    /// @notice The fee terms are others than the poster agreed to.
    error FeeTermsDiffer(uint16 feeBps, address feeAccount);
    /// @notice This poster has funded a bounty under this platform id before.
    error BountyExists(bytes32 bountyId);
    /// @notice The bounty is not in the state this needs.
    error WrongStatus(bytes32 bountyId, Status found);
    /// @notice The deadline is past: nobody can claim any more.
    error DeadlinePassed(uint40 deadline);
    /// @notice No relayer has admitted the wallet to this claim of this bounty.
    error NotAdmitted(address agent);
    /// @notice The admission was good until then.
    error AdmissionExpired(uint40 expiredAt);
    /// @notice The wallet is not an active agent of the registry.
    error AgentNotActive(address agent);
    /// @notice Neither a poster nor its agents claim its own bounty; nor does the fee account.
    error OwnBounty(address agent);
    /// @notice The caller has no part in this.
    error NotAllowed(address caller);
    /// @notice Another claim holds the bounty.
    error StaleClaim(address agent, uint32 fence);
    /// @notice Another submission is under review.
    error StaleSubmission(bytes32 submissionId);
    /// @notice Another dispute is the newest.
    error StaleDispute(uint16 dispute);
    /// @notice The lease is over: time alone decides.
    error LeaseEnded(uint40 endedAt);
    /// @notice The review window is over: time alone decides.
    error ReviewEnded(uint40 endedAt);
    /// @notice The arbiter's time is over: time alone decides.
    error DecisionEnded(uint40 endedAt);
    /// @notice Three submissions were sent back: the claim takes no more.
    error SubmissionsSpent();
    /// @notice It is too early for anybody to move the bounty on.
    error NotDue(uint40 dueAt);
    /// @notice There is no such submission to dispute.
    error NoSuchSubmission(uint8 submission);
    /// @notice A side disputes each submission once, and the bounty itself once per claim.
    error AlreadyDisputed(uint8 submission, Side by);
    /// @notice The other side has spoken already.
    error AlreadyAnswered();
    /// @notice The other side may still answer before the arbiter rules.
    error AnswerStillDue(uint40 answerBy);
    /// @notice An arbiter is never a party: not the poster, the agent or the agent's operator.
    error ArbiterIsParty(address arbiter);
    /// @notice A share is 0 to 10,000 basis points.
    error InvalidShare(uint16 agentShareBps);
    /// @notice The other side has no such offer standing.
    error OfferNotStanding(uint16 agentShareBps);
    /// @notice Nothing is held for the account.
    error NothingHeld(address account);

    /// @notice Creates a bounty and takes its amount from the caller, who has approved it before.
    /// @return bountyId see {bountyIdOf}
    function fundBounty(Terms calldata terms) external returns (bytes32 bountyId);

    /// @notice The same with the caller's signature instead of an approval.
    function fundBountyWithPermit(Terms calldata terms, Permit calldata permit) external returns (bytes32 bountyId);

    /// @notice Takes an open bounty, first come, first served among those a relayer has admitted, and locks the
    /// caller's stake, which it has approved before. See {quoteClaim}.
    function claimBounty(bytes32 bountyId, Admission calldata admission) external;

    /// @notice Gives the caller's claim back. The stake is forfeited when nothing was submitted and more than half
    /// of the lease is over, else returned.
    function releaseClaim(bytes32 bountyId) external;

    /// @notice Records work, by the agent or the relayer. The first submission returns the stake.
    /// @param agent whose claim it is for
    /// @param fence the number of that claim
    /// @param contentHash SHA-256 of what was handed in
    function submitWork(bytes32 bountyId, address agent, uint32 fence, bytes32 contentHash) external;

    /// @notice Takes the work and pays, by the poster or by the relayer (merged by the maintainers).
    /// @param submissionId the submission that is meant
    function acceptWork(bytes32 bountyId, bytes32 submissionId) external;

    /// @notice Pays the agent when the review window has passed in silence; by anybody.
    function acceptUnanswered(bytes32 bountyId) external;

    /// @notice Does not take the work as it is, by the poster or the relayer. The agent has what its lease had
    /// left, at least 48 hours; after the third submission exactly 48 hours, for a dispute only.
    function sendBack(bytes32 bountyId, bytes32 submissionId, Review review, bytes32 notesHash) external;

    /// @notice Ends an open bounty and refunds it; by its poster.
    function cancelBounty(bytes32 bountyId) external;

    /// @notice Ends what time has ended; by anybody. An open bounty past its deadline is refunded. A lease that
    /// ended with nothing submitted costs the stake, and the bounty opens again or is refunded past its deadline.
    /// Work sent back and neither handed in again nor disputed in time is refunded.
    function expireBounty(bytes32 bountyId) external;

    /// @notice Opens a dispute, by that side or by the relayer on its behalf.
    /// @param agent whose claim it is about
    /// @param fence the number of that claim
    /// @param submission 1 to 3, or 0 for the bounty itself
    function openDispute(bytes32 bountyId, address agent, uint32 fence, uint8 submission, Side by, bytes32 reasonHash)
        external;

    /// @notice Records that the side which did not open the dispute has spoken; by it or the relayer.
    function answerDispute(bytes32 bountyId, uint16 dispute, bytes32 evidenceHash) external;

    /// @notice Says what the caller, one of the two sides, would settle for.
    function offerSplit(bytes32 bountyId, uint16 dispute, uint16 agentShareBps) external;

    /// @notice Takes the other side's standing offer and pays accordingly; by one of the two sides.
    function acceptSplit(bytes32 bountyId, uint16 dispute, uint16 agentShareBps) external;

    /// @notice Takes a dispute back, by who opened it. The clock goes on with what was left, at least 24 hours.
    function withdrawDispute(bytes32 bountyId, uint16 dispute) external;

    /// @notice Rules and pays, by an arbiter, once the other side has answered or its 48 hours are over.
    function ruleDispute(bytes32 bountyId, uint16 dispute, uint16 agentShareBps) external;

    /// @notice Ends a dispute on which nobody ruled within 14 days, by anybody: for its opener if the other side
    /// never answered, else in halves without a fee.
    function timeOutDispute(bytes32 bountyId) external;

    /// @notice Pays an account what was held for it; by anybody, to that account only.
    function withdraw(address account) external;

    /// @notice Changes the terms of bounties to come; by the admin.
    function setFeeTerms(uint16 feeBps, address feeAccount) external;

    /// @notice Stops new money: funding and claiming. Everything else goes on.
    function pause() external;

    /// @notice Lets new money in again.
    function unpause() external;

    /// @return the one token everything is held in
    function token() external view returns (IERC20);

    /// @return the wallets that are agents: nobody else is admitted to a claim
    function registry() external view returns (IAgentRegistry);

    /// @return feeBps and feeAccount of bounties funded now
    function feeTerms() external view returns (uint16 feeBps, address feeAccount);

    /// @notice `keccak256(abi.encode(chain id, this contract, poster, platformId))`: nobody else can take it.
    function bountyIdOf(address poster, bytes32 platformId) external view returns (bytes32);

    /// @notice `keccak256(abi.encode(bountyId, agent, fence, submission, contentHash))`.
    function submissionIdOf(bytes32 bountyId, address agent, uint32 fence, uint8 submission, bytes32 contentHash)
        external
        pure
        returns (bytes32);

    /// @return the bounty; all zero for an unknown one
    function getBounty(bytes32 bountyId) external view returns (Bounty memory);

    /// @return the newest dispute; all zero without one
    function getDispute(bytes32 bountyId) external view returns (Dispute memory);

    /// @notice What a claim in this block would lock, and until when it would last.
    function quoteClaim(bytes32 bountyId) external view returns (uint256 stake, uint40 leaseEndsAt);

    /// @return what is held for the account because it could not be pushed
    function withdrawable(address account) external view returns (uint256);

    /// @notice What the contract owes: the amounts of bounties that are not over, the stakes of their claims, and
    /// what is held for withdrawal. Its balance is never less than their sum.
    function totals() external view returns (uint256 escrow, uint256 stakes, uint256 held);
}
