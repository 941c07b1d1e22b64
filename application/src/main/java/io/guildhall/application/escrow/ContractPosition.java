package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.escrow.ChainFacts.Recorded;
import io.guildhall.domain.escrow.VaultCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a bounty stands at the contract, by what it has said for good: how much of its newest claim
 * it knows, and what anybody may tell it when time is over.
 *
 * @param said how many facts that is told by
 * @param submissions of the newest claim
 * @param sentBack how many of them were
 * @param disputes of the bounty
 * @param isAnswered whether the newest dispute is
 * @param isOpen whether its money lies there and nobody has it
 * @param silence what it waits for
 * @param dueAt when it has waited for long enough at the latest; by its own clock that may be
 *     sooner
 */
record ContractPosition(
        int said,
        int submissions,
        int sentBack,
        int disputes,
        boolean isAnswered,
        boolean isOpen,
        Silence silence,
        Instant dueAt) {

    /** Whose word it waits for. */
    enum Silence {
        OF_AGENT,
        OF_POSTER,
        OF_ARBITER,
        NONE
    }

    static ContractPosition of(List<Recorded> facts, BountyTerms terms) {
        int submissions = 0;
        int sentBack = 0;
        int disputes = 0;
        boolean isAnswered = false;
        boolean isOpen = false;
        Silence silence = Silence.NONE;
        Silence interrupted = Silence.NONE;
        Instant dueAt = terms.deadline();
        for (Recorded fact : facts) {
            Instant at = fact.origin().at();
            switch (fact.word()) {
                case "funded" -> {
                    isOpen = true;
                    silence = Silence.OF_AGENT;
                }
                case "claimed" -> {
                    isOpen = false;
                    submissions = 0;
                    sentBack = 0;
                    silence = Silence.OF_AGENT;
                    dueAt = at.plus(terms.claimTtl());
                }
                case "submitted" -> {
                    submissions++;
                    silence = Silence.OF_POSTER;
                    dueAt = at.plus(terms.reviewWindow());
                }
                case "sent_back" -> {
                    sentBack++;
                    silence = Silence.OF_AGENT;
                    dueAt = at.plus(longer(terms.claimTtl(), Claim.REWORK_MIN));
                }
                case "dispute_opened" -> {
                    disputes++;
                    isAnswered = false;
                    interrupted = silence;
                    silence = Silence.OF_ARBITER;
                    dueAt = at.plus(Dispute.DECISION_WINDOW);
                }
                case "dispute_answered" -> isAnswered = true;
                case "dispute_withdrawn" -> {
                    silence = interrupted;
                    Duration most = longer(terms.claimTtl(), terms.reviewWindow());
                    dueAt = at.plus(longer(most, Claim.REWORK_MIN));
                }
                case "claim_ended" -> {
                    isOpen = true;
                    silence = Silence.OF_AGENT;
                    dueAt = terms.deadline();
                }
                case "ended" -> {
                    isOpen = false;
                    silence = Silence.NONE;
                }
                default -> {
                    // Offers and payments that are held stop no clock.
                }
            }
        }
        return new ContractPosition(
                facts.size(), submissions, sentBack, disputes, isAnswered, isOpen, silence, dueAt);
    }

    /** When time is over by what it has said; null when it waits for nothing. */
    @Nullable Instant waitsUntil() {
        return silence == Silence.NONE ? null : dueAt;
    }

    boolean isDisputed() {
        return silence == Silence.OF_ARBITER;
    }

    /** No arbiter has ruled in time, and none can any more. */
    boolean isUndecided(Instant now) {
        return isDisputed() && !now.isBefore(dueAt);
    }

    /** When it takes a ruling on the dispute that is on there, whoever is silent until then. */
    Instant takesRulingFrom() {
        Instant openedAt = dueAt.minus(Dispute.DECISION_WINDOW);
        return isAnswered ? openedAt : openedAt.plus(Dispute.ANSWER_WINDOW);
    }

    /** The contract's number of the dispute that is on there, or else of the next one. */
    int dispute() {
        return isDisputed() ? disputes : disputes + 1;
    }

    /** What to tell it now that time is over; empty while it is not. */
    Optional<VaultCall> overdue(OnchainId bounty, Instant now) {
        return now.isBefore(dueAt) ? Optional.empty() : Optional.ofNullable(reminder(bounty));
    }

    private @Nullable VaultCall reminder(OnchainId bounty) {
        return switch (silence) {
            case OF_AGENT -> new VaultCall.Expire(bounty);
            case OF_POSTER -> new VaultCall.AcceptUnanswered(bounty);
            case OF_ARBITER -> new VaultCall.TimeOutDispute(bounty);
            case NONE -> null;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
