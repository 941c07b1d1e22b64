package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which installation serves which repository, in memory. */
public final class InMemoryInstallations implements Installations {

    private final Rows<Long, State> installations;
    private final Rows<Long, Instant> toldAt;
    private final Rows<RepositoryName, Known> repositories;

    public InMemoryInstallations(InMemoryTransactions transactions) {
        this.installations = new Rows<>(transactions);
        this.toldAt = new Rows<>(transactions);
        this.repositories = new Rows<>(transactions);
    }

    private enum State {
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    /**
     * @param id null for one from before numbers were kept
     * @param by the installation that serves it, or null
     */
    private record Known(@Nullable Long id, @Nullable Long by, Instant namedSince) {

        /** Since when the name is the repository's, which was told of then. */
        Instant since(long repository, long installation, Instant toldOf) {
            boolean isSame = id == null ? isServedBy(installation) : id == repository;
            Instant earlier = toldOf.isBefore(namedSince) ? toldOf : namedSince;
            Instant later = toldOf.isBefore(namedSince) ? namedSince : toldOf;
            return isSame ? earlier : later;
        }

        boolean isServedBy(long installation) {
            return by != null && by == installation;
        }

        Optional<Serving> serving() {
            return Optional.ofNullable(by).map(installation -> new Serving(installation, id));
        }

        Known left() {
            return new Known(id, null, namedSince);
        }
    }

    /** As one from before numbers were kept. */
    public void forgetNumber(RepositoryName repository) {
        repositories
                .find(repository)
                .ifPresent(known ->
                        repositories.put(repository, new Known(null, known.by(), Instant.EPOCH)));
    }

    @Override
    public Optional<Serving> serving(RepositoryName repository) {
        return repositories
                .find(repository)
                .flatMap(Known::serving)
                .filter(serving -> state(serving.installation()) == State.ACTIVE);
    }

    @Override
    public Optional<Instant> namedSince(RepositoryName repository) {
        return repositories.find(repository).map(Known::namedSince);
    }

    @Override
    public void serve(long installation, Collection<GithubRepository> served, Instant toldOf) {
        if (state(installation) == State.REMOVED) {
            return;
        }
        installations.put(installation, state(installation));
        for (GithubRepository repository : served) {
            Instant since =
                    repositories
                            .find(repository.name())
                            .map(known -> known.since(repository.id(), installation, toldOf))
                            .orElse(toldOf);
            repositories.put(repository.name(), new Known(repository.id(), installation, since));
        }
    }

    @Override
    public void meet(long installation, GithubRepository repository, Instant toldOf) {
        boolean isAnothers =
                repositories
                        .find(repository.name())
                        .filter(known -> !known.isServedBy(installation))
                        .isPresent();
        if (!isAnothers) {
            serve(installation, List.of(repository), toldOf);
        }
    }

    @Override
    public void leave(long installation, Collection<RepositoryName> names, Instant now) {
        names.forEach(name -> leave(installation, name));
    }

    @Override
    public void suspend(long installation, boolean suspended, Instant told, Instant now) {
        boolean isOld =
                toldAt.find(installation)
                        .filter(last -> told.isBefore(last) || (suspended && !told.isAfter(last)))
                        .isPresent();
        if (state(installation) != State.REMOVED && !isOld) {
            installations.put(installation, suspended ? State.SUSPENDED : State.ACTIVE);
            toldAt.put(installation, told);
        }
    }

    @Override
    public void remove(long installation, Instant now) {
        installations.put(installation, State.REMOVED);
        repositories
                .keysWhere((_, known) -> known.isServedBy(installation))
                .forEach(name -> leave(installation, name));
    }

    private void leave(long installation, RepositoryName name) {
        repositories
                .find(name)
                .filter(known -> known.isServedBy(installation))
                .ifPresent(known -> repositories.put(name, known.left()));
    }

    private State state(long installation) {
        return installations.find(installation).orElse(State.ACTIVE);
    }
}
