package io.guildhall.domain.bounty;

import io.guildhall.domain.payout.Rail;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold together before work counts as accepted without anybody waiting: part of a
 * bounty's terms, so that an agent knows beforehand what pays.
 *
 * @param proofs in the order of {@link Proof}; terms with none of them are refused
 */
public record Verification(Set<Proof> proofs) {

    public static final Verification BY_HAND = of(Proof.MANUAL);

    public Verification {
        EnumSet<Proof> ordered = EnumSet.noneOf(Proof.class);
        ordered.addAll(proofs);
        proofs = Collections.unmodifiableSet(ordered);
    }

    public static Verification of(Proof... proofs) {
        return new Verification(Set.of(proofs));
    }

    /**
     * What is meant where the poster does not say: whoever pays by a contract for an issue on
     * GitHub pays for a merge.
     */
    public static Verification unlessSaid(Rail rail, @Nullable String issueUrl) {
        boolean ofIssue = issueUrl != null && GithubIssue.of(issueUrl).isPresent();
        return rail == Rail.ESCROW && ofIssue ? of(Proof.MERGE) : BY_HAND;
    }

    public boolean asksFor(Proof proof) {
        return proofs.contains(proof);
    }

    /** Whether the work is accepted by itself as soon as the rest holds. */
    public boolean isAutomatic() {
        return !asksFor(Proof.MANUAL);
    }

    public boolean needsPullRequest() {
        return proofs.stream().anyMatch(Proof::isOfPullRequest);
    }

    /** What is asked of the pull request and does not hold, in the order of {@link Proof}. */
    public List<Proof> missing(Collection<Proof> held) {
        return proofs.stream()
                .filter(Proof::isOfPullRequest)
                .filter(proof -> !held.contains(proof))
                .toList();
    }
}
