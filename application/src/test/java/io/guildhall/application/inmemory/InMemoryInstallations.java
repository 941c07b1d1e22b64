package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Which installation serves which repository, in memory. */
public final class InMemoryInstallations implements Installations {

    private final Rows<Long, State> installations;
    private final Rows<RepositoryName, Long> repositories;

    public InMemoryInstallations(InMemoryTransactions transactions) {
        this.installations = new Rows<>(transactions);
        this.repositories = new Rows<>(transactions);
    }

    private enum State {
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    @Override
    public Optional<Long> serving(RepositoryName repository) {
        return repositories
                .find(repository)
                .filter(installation -> state(installation) == State.ACTIVE);
    }

    @Override
    public void serve(long installation, Collection<RepositoryName> names, Instant now) {
        if (state(installation) == State.REMOVED) {
            return;
        }
        installations.put(installation, state(installation));
        names.forEach(name -> repositories.put(name, installation));
    }

    @Override
    public void leave(long installation, Collection<RepositoryName> names, Instant now) {
        names.stream()
                .filter(name ->
                        repositories.find(name).filter(by -> by == installation).isPresent())
                .forEach(repositories::remove);
    }

    @Override
    public void suspend(long installation, boolean suspended, Instant now) {
        if (state(installation) != State.REMOVED) {
            installations.put(installation, suspended ? State.SUSPENDED : State.ACTIVE);
        }
    }

    @Override
    public void remove(long installation, Instant now) {
        installations.put(installation, State.REMOVED);
        repositories.keysWhere((_, by) -> by == installation).forEach(repositories::remove);
    }

    private State state(long installation) {
        return installations.find(installation).orElse(State.ACTIVE);
    }
}
