package io.guildhall.application.pullrequest;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the claim whose work a pull request is, and gives it to that claim. */
final class Assignments {

    private final Bounties bounties;
    private final Claims claims;
    private final AgentLinks links;
    private final TrackedPullRequests pullRequests;
    private final Clocks clocks;

    Assignments(
            Bounties bounties,
            Claims claims,
            AgentLinks links,
            TrackedPullRequests pullRequests,
            Clocks clocks) {
        this.bounties = bounties;
        this.claims = claims;
        this.links = links;
        this.pullRequests = pullRequests;
        this.clocks = clocks;
    }

    /**
     * The author's oldest active claim on an issue that it names, unless another pull request is
     * that claim's already. What is closed, and what was merged before the bounty was there, is
     * nobody's work.
     */
    Optional<Claim> claimFor(TrackedPullRequest pullRequest, Sighting seen) {
        if (seen.stage() == Stage.CLOSED) {
            return Optional.empty();
        }
        PullRequest shown = seen.pullRequest();
        Set<Integer> named = named(pullRequest, seen);
        return links.agentWithGithub(shown.author().id()).stream()
                .flatMap(agent -> pullRequests.worksOf(agent, shown.repository()).stream())
                .map(id -> claims.find(id).orElseThrow())
                .filter(claim -> isFree(claim, pullRequest))
                .filter(claim -> named.contains(issueOf(claim)))
                .filter(claim -> !seen.isMerged() || seen.isMergedSince(clocks.postedAt(of(claim))))
                .findFirst();
    }

    /** Its claim's former pull request, if it has one, was closed and gives way. */
    TrackedPullRequest assign(
            TrackedPullRequest pullRequest, Claim claim, Sighting seen, Instant now) {
        pullRequests
                .of(claim.id())
                .filter(former -> !former.name().equals(pullRequest.name()))
                .map(former -> former.giveWay(now))
                .filter(Decision::isAccepted)
                .ifPresent(gaveWay -> pullRequests.save(gaveWay.orThrow().state()));
        boolean beforeMerge = !seen.isMerged() || wasNamed(pullRequest, issueOf(claim));
        return pullRequest.assign(claim.bounty(), claim.id(), beforeMerge, now).orThrow().state();
    }

    /** Of what is merged only what it said before can be believed, if we have seen that. */
    private static Set<Integer> named(TrackedPullRequest pullRequest, Sighting seen) {
        Seen before = pullRequest.seen();
        return seen.isMerged() && before != null ? before.named() : seen.named();
    }

    private static boolean wasNamed(TrackedPullRequest pullRequest, int issue) {
        Seen before = pullRequest.seen();
        return before != null && before.named().contains(issue);
    }

    /** Whether the claim lives and has no other pull request, or only one that was closed. */
    private boolean isFree(Claim claim, TrackedPullRequest pullRequest) {
        return claim.status() instanceof Active
                && pullRequests
                        .of(claim.id())
                        .filter(other ->
                                !other.name().equals(pullRequest.name()) && !other.isDropped())
                        .isEmpty();
    }

    /** It names one, for the claim is one of those on an issue of the repository. */
    private int issueOf(Claim claim) {
        String url = Objects.requireNonNull(of(claim).terms().issueUrl());
        return GithubIssue.of(url).orElseThrow().number();
    }

    private Bounty of(Claim claim) {
        return bounties.find(claim.bounty()).orElseThrow();
    }
}
