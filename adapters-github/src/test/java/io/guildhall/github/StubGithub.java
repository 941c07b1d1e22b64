package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PublishedApi published = new PublishedApi();
    private final AppIdentity identity;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, GithubAccount> codes = new ConcurrentHashMap<>();
    private final Map<String, GithubAccount> tokens = new ConcurrentHashMap<>();
    private final Map<Long, Instant> spent = new ConcurrentHashMap<>();
    private final Map<Long, Set<String>> installations = new ConcurrentHashMap<>();
    private final Map<String, String> repositoryTokens = new ConcurrentHashMap<>();
    private final Map<String, RepositoryName> renamed = new ConcurrentHashMap<>();
    private final StubRepositories repositories = new StubRepositories(published);
    private final AtomicInteger left = new AtomicInteger(5_000);
    private final Set<String> secretsGiven = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Trouble trouble;
    private volatile boolean silent;
    private volatile boolean losing;

    private record Trouble(int status, Map<String, String> headers, String message) {}

    private StubGithub(HttpServer server, AppIdentity identity) {
        this.server = server;
        this.identity = identity;
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
        return URI.create(
                "http://"
                        + server.getAddress().getAddress().getHostAddress()
                        + ":"
                        + server.getAddress().getPort());
    }

    public URI apiUrl() {
        return URI.create(url() + "/api/v3");
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
        String code = given("code" + count.incrementAndGet() + "c0de".repeat(4));
        codes.put(code, account);
        return code;
    }

    /** Nothing is answered to the account's own tokens until then. */
    public void spend(GithubAccount account, Instant until) {
        spent.put(account.id(), until);
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
        installations.put(installation, Set.of(repositoryNames));
    }

    /** What is in it is to be put there anew; whoever asks under the old name is sent on. */
    public void rename(RepositoryName repository, RepositoryName now) {
        renamed.put(repository.toString(), now);
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
        repositoryTokens.clear();
    }

    public void fallSilent() {
        silent = true;
    }

    public void recover() {
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
        return List.copyOf(secretsGiven);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            if (silent) {
                awaitEnd();
                return;
            }
            Trouble met = trouble;
            if (met != null) {
                met.headers().forEach(exchange.getResponseHeaders()::add);
                send(exchange, met.status(), "{\"message\": \"" + met.message() + "\"}");
                return;
            }
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /login/oauth/authorize" -> consent(exchange);
                case "POST /login/oauth/access_token" -> exchangeCode(exchange, fields(body));
                default -> api(exchange, path, body);
            }
        }
    }

    /** Whoever comes here consents, each as an account that nobody else has. */
    private void consent(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        if (!CLIENT_ID.equals(query.get("client_id")) || !query.containsKey("state")) {
            complain(exchange, "consent asked for with " + query.keySet());
            return;
        }
        long account = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        String code = consented(new GithubAccount(account, "octobot" + account));
        String back =
                query.get("redirect_uri")
                        + "?code="
                        + code
                        + "&state="
                        + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    private void exchangeCode(HttpExchange exchange, Map<String, String> form) throws IOException {
        if (!CLIENT_ID.equals(form.get("client_id"))
                || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            send(exchange, 200, "{\"error\": \"incorrect_client_credentials\"}");
            return;
        }
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Accept"))
                || !form.keySet()
                        .equals(Set.of("client_id", "client_secret", "code", "redirect_uri"))) {
            complain(exchange, "a code exchanged with " + form.keySet());
            return;
        }
        GithubAccount account = codes.remove(form.get("code"));
        if (account == null) {
            send(exchange, 200, "{\"error\": \"bad_verification_code\"}");
            return;
        }
        String token = given("ghu_" + count.incrementAndGet() + "u5e2".repeat(8));
        tokens.put(token, account);
        send(
                exchange,
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"scope\": \"\"}"
                        .formatted(token));
    }

    private void api(HttpExchange exchange, String path, String body) throws IOException {
        String base = apiUrl().getPath();
        if (!path.startsWith(base + "/")) {
            complain(exchange, "nothing is at " + path);
            return;
        }
        String asked = whereItIs(path.substring(base.length()));
        Optional<Call> call = published.find(exchange.getRequestMethod(), asked);
        if (call.isEmpty()) {
            complain(
                    exchange,
                    "not in the description: " + exchange.getRequestMethod() + " " + asked);
            return;
        }
        List<String> problems =
                published.problemsOf(
                        call.get(),
                        fields(exchange.getRequestURI().getRawQuery()),
                        Objects.requireNonNullElse(
                                exchange.getRequestHeaders().getFirst("Content-Type"), ""),
                        body);
        if (!problems.isEmpty()) {
            complain(exchange, asked + ": " + problems);
            return;
        }
        answer(exchange, call.get(), asked, body);
    }

    /** By its number, as GitHub sends on; its description does not say so. */
    private String whereItIs(String path) {
        for (var known : renamed.entrySet()) {
            String number = "/repositories/" + idOf(known.getKey().replaceFirst("^.*/", ""));
            if (path.equals(number) || path.startsWith(number + "/")) {
                return "/repos/" + known.getValue() + path.substring(number.length());
            }
        }
        return path;
    }

    private void answer(HttpExchange exchange, Call call, String path, String body)
            throws IOException {
        String bearer =
                Objects.requireNonNullElse(
                                exchange.getRequestHeaders().getFirst("Authorization"), "")
                        .replaceFirst("^(?i)(bearer|token) ", "");
        if (call.path().equals("/user")) {
            GithubAccount account = tokens.get(bearer);
            if (account == null) {
                send(exchange, 401, "{\"message\": \"Bad credentials\"}");
                return;
            }
            Instant reset = spent.get(account.id());
            if (reset != null) {
                exchange.getResponseHeaders().add("X-RateLimit-Remaining", "0");
                exchange.getResponseHeaders()
                        .add("X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
                send(exchange, 403, "{\"message\": \"API rate limit exceeded\"}");
                return;
            }
            ObjectNode user = example(call);
            user.put("id", account.id()).put("login", account.login());
            publish(exchange, call, user);
            return;
        }
        if (call.path().startsWith("/repos/")) {
            repository(exchange, call, path, body, bearer);
            return;
        }
        if (!identity.hasMade(bearer, APP_ID, Instant.now())) {
            send(exchange, 401, "{\"message\": \"A JSON web token could not be decoded\"}");
            return;
        }
        if (call.path().equals("/app")) {
            publish(exchange, call, example(call));
            return;
        }
        long installation = Long.parseLong(path.split("/", -1)[3]);
        Set<String> served = installations.get(installation);
        if (served == null) {
            send(exchange, 404, "{\"message\": \"Not Found\"}");
        } else if (call.method().equals("get")) {
            publish(
                    exchange,
                    call,
                    example(call)
                            .put("id", installation)
                            .put(
                                    "access_tokens_url",
                                    apiUrl()
                                            + "/app/installations/"
                                            + installation
                                            + "/access_tokens"));
        } else {
            giveToken(exchange, call, served, body);
        }
    }

    private void repository(
            HttpExchange exchange, Call call, String path, String body, String bearer)
            throws IOException {
        String[] parts = path.split("/", -1);
        String borne = repositoryTokens.get(bearer);
        boolean isBorneFor =
                parts[3].equals(borne)
                        || renamed.entrySet().stream()
                                .anyMatch(known ->
                                        known.getValue().name().equals(parts[3])
                                                && known.getKey().endsWith("/" + borne));
        if (!isBorneFor) {
            send(exchange, 401, "{\"message\": \"Bad credentials\"}");
            return;
        }
        if (renamed.containsKey(parts[2] + "/" + parts[3])) {
            String query = exchange.getRequestURI().getRawQuery();
            String there =
                    apiUrl()
                            + "/repositories/"
                            + idOf(parts[3])
                            + path.substring(("/repos/" + parts[2] + "/" + parts[3]).length())
                            + (query == null ? "" : "?" + query);
            exchange.getResponseHeaders().add("Location", there);
            send(exchange, 301, "{\"message\": \"Moved Permanently\", \"url\": \"" + there + "\"}");
            return;
        }
        Optional<JsonNode> answer =
                repositories.answer(
                        call, path, fields(exchange.getRequestURI().getRawQuery()), body);
        if (answer.isEmpty()) {
            send(exchange, 404, "{\"message\": \"Not Found\"}");
        } else if (losing && call.method().equals("post")) {
            losing = false;
            exchange.close();
        } else {
            publishTagged(exchange, call, answer.get());
        }
    }

    /** What has not changed costs nothing of the limit. */
    private void publishTagged(HttpExchange exchange, Call call, JsonNode body) throws IOException {
        String tag = "\"" + Integer.toHexString(body.toString().hashCode()) + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders()
                .add("X-RateLimit-Remaining", String.valueOf(left.decrementAndGet()));
        publish(exchange, call, body);
    }

    private void giveToken(HttpExchange exchange, Call call, Set<String> served, String body)
            throws IOException {
        List<String> wanted = new ArrayList<>();
        JsonNode asked = MAPPER.readTree(body.isEmpty() ? "{}" : body);
        asked.path("repositories").forEach(name -> wanted.add(name.asText()));
        asked.path("repository_ids").forEach(id -> wanted.add(nameOf(id.asLong(), served)));
        if (wanted.size() != 1) {
            complain(exchange, "a token for " + wanted);
        } else if (!served.containsAll(wanted)) {
            send(
                    exchange,
                    422,
                    "{\"message\": \"There is at least one repository that does not exist\"}");
        } else {
            ObjectNode answer = example(call);
            String token = given("ghs_" + count.incrementAndGet() + "5e2v".repeat(8));
            repositoryTokens.put(token, wanted.getFirst());
            answer.put("token", token);
            ((ObjectNode) answer.path("repositories").get(0))
                    .put("id", idOf(wanted.getFirst()))
                    .put("name", wanted.getFirst());
            JsonNode permissions = asked.path("permissions");
            if (permissions.isObject()) {
                answer.set("permissions", permissions);
            }
            answer.put(
                    "expires_at",
                    Instant.now()
                            .plus(1, ChronoUnit.HOURS)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            publish(exchange, call, answer);
        }
    }

    /** Another's when it is none of these. */
    private static String nameOf(long id, Set<String> served) {
        return served.stream().filter(name -> idOf(name) == id).findFirst().orElse("#" + id);
    }

    private static ObjectNode example(Call call) {
        return call.answer().path("example").deepCopy();
    }

    private void publish(HttpExchange exchange, Call call, JsonNode body) throws IOException {
        List<String> problems = published.problemsOfAnswer(call, body.toString());
        if (!problems.isEmpty()) {
            complaints.add("our own answer to " + call.path() + ": " + problems);
        }
        send(exchange, call.status(), body.toString());
    }

    private void complain(HttpExchange exchange, String complaint) throws IOException {
        complaints.add(complaint);
        send(exchange, 400, "{\"message\": \"Problems parsing the request\"}");
    }

    private String given(String secret) {
        secretsGiven.add(secret);
        return secret;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void awaitEnd() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> fields(@Nullable String form) {
        Map<String, String> fields = new TreeMap<>();
        if (form == null || form.isEmpty()) {
            return fields;
        }
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
