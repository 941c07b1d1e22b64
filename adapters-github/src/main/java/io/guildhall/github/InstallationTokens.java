package io.guildhall.github;

import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.shared.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.kohsuke.github.GHApp;
import org.kohsuke.github.GHAppCreateTokenBuilder;
import org.kohsuke.github.GHAppInstallationToken;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.HttpException;

/**
 * Tokens by which we act on a repository, each for that one alone, used again until shortly before
 * its end. To be asked outside of any unit of work.
 */
public final class InstallationTokens {

    private static final Logger LOG = Logger.getLogger(InstallationTokens.class);
    private static final int KEPT_MAX = 1_000;
    private static final int NOT_PROCESSABLE = 422;
    private static final Map<String, GHPermissionType> FOR_OTHERS =
            Map.of("contents", GHPermissionType.WRITE, "pull_requests", GHPermissionType.WRITE);

    private final Installations installations;
    private final InstantSource clock;
    private final GithubConnection api;
    private final GithubSettings settings;
    private final Map<Use, InstallationToken> kept = new ConcurrentHashMap<>();
    private final ReentrantLock making = new ReentrantLock();

    public InstallationTokens(
            GithubSettings settings, Installations installations, InstantSource clock) {
        this.installations = installations;
        this.clock = clock;
        this.settings = settings;
        var http = new GithubHttp(settings.timeLimit(), clock);
        var restraint = new Restraint(clock);
        // While GitHub is away, whoever waits behind one question is refused by what came of it.
        this.api =
                new GithubConnection(
                        request -> restraint.ask(() -> http.send(request)), settings.apiUrl());
    }

    /**
     * @param isForOthers whether somebody else will bear it, who may then do less
     */
    private record Use(RepositoryName repository, Serving serving, boolean isForOthers) {}

    /**
     * With all that our App may do there.
     *
     * @throws RefusedException with {@link RepositoryNotServed} when the App is not installed
     *     there, or with {@link io.guildhall.domain.codehost.GithubUnavailable}
     */
    public InstallationToken forRepository(RepositoryName repository) {
        return token(repository, false);
    }

    /**
     * To be given to somebody else: good for the code and the pull requests, and nothing more.
     *
     * @throws RefusedException as {@link #forRepository}; with {@link RepositoryNotServed} also
     *     when the App may not write both there
     */
    public InstallationToken forOthers(RepositoryName repository) {
        return token(repository, true);
    }

    /** GitHub does not take it any more. */
    void forget(InstallationToken token) {
        kept.values().remove(token);
    }

    private InstallationToken token(RepositoryName repository, boolean isForOthers) {
        Serving serving =
                installations.serving(repository).orElseThrow(() -> notServed(repository));
        Use use = new Use(repository, serving, isForOthers);
        Optional<InstallationToken> known = known(use);
        if (known.isPresent()) {
            return known.get();
        }
        // One at a time: many who ask for the same would each make GitHub make one.
        making.lock();
        try {
            return known(use).orElseGet(() -> keep(use, make(use)));
        } finally {
            making.unlock();
        }
    }

    private Optional<InstallationToken> known(Use use) {
        return Optional.ofNullable(kept.get(use)).filter(token -> token.isFresh(clock.instant()));
    }

    private InstallationToken keep(Use use, InstallationToken made) {
        Instant now = clock.instant();
        kept.values().removeIf(token -> !token.isFresh(now));
        if (kept.size() < KEPT_MAX) {
            kept.put(use, made);
        }
        return made;
    }

    private InstallationToken make(Use use) {
        RepositoryName repository = use.repository();
        long installation = use.serving().installation();
        Long id = use.serving().repository();
        try {
            GHApp app =
                    api.as(() ->
                                    "Bearer "
                                            + settings.key()
                                                    .token(settings.appId(), clock.instant()))
                            .getApp();
            GHAppCreateTokenBuilder asked = app.getInstallationById(installation).createToken();
            if (id == null) {
                asked.repositories(List.of(repository.name()));
            } else {
                asked.repositoryIds(List.of(id));
            }
            if (use.isForOthers()) {
                asked.permissions(FOR_OTHERS);
            }
            GHAppInstallationToken made = asked.create();
            return new InstallationToken(
                    installation,
                    repository,
                    id == null ? numberOf(made) : id,
                    Objects.requireNonNull(made.getToken()),
                    made.getExpiresAt().toInstant(),
                    botOf(app));
        } catch (GHFileNotFoundException _) {
            throw notServed(repository);
        } catch (HttpException answer) {
            if (answer.getResponseCode() == NOT_PROCESSABLE) {
                throw notServed(repository);
            }
            throw refused(answer);
        } catch (IOException failure) {
            throw refused(failure);
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            // The library trips over what is missing, or of another kind than it should be.
            LOG.errorf("GitHub gives this installation's App no token: %s", Told.by(unreadable));
            throw GithubHttp.unreadable();
        }
    }

    /**
     * Of one that we know by its name alone: GitHub means the one that the installation serves,
     * while under that name anybody's may be read by now.
     */
    private static long numberOf(GHAppInstallationToken made) {
        List<GHRepository> repositories = made.getRepositories();
        if (repositories == null || repositories.size() != 1) {
            throw GithubHttp.unavailable("it does not name the repository of a token", null);
        }
        return repositories.getFirst().getId();
    }

    /** Without it nobody could tell what we do from what the repository's people do. */
    private static String botOf(GHApp app) {
        String slug = app.getSlug();
        if (slug == null) {
            throw GithubHttp.unavailable("it does not name this installation's App", null);
        }
        return slug + "[bot]";
    }

    private static RefusedException refused(IOException failure) {
        LOG.errorf("GitHub gives this installation's App no token: %s", Told.by(failure));
        return GithubHttp.unavailable("it does not take this installation's App", null);
    }

    private static RefusedException notServed(RepositoryName repository) {
        return new RefusedException(new RepositoryNotServed(repository));
    }
}
