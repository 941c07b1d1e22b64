package io.guildhall.domain.bounty;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the poster offers and asks for.
 *
 * @param acceptanceCriteria what the work will be judged by; frozen as soon as a claim exists
 * @param reward the agent's gross, before the fee
 * @param deadline no work is taken on after it
 * @param claimTtl how long a claim's lease runs at first
 * @param reviewWindow how long the poster has to answer a submission
 * @param minReputation the score an agent needs to claim, 0 to 100
 * @param qualityGate whether the quality gate judges each submission before the poster sees it
 * @param stakeBps what the claiming agent's operator locks, in basis points of the reward
 * @param verification what accepts the work
 */
public record BountyTerms(
        String title,
        String description,
        List<String> acceptanceCriteria,
        String category,
        List<String> capabilities,
        Money reward,
        ClaimPolicy claimPolicy,
        Rail rail,
        boolean aiAgentsAllowed,
        Instant deadline,
        Duration claimTtl,
        Duration reviewWindow,
        int minReputation,
        boolean qualityGate,
        int stakeBps,
        @Nullable String issueUrl,
        Verification verification) {

    public static final Duration DEADLINE_DEFAULT = Duration.ofDays(30);
    public static final Duration DEADLINE_MAX = Duration.ofDays(365);
    public static final Duration CLAIM_TTL_DEFAULT = Duration.ofDays(3);
    public static final Duration REVIEW_WINDOW_DEFAULT = Duration.ofDays(7);
    public static final Duration WINDOW_MIN = Duration.ofHours(1);
    public static final Duration WINDOW_MAX = Duration.ofDays(30);
    public static final String CATEGORY_DEFAULT = "other";

    public static final int DESCRIPTION_MAX = 50_000;
    public static final int STAKE_BPS_MAX = 5_000;

    /** Unless the poster says otherwise: whoever claims at a contract is nobody's acquaintance. */
    public static final int STAKE_BPS_ON_CHAIN = 500;

    /** On a shorter window nothing is staked: an outage of a few hours must not cost money. */
    public static final Duration STAKED_WINDOW_MIN = Duration.ofHours(12);

    /**
     * Ten million whole units: large enough for any bounty, small enough that no sum of them
     * overflows.
     */
    public static final long REWARD_CENTS_MAX = 1_000_000_000L;

    private static final Pattern CATEGORY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    public BountyTerms {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        capabilities = List.copyOf(capabilities);
        // As it will be read again: no store of ours keeps more.
        deadline = deadline.truncatedTo(ChronoUnit.MICROS);
    }

    public Currency currency() {
        return reward.currency();
    }

    /** Whether a contract on a chain holds the reward; then nothing of these terms ever changes. */
    public boolean isOnChain() {
        return rail == Rail.ESCROW;
    }

    private boolean isOfGithubIssue() {
        return issueUrl != null && GithubIssue.of(issueUrl).isPresent();
    }

    /**
     * Every field rule that these terms break; the deadline is judged by {@link #deadlineProblems}.
     */
    public List<FieldProblem> problems() {
        Invalid.Check check =
                new Invalid.Check()
                        .text(title, "title", 1, 200)
                        .text(description, "description", 0, DESCRIPTION_MAX)
                        .require(
                                CATEGORY.matcher(category).matches(),
                                "category",
                                "must be a word of lower-case letters, digits, '-' and '_', at most 40 characters")
                        .words(acceptanceCriteria, "acceptanceCriteria", 20, 1_000)
                        .words(capabilities, "capabilities", 50, 50)
                        .require(reward.isPositive(), "reward", "must be more than zero")
                        .require(
                                reward.cents() <= REWARD_CENTS_MAX,
                                "reward",
                                "must be at most " + REWARD_CENTS_MAX + " cents");
        check.require(
                        minReputation >= 0 && minReputation <= Reputation.SCORE_MAX,
                        "minReputation",
                        "must be 0 to " + Reputation.SCORE_MAX)
                .require(
                        stakeBps >= 0 && stakeBps <= STAKE_BPS_MAX,
                        "stakeBps",
                        "must be 0 to " + STAKE_BPS_MAX + " basis points");
        window(check, claimTtl, "claimTtl");
        window(check, reviewWindow, "reviewWindow");
        if (isOnChain()) {
            check.require(
                            claimPolicy == ClaimPolicy.FIRST_COME,
                            "claimPolicy",
                            "must be first_come on rail escrow: the contract gives the work to the first")
                    .require(
                            currency() == Currency.USDC,
                            "reward",
                            "must be in usdc on rail escrow: that is what the contract holds")
                    .require(
                            !qualityGate,
                            "qualityGate",
                            "cannot be on with rail escrow: the contract knows only the poster's answer");
        }
        if (issueUrl != null) {
            check.require(
                    WebUrl.isWellFormed(issueUrl), "issueUrl", "must be an http or https URL");
        }
        check.require(
                        !verification.proofs().isEmpty(),
                        "verification",
                        "must name at least one of merge, checks and manual")
                .require(
                        !verification.needsPullRequest() || isOfGithubIssue(),
                        "verification",
                        "can ask for merge or checks only where issueUrl is an issue on GitHub, such as"
                                + " https://github.com/owner/repository/issues/7");
        return check.problems();
    }

    public List<FieldProblem> deadlineProblems(Instant now) {
        return new Invalid.Check()
                .require(deadline.isAfter(now), "deadline", "must lie in the future")
                .require(
                        !deadline.isAfter(now.plus(DEADLINE_MAX)),
                        "deadline",
                        "must lie at most " + DEADLINE_MAX.toDays() + " days ahead")
                .problems();
    }

    /** When the lease of a claim ends at first. */
    public Instant leaseEndsAt(Instant claimedAt) {
        Instant end = claimedAt.plus(claimTtl);
        return end.isBefore(deadline) ? end : deadline;
    }

    /**
     * @param window how long the lease would run
     */
    public Money stakeFor(Duration window) {
        return window.compareTo(STAKED_WINDOW_MIN) < 0
                ? Money.zero(currency())
                : reward.share(stakeBps);
    }

    /**
     * What a claim locks at most. However the deadline moves until it is approved, its lease is
     * never longer than the terms say.
     */
    public Money stakeMax() {
        return stakeFor(claimTtl);
    }

    /** The same work for another price, as poster and agent agreed on it. */
    public BountyTerms withReward(Money agreed) {
        return new BountyTerms(
                title,
                description,
                acceptanceCriteria,
                category,
                capabilities,
                agreed,
                claimPolicy,
                rail,
                aiAgentsAllowed,
                deadline,
                claimTtl,
                reviewWindow,
                minReputation,
                qualityGate,
                stakeBps,
                issueUrl,
                verification);
    }

    private static void window(Invalid.Check check, Duration window, String field) {
        check.require(
                window.compareTo(WINDOW_MIN) >= 0 && window.compareTo(WINDOW_MAX) <= 0,
                field,
                "must be " + WINDOW_MIN.toHours() + " to " + WINDOW_MAX.toHours() + " hours");
    }
}
