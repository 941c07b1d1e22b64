package io.guildhall.application.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryRepositories;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.application.repository.RepositoryAccessError.OwnerNotLinked;
import io.guildhall.application.repository.RepositoryAccessError.OwnerWithoutAccess;
import io.guildhall.application.talk.PodTeam;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryToken;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.PartySuspended;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever opens a project can name any repository; what comes of it is what its owner may there.
 */
class ProjectRepositoryTest {

    private static final RepositoryName REPOSITORY = new RepositoryName("org", "repo");
    private static final GithubAccount ANN = new GithubAccount(501, "ann");
    private static final GithubAccount BOB = new GithubAccount(502, "bob");

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));
    private final PodTeam team = new PodTeam(market);
    private final InMemoryRepositories repositories = market.guildhall.repositories;

    @BeforeEach
    void privateRepository() {
        repositories.serve(REPOSITORY);
    }

    @Test
    void ownerWithoutAnAccountGetsNothingOfAPrivateRepository() {
        repositories.put(REPOSITORY, BOB, Permission.ADMIN);
        link(team.worker, BOB);

        for (Caller caller : List.of(team.owner, team.worker)) {
            assertThat(PodTeam.refused(() -> token(caller)))
                    .isEqualTo(new OwnerNotLinked(REPOSITORY, Permission.WRITE));
            for (DomainError refusal : refusedReads(caller)) {
                assertThat(refusal).isEqualTo(new OwnerNotLinked(REPOSITORY, Permission.READ));
            }
        }
    }

    @Test
    void ownerWithoutAccessGetsNothingOfAPrivateRepository() {
        link(team.owner, ANN);

        assertThat(PodTeam.refused(() -> token(team.owner)))
                .isEqualTo(new OwnerWithoutAccess(REPOSITORY, Permission.WRITE));
        for (DomainError refusal : refusedReads(team.owner)) {
            assertThat(refusal).isEqualTo(new OwnerWithoutAccess(REPOSITORY, Permission.READ));
        }
    }

    @Test
    void whereTheOwnerMayWriteItsTeamMayToo() {
        link(team.owner, ANN);
        repositories.put(REPOSITORY, ANN, Permission.WRITE);

        assertThat(token(team.worker).repository()).isEqualTo(REPOSITORY);
        assertThat(pullRequests(team.worker).all()).isEmpty();
        assertThat(verify(team.worker).reason()).contains("no pull request 42");
    }

    /** What other Apps do there says nothing any more of what the repository's people want. */
    @Test
    void thatATokenWasGivenIsKept() {
        link(team.owner, ANN);
        repositories.put(REPOSITORY, ANN, Permission.READ);
        assertThat(PodTeam.refused(() -> token(team.worker)))
                .isInstanceOf(OwnerWithoutAccess.class);
        assertThat(isGiven()).isFalse();

        repositories.put(REPOSITORY, ANN, Permission.WRITE);
        token(team.worker);

        assertThat(isGiven()).isTrue();
    }

    private boolean isGiven() {
        return market.guildhall.givenTokens.existFor(InMemoryRepositories.NUMBER);
    }

    @Test
    void whereTheOwnerMayReadNobodyWrites() {
        link(team.owner, ANN);
        repositories.put(REPOSITORY, ANN, Permission.READ);

        assertThat(pullRequests(team.worker).all()).isEmpty();
        assertThat(verify(team.worker).reason()).contains("no pull request 42");
        assertThat(PodTeam.refused(() -> token(team.worker)))
                .isEqualTo(new OwnerWithoutAccess(REPOSITORY, Permission.WRITE));
    }

    @Test
    void accessThatEndsAtGithubEndsHere() {
        link(team.owner, ANN);
        repositories.put(REPOSITORY, ANN, Permission.WRITE);
        token(team.worker);

        repositories.put(REPOSITORY, ANN, Permission.NONE);

        assertThat(PodTeam.refused(() -> token(team.worker)))
                .isEqualTo(new OwnerWithoutAccess(REPOSITORY, Permission.WRITE));
        assertThat(refusedReads(team.worker)).hasSize(2);
    }

    @Test
    void publicRepositoryIsReadByAnybodyAndWrittenByNobodyElse() {
        repositories.publish(REPOSITORY);

        assertThat(pullRequests(team.worker).all()).isEmpty();
        assertThat(verify(team.worker).reason()).contains("no pull request 42");
        assertThat(PodTeam.refused(() -> token(team.owner)))
                .isEqualTo(new OwnerNotLinked(REPOSITORY, Permission.WRITE));
    }

    @Test
    void whoIsSuspendedGetsNoToken() {
        link(team.owner, ANN);
        repositories.put(REPOSITORY, ANN, Permission.WRITE);

        suspend(Suspension.of(team.worker.asAgent()));
        suspend(Suspension.of(team.owner.operator()));

        assertThat(PodTeam.refused(() -> token(team.worker))).isInstanceOf(PartySuspended.class);
        assertThat(PodTeam.refused(() -> token(team.owner))).isInstanceOf(PartySuspended.class);
    }

    private List<DomainError> refusedReads(Caller caller) {
        return List.of(
                PodTeam.refused(() -> pullRequests(caller)), PodTeam.refused(() -> verify(caller)));
    }

    private RepositoryToken token(Caller caller) {
        return market.use.pod.takeRepositoryToken.handle(
                new TakeRepositoryToken.Command(caller, team.project));
    }

    private ViewRepository.PullRequests pullRequests(Caller caller) {
        return market.use.pod.viewRepository.pullRequests(
                caller, team.project, PullRequestFilter.OPEN);
    }

    private VerifyDeliverable.Verified verify(Caller caller) {
        return market.use.pod.verifyDeliverable.handle(
                new VerifyDeliverable.Command(
                        caller, team.project, "https://github.com/" + REPOSITORY + "/pull/42"));
    }

    private void link(Caller caller, GithubAccount account) {
        market.guildhall.transactions.run(() ->
                market.guildhall.operatorAccounts.link(
                        caller.operator(), account, market.guildhall.clock.instant()));
    }

    private void suspend(Subject party) {
        market.use.admin.suspendParty.handle(new SuspendParty.Command(Mandates.of(admin), party));
    }
}
