package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.pullrequest.HandIn;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every implementation of TrackedPullRequests keeps. */
public abstract class TrackedPullRequestsContract extends PortContract {

    private static final String HEAD = "a".repeat(40);
    private static final int AT_ONCE = 6;

    private final RepositoryName repository = new RepositoryName("org", ids.next().toString());

    /** Put to sleep at the end, so that no other test takes them. */
    private final List<PullRequestName> kept = new ArrayList<>();

    private int number;

    @AfterEach
    public void nothingStaysDue() {
        for (PullRequestName name : kept) {
            unit(() -> {
                TrackedPullRequest found = find(name);
                ports().trackedPullRequests().save(found.looked(null, null, clock.instant()));
            });
        }
    }

    @Test
    public void everythingIsKept() {
        Claim claim = claimOnIssue(7);
        Submission submission = submission(claim, 1);
        TrackedPullRequest found = added();

        TrackedPullRequest assigned = save(assign(found, claim));
        TrackedPullRequest handedIn =
                save(
                        assigned.handIn(
                                        new HandIn(
                                                submission.id(),
                                                HEAD,
                                                true,
                                                clock.instant(),
                                                Instant.EPOCH,
                                                true),
                                        clock.instant())
                                .orThrow()
                                .state());
        TrackedPullRequest seen =
                save(
                        handedIn.looked(
                                new Seen(
                                        Stage.OPEN,
                                        HEAD,
                                        Set.of(Proof.CHECKS, Proof.MERGE),
                                        Set.of(7, 8),
                                        clock.instant(),
                                        clock.instant().minusSeconds(180)),
                                clock.instant().plusSeconds(60),
                                clock.instant()));
        TrackedPullRequest done = save(seen.finish(clock.instant()).orThrow().state());

        assertThat(find(found.name())).isEqualTo(done);
        assertThat(done.version()).isEqualTo(4);
        assertThat(ports().trackedPullRequests().of(claim.id())).contains(done);
    }

    @Test
    public void eachIsThereOnce() {
        TrackedPullRequest found = added();

        assertLosesRace(() -> ports().trackedPullRequests().add(found));
    }

    @Test
    public void whoSavesAnOldStateLosesTheRace() {
        TrackedPullRequest found = added();
        save(found.failed(null, clock.instant()));

        assertLosesRace(() -> ports().trackedPullRequests().save(found));
    }

    @Test
    public void claimHasOneThatIsAssigned() {
        Claim claim = claimOnIssue(7);
        TrackedPullRequest first = save(assign(added(), claim));
        TrackedPullRequest second = added();

        assertLosesRace(() -> ports().trackedPullRequests().save(assign(second, claim)));
        save(first.giveWay(clock.instant()).orThrow().state());
        TrackedPullRequest assigned = save(assign(second, claim));

        assertThat(ports().trackedPullRequests().of(claim.id())).contains(assigned);
    }

    @Test
    public void theOneAssignedIsTheClaims() {
        Claim claim = claimOnIssue(7);
        save(assign(added(), claim).finish(clock.instant()).orThrow().state());
        TrackedPullRequest assigned = save(assign(added(), claim));
        clock.advance(Duration.ofHours(1));
        save(assign(added(), claim).finish(clock.instant()).orThrow().state());

        assertThat(ports().trackedPullRequests().of(claim.id())).contains(assigned);
        assertThat(ports().trackedPullRequests().of(new ClaimId(ids.next()))).isEmpty();
    }

    @Test
    public void noticeMakesItDue() {
        TrackedPullRequest found = save(added().looked(null, null, clock.instant()));
        PullRequestName unknown = new PullRequestName(repository, 9_999);

        assertThat(wake(found.name())).isTrue();
        assertThat(wake(unknown)).isFalse();

        Instant told = clock.instant();
        assertThat(find(found.name()).dueAt()).isEqualTo(told);
        clock.advance(Duration.ofSeconds(1));
        wake(found.name());
        assertThat(find(found.name()).dueAt()).as("it keeps its turn").isEqualTo(told);
    }

    @Test
    public void noticeUndoesNoLookAndTheNextFollowsAtOnce() {
        added();
        Instant until = clock.instant().plusSeconds(300);
        TrackedPullRequest taken = take(until).orElseThrow();
        Instant told = clock.instant();
        wake(taken.name());
        noteAsked(taken.name(), told);
        assertThat(take(until)).as("somebody still looks").isEmpty();
        clock.advance(Duration.ofSeconds(2));

        Seen seen = new Seen(Stage.OPEN, HEAD, Set.of(), Set.of(), clock.instant(), null);
        TrackedPullRequest saved =
                save(taken.looked(seen, clock.instant().plusSeconds(180), clock.instant()));

        assertThat(find(taken.name())).isEqualTo(saved);
        assertThat(saved.seen()).isEqualTo(seen);
        assertThat(saved.askedAt()).isEqualTo(told);
        assertThat(saved.dueAt()).isEqualTo(told);
        TrackedPullRequest again = take(until).orElseThrow();
        assertThat(save(again.looked(seen, null, clock.instant())).dueAt()).isNull();
    }

    @Test
    public void noticeCountsAlsoWhereALookLeavesNothingToWaitFor() {
        added();
        TrackedPullRequest taken = take(clock.instant().plusSeconds(300)).orElseThrow();
        wake(taken.name());

        assertThat(save(taken.looked(null, null, clock.instant())).dueAt())
                .isEqualTo(clock.instant());
    }

    @Test
    public void whoDiesWhileLookingLeavesItToTheNext() {
        added();
        Instant until = clock.instant().plusSeconds(300);
        TrackedPullRequest taken = take(until).orElseThrow();
        wake(taken.name());
        clock.advance(Duration.ofMinutes(5));

        assertThat(take(until.plusSeconds(300)))
                .map(TrackedPullRequest::name)
                .contains(taken.name());
        assertLosesRace(() -> ports().trackedPullRequests().save(taken));
    }

    @Test
    public void headWakesOnlyTheWorkThatEndsWithIt() {
        Seen seen = new Seen(Stage.OPEN, HEAD, Set.of(), Set.of(), clock.instant(), null);
        TrackedPullRequest loose = save(added().looked(seen, null, clock.instant()));
        TrackedPullRequest work =
                save(assign(added(), claimOnIssue(7)).looked(seen, null, clock.instant()));

        unit(() ->
                ports().trackedPullRequests()
                        .wakeWithHead(repository, "b".repeat(40), clock.instant()));
        assertThat(find(work.name()).dueAt()).isNull();
        unit(() -> ports().trackedPullRequests().wakeWithHead(repository, HEAD, clock.instant()));

        assertThat(find(work.name()).dueAt()).isEqualTo(clock.instant());
        assertThat(find(loose.name()).dueAt()).isNull();
    }

    @Test
    public void latestRequestForAReviewCounts() {
        PullRequestName name = added().name();
        Instant late = clock.instant().plusSeconds(60);

        noteAsked(name, late);
        noteAsked(name, clock.instant());

        assertThat(find(name).askedAt()).isEqualTo(late);
    }

    @Test
    public void whatIsTakenIsKeptFromOthersUntilThen() {
        TrackedPullRequest first = added();
        clock.advance(Duration.ofSeconds(1));
        TrackedPullRequest second = added();
        Instant until = clock.instant().plusSeconds(300);

        TrackedPullRequest taken = take(until).orElseThrow();
        assertThat(taken.name()).isEqualTo(first.name());
        assertThat(taken).isEqualTo(find(first.name()));
        assertThat(take(until)).map(TrackedPullRequest::name).contains(second.name());
        assertThat(take(until)).isEmpty();
        clock.advance(Duration.ofMinutes(5));

        assertThat(take(until.plusSeconds(600)))
                .map(TrackedPullRequest::name)
                .contains(first.name());
    }

    @Test
    public void ofManyAtOnceEachTakesAnother() throws InterruptedException {
        List<PullRequestName> due = new ArrayList<>();
        for (int count = 0; count < AT_ONCE; count++) {
            due.add(added().name());
        }
        List<PullRequestName> taken = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                AT_ONCE,
                _ -> taken.add(take(clock.instant().plusSeconds(300)).orElseThrow().name()));

        assertThat(taken).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    public void worksAreTheActiveClaimsInTheRepository() {
        Agent agent = agentOf(operator());
        Claim first = claimOnIssue(agent, repository, 7);
        Claim second = claimOnIssue(agent, repository, 8);
        claimOnIssue(agent, new RepositoryName("org", ids.next().toString()), 7);
        claimOnIssue(7);
        released(claimOnIssue(agent, repository, 9));

        assertThat(worksOf(agent)).containsExactly(first.id(), second.id());
    }

    @Test
    public void acceptedWorkIsNotWorkedOnWhileItsMoneyIsOnTheWay() {
        Agent agent = agentOf(operator());
        Claim claim = claimOnIssue(agent, repository, 7);
        Submission submission = submission(claim, 1);
        becomes(claim, bounty -> bounty.receive(claim.id(), submission.id(), clock.instant()));
        assertThat(worksOf(agent)).containsExactly(claim.id());

        becomes(claim, bounty -> bounty.complete(clock.instant()));

        assertThat(worksOf(agent)).isEmpty();
    }

    @Test
    public void repositoryIsSearchedWhileALinkedAgentHasNothingOpenThere() {
        Agent agent = agentOf(operator());
        Claim claim = claimOnIssue(agent, repository, 7);
        assertThat(search()).as("its agent is not linked").isFalse();
        link(agent);

        assertThat(search()).isTrue();
        assertThat(search()).as("it is not time again").isFalse();
        clock.advance(Duration.ofMinutes(3));
        assertThat(search()).isTrue();

        unit(() ->
                ports().trackedPullRequests()
                        .postponeSearch(repository, clock.instant().plus(Duration.ofMinutes(10))));
        clock.advance(Duration.ofMinutes(9));
        assertThat(search()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(search()).isTrue();

        clock.advance(Duration.ofMinutes(3));
        TrackedPullRequest assigned = save(assign(added(), claim));
        assertThat(search()).isFalse();
        Seen closed = new Seen(Stage.CLOSED, HEAD, Set.of(), Set.of(), clock.instant(), null);
        save(assigned.looked(closed, null, clock.instant()));
        assertThat(search()).isTrue();
    }

    private List<ClaimId> worksOf(Agent agent) {
        return unit(() -> ports().trackedPullRequests().worksOf(agent.id(), repository));
    }

    private void becomes(Claim claim, Function<Bounty, Decision<Bounty>> command) {
        unit(() -> {
            Bounty bounty = ports().bounties().find(claim.bounty()).orElseThrow();
            ports().bounties().save(command.apply(bounty).orThrow().state());
        });
    }

    /** Whether this test's repository is taken; those of other tests may be due as well. */
    private boolean search() {
        Instant again = clock.instant().plus(Duration.ofMinutes(3));
        Optional<RepositoryName> taken;
        do {
            taken = unit(() -> ports().trackedPullRequests().takeToSearch(clock.instant(), again));
        } while (taken.isPresent() && !taken.get().equals(repository));
        return taken.isPresent();
    }

    private void link(Agent agent) {
        long account = ids.next().getLeastSignificantBits() >>> 1;
        unit(() ->
                ports().agentLinks()
                        .add(
                                AgentLink.of(agent.id(), null)
                                        .linked(new GithubAccount(account, "octobot"))));
    }

    private Claim claimOnIssue(int issue) {
        return claimOnIssue(agentOf(operator()), repository, issue);
    }

    private Claim claimOnIssue(Agent agent, RepositoryName where, int issue) {
        Bounty bounty =
                openBounty(
                        operator(),
                        TermsFixture.terms()
                                .issueUrl(
                                        "https://github.com/Org/"
                                                + where.name()
                                                + "/issues/"
                                                + issue)
                                .build());
        return activeClaim(bounty, agent);
    }

    private TrackedPullRequest added() {
        number++;
        TrackedPullRequest found =
                TrackedPullRequest.found(new PullRequestName(repository, number), clock.instant());
        unit(() -> ports().trackedPullRequests().add(found));
        kept.add(found.name());
        return found;
    }

    private TrackedPullRequest assign(TrackedPullRequest found, Claim claim) {
        Decision<TrackedPullRequest> assigned =
                found.assign(claim.bounty(), claim.id(), true, clock.instant());
        return assigned.orThrow().state();
    }

    private TrackedPullRequest save(TrackedPullRequest changed) {
        return unit(() -> ports().trackedPullRequests().save(changed));
    }

    private TrackedPullRequest find(PullRequestName name) {
        return ports().trackedPullRequests().find(name).orElseThrow();
    }

    private Optional<TrackedPullRequest> take(Instant until) {
        return unit(() -> ports().trackedPullRequests().takeDue(clock.instant(), until));
    }

    private boolean wake(PullRequestName name) {
        return unit(() -> ports().trackedPullRequests().wake(name, clock.instant()));
    }

    private void noteAsked(PullRequestName name, Instant at) {
        unit(() -> ports().trackedPullRequests().noteAsked(name, at));
    }
}
