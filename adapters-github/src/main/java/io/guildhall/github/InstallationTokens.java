package io.guildhall.github;

import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.shared.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.kohsuke.github.GHAppInstallationToken;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;

/**
 * Tokens by which we act on a repository, each for that one alone, used again until shortly before
 * its end. To be asked outside of any unit of work.
 */
public final class InstallationTokens {

    private static final Logger LOG = Logger.getLogger(InstallationTokens.class);
    private static final int KEPT_MAX = 1_000;
    private static final int NOT_PROCESSABLE = 422;

    private final Installations installations;
    private final InstantSource clock;
    private final GithubConnection api;
    private final GithubSettings settings;
    private final Map<RepositoryName, InstallationToken> kept = new ConcurrentHashMap<>();
    private final ReentrantLock making = new ReentrantLock();

    public InstallationTokens(
            GithubSettings settings, Installations installations, InstantSource clock) {
        this.installations = installations;
        this.clock = clock;
        this.settings = settings;
        this.api =
                new GithubConnection(
                        new GithubHttp(settings.timeLimit(), clock), settings.apiUrl());
    }

    /**
     * @throws RefusedException with {@link RepositoryNotServed} when the App is not installed
     *     there, or with {@link io.guildhall.domain.codehost.GithubUnavailable}
     */
    public InstallationToken forRepository(RepositoryName repository) {
        long installation =
                installations.serving(repository).orElseThrow(() -> notServed(repository));
        InstallationToken known = kept.get(repository);
        if (known != null && known.isFresh(clock.instant())) {
            return known;
        }
        // One at a time: many who ask for the same would each make GitHub make one.
        making.lock();
        try {
            InstallationToken made = kept.get(repository);
            if (made != null && made.isFresh(clock.instant())) {
                return made;
            }
            return keep(make(installation, repository));
        } finally {
            making.unlock();
        }
    }

    private InstallationToken keep(InstallationToken made) {
        Instant now = clock.instant();
        kept.values().removeIf(token -> !token.isFresh(now));
        if (kept.size() < KEPT_MAX) {
            kept.put(made.repository(), made);
        }
        return made;
    }

    private InstallationToken make(long installation, RepositoryName repository) {
        try {
            GitHub app =
                    api.as(() ->
                            "Bearer " + settings.key().token(settings.appId(), clock.instant()));
            GHAppInstallationToken made =
                    app.getApp()
                            .getInstallationById(installation)
                            .createToken()
                            .repositories(List.of(repository.name()))
                            .create();
            return new InstallationToken(
                    repository, made.getToken(), made.getExpiresAt().toInstant());
        } catch (GHFileNotFoundException _) {
            throw notServed(repository);
        } catch (HttpException answer) {
            if (answer.getResponseCode() == NOT_PROCESSABLE) {
                throw notServed(repository);
            }
            throw refused(answer);
        } catch (IOException failure) {
            throw refused(failure);
        }
    }

    private static RefusedException refused(IOException failure) {
        LOG.errorf("GitHub gives this installation's App no token: %s", Told.by(failure));
        return GithubHttp.unavailable("it does not take this installation's App", null);
    }

    private static RefusedException notServed(RepositoryName repository) {
        return new RefusedException(new RepositoryNotServed(repository));
    }
}
