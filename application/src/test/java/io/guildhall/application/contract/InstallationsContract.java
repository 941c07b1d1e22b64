package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of Installations knows. */
public abstract class InstallationsContract extends PortContract {

    private long one;
    private long other;
    private RepositoryName repository;
    private RepositoryName second;

    @BeforeEach
    public void names() {
        one = ids.next().getLeastSignificantBits() >>> 1;
        other = ids.next().getLeastSignificantBits() >>> 1;
        repository = new RepositoryName("octocat", ids.next().toString());
        second = new RepositoryName("octocat", ids.next().toString());
    }

    @Test
    public void repositoryIsServedUntilItIsLeft() {
        assertThat(serving(repository)).isEmpty();

        serve(one, repository, second);
        serve(one, repository, second);
        assertThat(serving(repository)).contains(one);
        assertThat(serving(new RepositoryName("OctoCat", repository.name()))).contains(one);

        leave(one, repository);
        leave(one, repository);
        assertThat(serving(repository)).isEmpty();
        assertThat(serving(second)).contains(one);
    }

    @Test
    public void lastToServeServes() {
        serve(one, repository);
        serve(other, repository);
        leave(one, repository);

        assertThat(serving(repository)).contains(other);
    }

    @Test
    public void suspendedOneServesNothingMeanwhile() {
        serve(one, repository);
        suspend(one, true);
        serve(one, second);
        assertThat(serving(repository)).isEmpty();
        assertThat(serving(second)).isEmpty();

        suspend(one, false);

        assertThat(serving(repository)).contains(one);
        assertThat(serving(second)).contains(one);
    }

    @Test
    public void ofSuspensionsTheNewestCounts() {
        Instant first = clock.instant();
        serve(one, repository);
        suspend(one, true, first.plusSeconds(20));
        suspend(one, false, first.plusSeconds(30));

        suspend(one, true, first.plusSeconds(20));
        assertThat(serving(repository)).contains(one);

        suspend(one, true, first.plusSeconds(40));
        suspend(one, false, first.plusSeconds(30));
        assertThat(serving(repository)).isEmpty();
    }

    @Test
    public void endOfASuspensionMayBeAsOldAsItsBeginning() {
        serve(one, repository);
        suspend(one, true, clock.instant());

        suspend(one, false, clock.instant());
        suspend(one, true, clock.instant());

        assertThat(serving(repository)).contains(one);
    }

    @Test
    public void suspensionMayComeFirst() {
        suspend(one, true, clock.instant().minusSeconds(60));
        serve(one, repository);

        assertThat(serving(repository)).isEmpty();
    }

    @Test
    public void removedOneNeverServesAgain() {
        serve(one, repository);
        remove(one);
        remove(one);
        assertThat(serving(repository)).isEmpty();

        serve(one, repository);
        suspend(one, false);

        assertThat(serving(repository)).isEmpty();
    }

    @Test
    public void removalMayComeFirst() {
        remove(one);
        serve(one, repository);

        assertThat(serving(repository)).isEmpty();
    }

    @Test
    public void nameIsTheRepositorysUntilAnotherHasIt() {
        assertThat(namedSince()).isEmpty();
        Instant first = clock.instant();
        serve(one, repository);
        clock.advance(Duration.ofHours(1));
        serve(one, repository);
        assertThat(namedSince()).contains(first);

        leave(one, repository);
        serve(other, repository);
        remove(other);
        assertThat(namedSince()).as("whoever serves it").contains(first);

        serve(one, new GithubRepository(idOf(repository) + 1, repository));
        assertThat(namedSince()).contains(clock.instant());
    }

    /** As after an outage of ours, in which GitHub told us nothing. */
    @Test
    public void whatIsHeardLateCountsFromWhenItWasSo() {
        Instant installed = clock.instant().minus(Duration.ofHours(3));
        GithubRepository told = new GithubRepository(idOf(repository), repository);
        serve(one, repository);

        unit(() -> ports().installations().serve(one, List.of(told), installed));

        assertThat(namedSince()).contains(installed);
        assertThat(isNamedAt(installed)).isTrue();
        assertThat(isNamedAt(installed.minusMillis(1))).isFalse();
    }

    @Test
    public void whatIsHeardLateIsNotFromWhenTheNameWasAnothers() {
        Instant first = clock.instant();
        serve(one, repository);
        GithubRepository other = new GithubRepository(idOf(repository) + 1, repository);

        unit(() ->
                ports().installations()
                        .serve(one, List.of(other), first.minus(Duration.ofHours(3))));

        assertThat(namedSince()).contains(first);
    }

    private boolean isNamedAt(Instant time) {
        return unit(() -> ports().installations().isNamedAt(repository, time));
    }

    @Test
    public void whatNobodyServesAnyMoreIsServedAgain() {
        serve(one, repository, second);
        remove(one);
        serve(other, repository);
        leave(other, repository);

        serve(other, repository);

        assertThat(serving(repository)).contains(other);
        assertThat(serving(second)).isEmpty();
    }

    private Optional<Instant> namedSince() {
        return unit(() -> ports().installations().namedSince(repository));
    }

    /** As after a rename, of which nothing else tells. */
    @Test
    public void whatIsMetIsServedUnlessItIsLeftOrAnothers() {
        meet(one, repository);
        assertThat(serving(repository)).contains(one);
        meet(other, repository);
        assertThat(serving(repository)).contains(one);

        leave(one, repository);
        meet(one, repository);
        assertThat(serving(repository)).isEmpty();
        remove(other);
        meet(other, second);
        assertThat(serving(second)).isEmpty();
    }

    @Test
    public void whatIsMetUnderAKnownNameIsAnother() {
        serve(one, repository);
        clock.advance(Duration.ofHours(1));
        meet(one, repository);
        assertThat(namedSince()).contains(clock.instant().minus(Duration.ofHours(1)));

        unit(() ->
                ports().installations()
                        .meet(
                                one,
                                new GithubRepository(idOf(repository) + 1, repository),
                                clock.instant()));

        assertThat(namedSince()).contains(clock.instant());
    }

    private void meet(long installation, RepositoryName name) {
        unit(() ->
                ports().installations()
                        .meet(
                                installation,
                                new GithubRepository(idOf(name), name),
                                clock.instant()));
    }

    @Test
    public void servedRepositoryIsKnownByItsNumber() {
        serve(one, repository);

        assertThat(unit(() -> ports().installations().serving(repository)))
                .contains(new Serving(one, idOf(repository)));
    }

    private Optional<Long> serving(RepositoryName name) {
        return unit(() -> ports().installations().serving(name)).map(Serving::installation);
    }

    private void serve(long installation, RepositoryName... names) {
        for (RepositoryName name : names) {
            serve(installation, new GithubRepository(idOf(name), name));
        }
    }

    private void serve(long installation, GithubRepository repository) {
        unit(() ->
                ports().installations().serve(installation, List.of(repository), clock.instant()));
    }

    private static long idOf(RepositoryName name) {
        return UUID.fromString(name.name()).getLeastSignificantBits() >>> 2;
    }

    private void leave(long installation, RepositoryName... names) {
        unit(() -> ports().installations().leave(installation, List.of(names), clock.instant()));
    }

    private void suspend(long installation, boolean suspended) {
        suspend(installation, suspended, clock.instant());
    }

    private void suspend(long installation, boolean suspended, Instant toldAt) {
        unit(() ->
                ports().installations().suspend(installation, suspended, toldAt, clock.instant()));
    }

    private void remove(long installation) {
        unit(() -> ports().installations().remove(installation, clock.instant()));
    }
}
