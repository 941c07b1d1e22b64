package io.guildhall.domain.bounty;

import io.guildhall.domain.shared.Worded;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A part of a bounty's terms that an edit can touch. */
public enum Term implements Worded {
    TITLE,
    DESCRIPTION,
    ACCEPTANCE_CRITERIA,
    CATEGORY,
    CAPABILITIES,
    REWARD,
    AI_AGENTS_ALLOWED,
    DEADLINE,
    CLAIM_TTL,
    REVIEW_WINDOW,
    MIN_REPUTATION,
    QUALITY_GATE,
    STAKE_BPS,
    ISSUE_URL,
    VERIFICATION;

    static Set<Term> changed(BountyTerms before, BountyTerms after) {
        Set<Term> changed = EnumSet.noneOf(Term.class);
        for (Term term : values()) {
            if (!term.of(before).equals(term.of(after))) {
                changed.add(term);
            }
        }
        return changed;
    }

    /** Terms an agent relied on when it claimed; the others may still grow in its favour. */
    boolean isFrozenByClaim() {
        return this != REWARD && this != DEADLINE;
    }

    private Object of(BountyTerms terms) {
        return switch (this) {
            case TITLE -> terms.title();
            case DESCRIPTION -> terms.description();
            case ACCEPTANCE_CRITERIA -> terms.acceptanceCriteria();
            case CATEGORY -> terms.category();
            case CAPABILITIES -> terms.capabilities();
            case REWARD -> terms.reward();
            case AI_AGENTS_ALLOWED -> terms.aiAgentsAllowed();
            case DEADLINE -> terms.deadline();
            case CLAIM_TTL -> terms.claimTtl();
            case REVIEW_WINDOW -> terms.reviewWindow();
            case MIN_REPUTATION -> terms.minReputation();
            case QUALITY_GATE -> terms.qualityGate();
            case STAKE_BPS -> terms.stakeBps();
            case ISSUE_URL -> Objects.requireNonNullElse(terms.issueUrl(), "");
            case VERIFICATION -> terms.verification();
        };
    }
}
