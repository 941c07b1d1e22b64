package io.guildhall.application.pullrequest;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.HEAD;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.Checks.Check;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.pullrequest.PullRequestFixture;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A market whose bounties name an issue, and an agent that is known at GitHub. */
final class PullRequestMarket {

    static final PullRequestName NAME = new PullRequestName(REPOSITORY, 17);
    private static final String ISSUE = "https://github.com/Org/repo/issues/";

    final Market market = new Market();
    final InMemoryGuildhall guildhall = market.guildhall;
    final Caller ann = market.operatorWith("Ann", usd(100_000));
    final Caller bob = market.operatorWith("Bob", usd(10_000));
    final Caller agent = market.agentOf(bob);

    PullRequestMarket() {
        guildhall.transactions.run(() ->
                guildhall.agentLinks.add(
                        AgentLink.of(Objects.requireNonNull(agent.agent()), null).linked(AUTHOR)));
        guildhall.repositories.serve(REPOSITORY);
        installed(1_001);
        guildhall.repositories.put(REPOSITORY, MAINTAINER, Permission.WRITE);
    }

    /** GitHub tells that our App is installed on the repository that has the name now. */
    void installed(long repository) {
        guildhall.transactions.run(() ->
                guildhall.installations.serve(
                        7,
                        List.of(new GithubRepository(repository, REPOSITORY)),
                        guildhall.clock.instant()));
    }

    /** Somebody of a project with that repository takes one. */
    void givesToken(long repository) {
        guildhall.transactions.run(
                () -> guildhall.givenTokens.add(repository, guildhall.clock.instant()));
    }

    Bounty posted(Proof... proofs) {
        return posted(7, proofs);
    }

    Bounty posted(int issue, Proof... proofs) {
        return market.post(ann, terms().firstCome().issueUrl(ISSUE + issue).verifiedBy(proofs));
    }

    Bounty claimed(Proof... proofs) {
        Bounty bounty = posted(proofs);
        market.claim(agent, bounty);
        return bounty;
    }

    /** The same, where a judge outside looks at the work before the poster does. */
    Bounty claimedWithGate(Proof... proofs) {
        guildhall.qualityGate.offer();
        Bounty bounty =
                market.post(
                        ann, terms().firstCome().gated().issueUrl(ISSUE + 7).verifiedBy(proofs));
        market.claim(agent, bounty);
        return bounty;
    }

    /** GitHub has it so from now on, and tells. */
    void shows(PullRequestFixture pullRequest) {
        var built = pullRequest.build();
        guildhall.repositories.put(built);
        wake(new PullRequestName(built.repository(), built.number()));
    }

    /** Merged by a maintainer right now. */
    void merges(PullRequestFixture pullRequest) {
        shows(pullRequest.mergedBy(MAINTAINER, guildhall.clock.instant()));
    }

    void checksPass() {
        checks(HEAD, "success");
    }

    /**
     * @param conclusion null while they run
     */
    void checks(String head, @Nullable String conclusion) {
        String status = conclusion == null ? "in_progress" : "completed";
        guildhall.repositories.put(
                REPOSITORY, head, new Checks(List.of(new Check("build", status, conclusion))));
    }

    /** As a notice does. */
    void wake(PullRequestName name) {
        guildhall.transactions.run(() -> {
            if (!guildhall.trackedPullRequests.wake(name, guildhall.clock.instant())) {
                guildhall.trackedPullRequests.add(
                        TrackedPullRequest.found(name, guildhall.clock.instant()));
            }
        });
    }

    void follow() {
        market.use.followPullRequests.handle(100);
    }

    /** Until the next poll is due. */
    void waitForPoll() {
        guildhall.clock.advance(TrackedPullRequest.POLL);
    }

    void waitFor(Duration time) {
        guildhall.clock.advance(time);
    }

    String status(Bounty bounty) {
        return market.now(bounty).status().word();
    }

    TrackedPullRequest tracked() {
        return guildhall.trackedPullRequests.find(NAME).orElseThrow();
    }

    Claim claim(Bounty bounty) {
        return guildhall
                .claims
                .latest(bounty.id(), Objects.requireNonNull(agent.agent()))
                .orElseThrow();
    }

    List<Submission> rounds(Bounty bounty) {
        return guildhall.submissions.ofClaim(claim(bounty).id());
    }
}
