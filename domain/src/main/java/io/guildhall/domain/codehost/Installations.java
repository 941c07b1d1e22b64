package io.guildhall.domain.codehost;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which installation of our GitHub App serves which repository, as GitHub last told. It tells at
 * least once and in any order, so each of these can be said twice; what an installation that was
 * removed is said to serve changes nothing any more, since its number never comes back; and of
 * suspensions the newest counts. When a repository was added or taken away is not told, so that of
 * these the last to be heard counts.
 */
public interface Installations {

    /**
     * @param repository GitHub's number of the repository; null until it is told, for one from
     *     before numbers were kept
     */
    record Serving(long installation, @Nullable Long repository) {}

    /** Empty as well while the installation is suspended. */
    Optional<Serving> serving(RepositoryName repository);

    /**
     * Since when the name is that of the repository that it means now, whoever served it in
     * between; empty for one of which GitHub has told nothing.
     */
    Optional<Instant> namedSince(RepositoryName repository);

    /**
     * Whether the name was its repository's at that time: whoever takes a name that was given up is
     * somebody else.
     */
    default boolean isNamedAt(RepositoryName repository, Instant time) {
        return namedSince(repository).filter(since -> !since.isAfter(time)).isPresent();
    }

    /**
     * A repository that another installation served is this one's from now on.
     *
     * @param toldOf when it was so, at the latest; that is heard late where we were away. What is
     *     known of another that had the name until then counts nevertheless
     */
    void serve(long installation, Collection<GithubRepository> repositories, Instant toldOf);

    /**
     * GitHub tells something else of a repository, as by an installation that may see it. One that
     * is not known is served by it from now on, and so is one that has taken the name of what it
     * serves; what is left, or served by another, stays as it is.
     *
     * @param toldOf as for {@link #serve}
     */
    void meet(long installation, GithubRepository repository, Instant toldOf);

    /** What another installation serves stays as it is. */
    void leave(long installation, Collection<RepositoryName> repositories, Instant now);

    /**
     * Changes nothing if something newer was told. The end of a suspension may be told with the
     * time of its beginning, and counts then.
     *
     * @param toldAt how old what is told is, by GitHub's clock
     */
    void suspend(long installation, boolean suspended, Instant toldAt, Instant now);

    /** For good. */
    void remove(long installation, Instant now);
}
