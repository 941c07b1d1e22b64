package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.github.PublishedApi.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * GitHub with one App, as its published description has it: it complains of each request that
 * GitHub would not take, and each answer of its own has the published form. It notes what it was
 * asked, and has trouble when it is told to.
 */
public final class StubGithub implements AutoCloseable {

    public static final String APP_ID = "31337";
    public static final String CLIENT_ID = "Iv23li0000guildhall1";
    public static final String CLIENT_SECRET = "c11e47-5ec2e7-0f-the-app";

    /** As which GitHub shows what its App does. */
    public static final String BOT = "octoapp[bot]";

    public static final String WEBHOOK_SECRET = "w38h00k-5ec2e7-0f-the-app";

    private final HttpServer server;
    private final URI url;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PublishedApi published = new PublishedApi();
    private final AppIdentity identity;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final StubSecrets secrets = new StubSecrets();
    private final StubAccounts accounts = new StubAccounts(secrets);
    private final StubInstallations installations;
    private final StubRenames renames = new StubRenames();
    private final StubRepositories repositories = new StubRepositories(published);
    private final AtomicInteger left = new AtomicInteger(5_000);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Trouble trouble;
    private volatile boolean silent;
    private volatile boolean losing;

    private volatile @Nullable Said said;
    private volatile boolean endless;

    private record Trouble(int status, Map<String, String> headers, String message) {}

    private record Said(int status, String body) {}

    private StubGithub(HttpServer server, AppIdentity identity) {
        this.server = server;
        this.url =
                URI.create(
                        "http://"
                                + server.getAddress().getAddress().getHostAddress()
                                + ":"
                                + server.getAddress().getPort());
        this.identity = identity;
        this.installations = new StubInstallations(identity, apiOf(url), secrets);
    }

    public static StubGithub start() {
        return at(0, AppIdentity.make());
    }

    /** At a port that its App was told before. */
    public static StubGithub at(int port, AppIdentity identity) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            StubGithub github = new StubGithub(server, identity);
            server.createContext("/", github::answer);
            server.setExecutor(github.threads);
            server.start();
            return github;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both of its addresses in one. */
    public URI url() {
        return url;
    }

    public URI apiUrl() {
        return apiOf(url);
    }

    private static URI apiOf(URI url) {
        return URI.create(url + "/api/v3");
    }

    public AppIdentity identity() {
        return identity;
    }

    /**
     * Somebody has consented.
     *
     * @return the code that they come back with
     */
    public String consented(GithubAccount account) {
        return accounts.consented(account);
    }

    /** Nothing is answered to the account's own tokens until then. */
    public void spend(GithubAccount account, Instant until) {
        accounts.spend(account, until);
    }

    /** The number of the repository that has this name first. */
    public static long idOf(RepositoryName repository) {
        return idOf(repository.name());
    }

    static long idOf(String name) {
        return Integer.toUnsignedLong(name.hashCode()) + 1;
    }

    /** As our App is told of it. */
    public static GithubRepository told(RepositoryName repository) {
        return new GithubRepository(idOf(repository), repository);
    }

    public void install(long installation, String... repositoryNames) {
        installations.install(installation, Set.of(repositoryNames));
    }

    /** What is in it is to be put there anew; whoever asks under the old name is sent on. */
    public void rename(RepositoryName repository, RepositoryName now) {
        renames.rename(repository, now);
        repositories.rename(idOf(repository), now);
    }

    /** Everything is answered so until it recovers. */
    public void fail(int status, Map<String, String> headers) {
        fail(status, headers, "trouble");
    }

    public void fail(int status, Map<String, String> headers, String message) {
        trouble = new Trouble(status, headers, message);
    }

    /** The next comment is said, and whoever said it does not hear of it. */
    public void loseAnswerToComment() {
        losing = true;
    }

    /** What is in them, and what was said there. */
    public StubRepositories repositories() {
        return repositories;
    }

    /** How many requests are left of an hour's. */
    public int left() {
        return left.get();
    }

    /** A token that was given is taken back. */
    public void revokeTokens() {
        installations.revokeTokens();
    }

    public void fallSilent() {
        silent = true;
    }

    /** This is the answer to everything until it recovers, as of somebody who pretends to be it. */
    public void say(int status, String body) {
        said = new Said(status, body);
    }

    /** Each answer begins, and never ends. */
    public void neverEnd() {
        endless = true;
    }

    public void recover() {
        said = null;
        trouble = null;
        silent = false;
    }

    /** Such as {@code GET /user}, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What GitHub would not have taken. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Codes and tokens that nobody else may show. */
    public List<String> secretsGiven() {
        return secrets.given();
    }

    private void answer(HttpExchange asking) throws IOException {
        try (asking) {
            var exchange = new StubExchange(asking, published, complaints);
            asked.add(exchange.question());
            if (silent) {
                awaitEnd();
                return;
            }
            if (endless) {
                exchange.begin();
                awaitEnd();
                return;
            }
            Said instead = said;
            if (instead != null) {
                exchange.send(instead.status(), instead.body());
                return;
            }
            Trouble met = trouble;
            if (met != null) {
                met.headers().forEach(exchange::addHeader);
                exchange.send(met.status(), "{\"message\": \"" + met.message() + "\"}");
                return;
            }
            switch (exchange.question()) {
                case "GET /login/oauth/authorize" -> accounts.consent(exchange);
                case "POST /login/oauth/access_token" -> accounts.exchangeCode(exchange);
                default -> api(exchange);
            }
        }
    }

    private void api(StubExchange exchange) throws IOException {
        String base = apiUrl().getPath();
        if (!exchange.path().startsWith(base + "/")) {
            exchange.complain("nothing is at " + exchange.path());
            return;
        }
        String path = renames.whereItIs(exchange.path().substring(base.length()));
        Optional<Call> call = published.find(exchange.method(), path);
        if (call.isEmpty()) {
            exchange.complain("not in the description: " + exchange.method() + " " + path);
            return;
        }
        List<String> problems = exchange.problemsAs(call.get());
        if (!problems.isEmpty()) {
            exchange.complain(path + ": " + problems);
            return;
        }
        answer(exchange, call.get(), path);
    }

    private void answer(StubExchange exchange, Call call, String path) throws IOException {
        if (call.path().equals("/user")) {
            accounts.answer(exchange, call);
        } else if (call.path().startsWith("/repos/")) {
            repository(exchange, call, path);
        } else {
            installations.answer(exchange, call, path);
        }
    }

    private void repository(StubExchange exchange, Call call, String path) throws IOException {
        String name = path.split("/", -1)[3];
        if (!renames.isOrBecame(installations.repositoryOf(exchange.bearer()), name)) {
            exchange.send(401, "{\"message\": \"Bad credentials\"}");
            return;
        }
        Optional<String> moved = renames.movedTo(path);
        if (moved.isPresent()) {
            String query = exchange.rawQuery();
            String there = apiUrl() + moved.get() + (query == null ? "" : "?" + query);
            exchange.addHeader("Location", there);
            exchange.send(301, "{\"message\": \"Moved Permanently\", \"url\": \"" + there + "\"}");
            return;
        }
        Optional<JsonNode> answer =
                repositories.answer(call, path, exchange.query(), exchange.body());
        if (answer.isEmpty()) {
            exchange.send(404, "{\"message\": \"Not Found\"}");
        } else if (losing && call.method().equals("post")) {
            losing = false;
            exchange.lose();
        } else {
            publishTagged(exchange, call, answer.get());
        }
    }

    /** What has not changed costs nothing of the limit. */
    private void publishTagged(StubExchange exchange, Call call, JsonNode body) throws IOException {
        String tag = "\"" + Integer.toHexString(body.toString().hashCode()) + "\"";
        exchange.addHeader("ETag", tag);
        if (tag.equals(exchange.header("If-None-Match"))) {
            exchange.send(304);
            return;
        }
        exchange.addHeader("X-RateLimit-Remaining", String.valueOf(left.decrementAndGet()));
        exchange.publish(call, body);
    }

    private void awaitEnd() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
