package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.NoticeSignatures;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Secret;
import io.guildhall.application.codehost.HearNotices;
import io.guildhall.application.codehost.ReceiveNotice;
import io.guildhall.application.party.BeginGithubLink;
import io.guildhall.application.party.ConfirmGithubLink;
import io.guildhall.application.party.ReturnFromGithub;
import io.guildhall.application.party.ViewUnconfirmedLink;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.bootstrap.configuration.SecretSetting;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.github.AppKey;
import io.guildhall.github.CommentListener;
import io.guildhall.github.GithubCodeHost;
import io.guildhall.github.GithubRepositories;
import io.guildhall.github.GithubSettings;
import io.guildhall.github.HmacNoticeSignatures;
import io.guildhall.github.InstallationListener;
import io.guildhall.github.InstallationTokens;
import io.guildhall.github.NoGithub;
import io.guildhall.github.PullRequestListener;
import io.guildhall.github.RepositoryListener;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** GitHub, where an App is set up. Half a setup stops the start. */
@Singleton
final class GithubWiring {

    private static final Logger LOG = Logger.getLogger(GithubWiring.class);
    private static final String PREFIX = "guildhall.github.";

    /** Tests have a GitHub of their own on their own machine. */
    private static final Set<String> STAND_INS = Set.of("127.0.0.1", "localhost");

    private static final String APP_ID = PREFIX + "app-id (GUILDHALL_GITHUB_APP_ID)";

    /** Our App as it is set up. */
    record Github(GithubSettings settings, NoticeSignatures signatures) {}

    @Produces
    @Singleton
    Optional<Github> github(GuildhallConfig config) {
        return read(config.github());
    }

    /** Reads the settings at the start, and not when somebody first asks for GitHub. */
    void check(@Observes StartupEvent start, Optional<Github> github) {
        github.ifPresent(on ->
                LOG.infof(
                        "Agents are linked by the GitHub App %s at %s",
                        on.settings().appId(), on.settings().url()));
    }

    @Produces
    @Singleton
    CodeHost codeHost(Optional<Github> github, InstantSource clock) {
        return github.<CodeHost>map(on -> new GithubCodeHost(on.settings(), clock))
                .orElseGet(NoGithub::new);
    }

    @Produces
    @Singleton
    Repositories repositories(
            Optional<Github> github, Installations installations, InstantSource clock) {
        return github.<Repositories>map(
                        on -> {
                            GithubSettings settings = on.settings();
                            var tokens = new InstallationTokens(settings, installations, clock);
                            return new GithubRepositories(settings, tokens, clock);
                        })
                .orElseGet(NoGithub::new);
    }

    @Produces
    @Singleton
    NoticeSignatures noticeSignatures(Optional<Github> github) {
        return github.map(Github::signatures).orElseGet(NoGithub::new);
    }

    @Produces
    @Singleton
    BeginGithubLink beginGithubLink(
            UseCaseContext context,
            Agents agents,
            Suspensions suspensions,
            AgentLinks links,
            GithubLinkRequests requests,
            CodeHost codeHost,
            RandomSource random,
            InstantSource worldClock) {
        return new BeginGithubLink(
                context, agents, suspensions, links, requests, codeHost, random, worldClock);
    }

    @Produces
    @Singleton
    ReturnFromGithub returnFromGithub(
            Transactions transactions,
            GithubLinkRequests requests,
            CodeHost codeHost,
            RandomSource random,
            InstantSource worldClock) {
        return new ReturnFromGithub(transactions, requests, codeHost, random, worldClock);
    }

    @Produces
    @Singleton
    ViewUnconfirmedLink viewUnconfirmedLink(
            GithubLinkRequests requests,
            Operators operators,
            Agents agents,
            InstantSource worldClock) {
        return new ViewUnconfirmedLink(requests, operators, agents, worldClock);
    }

    @Produces
    @Singleton
    ConfirmGithubLink confirmGithubLink(
            UseCaseContext context,
            Agents agents,
            AgentLinks links,
            OperatorAccounts accounts,
            GithubLinkRequests requests,
            InstantSource worldClock) {
        return new ConfirmGithubLink(context, agents, links, accounts, requests, worldClock);
    }

    @Produces
    @Singleton
    ReceiveNotice receiveNotice(
            Transactions transactions,
            Notices notices,
            NoticeSignatures signatures,
            InstantSource worldClock) {
        return new ReceiveNotice(transactions, notices, signatures, worldClock);
    }

    @Produces
    @Singleton
    HearNotices hearNotices(
            Transactions transactions,
            Notices notices,
            Installations installations,
            TrackedPullRequests pullRequests,
            AgentLinks links,
            CommentCommands commentCommands,
            InstantSource worldClock) {
        return new HearNotices(
                transactions,
                notices,
                List.of(
                        new InstallationListener(installations),
                        new RepositoryListener(installations),
                        new PullRequestListener(pullRequests, links),
                        new CommentListener(commentCommands)),
                worldClock,
                (failed, failure) ->
                        LOG.errorf(
                                failure,
                                "Notice %s of GitHub could not be heard, for the %d. time%s",
                                failed.id(),
                                failed.failures(),
                                failed.isGivenUp() ? "; it is given up" : ""));
    }

    /** Empty where none is set up. */
    static Optional<Github> read(GuildhallConfig.Github github) {
        if (github.appId().isEmpty()) {
            refuseWithoutApp(github);
            return Optional.empty();
        }
        Secret key = needed("private-key", github.privateKey(), github.privateKeyFile());
        Secret clientSecret =
                needed("client-secret", github.clientSecret(), github.clientSecretFile());
        Secret webhookSecret =
                needed("webhook-secret", github.webhookSecret(), github.webhookSecretFile());
        try {
            var settings =
                    new GithubSettings(
                            github.appId().get().strip(),
                            key(key),
                            github.clientId().orElseThrow(() -> missing("client-id")).strip(),
                            clientSecret,
                            webhookSecret,
                            ofGithub("api-url", github.apiUrl(), "api.github.com"),
                            ofGithub("url", github.url(), "github.com"),
                            url(
                                    "public-url",
                                    github.publicUrl().orElseThrow(() -> missing("public-url"))),
                            github.timeLimit());
            return Optional.of(new Github(settings, new HmacNoticeSignatures(webhookSecret)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(PREFIX + "*: " + wrong.getMessage());
        }
    }

    private static void refuseWithoutApp(GuildhallConfig.Github github) {
        boolean half =
                github.privateKey().isPresent()
                        || github.privateKeyFile().isPresent()
                        || github.clientId().isPresent()
                        || github.clientSecret().isPresent()
                        || github.clientSecretFile().isPresent()
                        || github.webhookSecret().isPresent()
                        || github.webhookSecretFile().isPresent()
                        || github.publicUrl().isPresent();
        if (half) {
            throw new IllegalStateException(
                    "Some of " + PREFIX + "* is set, but not " + APP_ID + ": set it, or none");
        }
    }

    private static AppKey key(Secret pem) {
        try {
            return AppKey.of(pem);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(PREFIX + "private-key " + unreadable.getMessage());
        }
    }

    private static Secret needed(String name, Optional<String> value, Optional<Path> file) {
        try {
            return SecretSetting.read(value, file).orElseThrow(() -> missing(name));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(PREFIX + name + " " + unreadable.getMessage());
        }
    }

    /**
     * Bounties, projects and comments name what is on github.com: asked of another server, the same
     * names would be those of others' repositories.
     */
    private static URI ofGithub(String name, String text, String host) {
        URI given = url(name, text);
        boolean isElsewhere =
                given.getHost() != null
                        && !given.getHost().equalsIgnoreCase(host)
                        && !STAND_INS.contains(given.getHost());
        if (isElsewhere) {
            throw new IllegalStateException(
                    PREFIX
                            + name
                            + " must be at "
                            + host
                            + ": a GitHub Enterprise Server is not served. Leave it out");
        }
        return given;
    }

    private static URI url(String name, String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(PREFIX + name + " must be a URL");
        }
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                APP_ID + " is set, but not " + PREFIX + name + ": set all of an App, or none");
    }
}
