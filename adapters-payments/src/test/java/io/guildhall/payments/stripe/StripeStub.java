package io.guildhall.payments.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.application.access.Secret;
import io.guildhall.payments.stripe.PublishedApi.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Stripe with one account, as its published description has it: it complains of each request that
 * Stripe would not take, each answer of its own has the published form, and under a key it says
 * again what it said first. It has trouble when it is told to.
 */
public final class StripeStub implements AutoCloseable {

    public static final String KEY = "sk_test_5ec2e7keyofthetests";
    public static final String WEBHOOK_SECRET = "whsec_5ec2e7oftheendpointintests";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What goes wrong with one call. */
    public enum Trouble {
        NONE,
        /** It is not reached, or does not answer, before it has done anything. */
        SILENT_BEFORE,
        /** All is done, and the answer never comes. */
        SILENT_AFTER,
        /** It breaks inside, and says so again to whoever asks under the same key. */
        ERROR_BEFORE,
        /** The same, after all was done. */
        ERROR_AFTER,
        TOO_MANY,
        /** It does not take our key. */
        UNAUTHORISED,
        /** It will not do it, for a reason that passes. */
        REFUSED,
        /** It will not do it, for a reason of the payee's. */
        ACCOUNT_REFUSED
    }

    private record Told(int status, String body, String request) {}

    /** What is said whatever the question is. */
    private record Whole(int status, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PublishedApi published = new PublishedApi();
    private final StripeAccount account = new StripeAccount(published);
    private final Map<String, Told> told = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Deque<Trouble> script = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Predicate<String> troubled = _ -> true;
    private volatile @Nullable Whole whole;
    private volatile boolean endless;

    private StripeStub(HttpServer server) {
        this.server = server;
    }

    public static StripeStub start() {
        return at(0);
    }

    public static StripeStub at(int port) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            StripeStub stub = new StripeStub(server);
            server.createContext("/", stub::answer);
            server.setExecutor(stub.threads);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create(
                "http://"
                        + server.getAddress().getAddress().getHostAddress()
                        + ":"
                        + server.getAddress().getPort());
    }

    public StripeSettings settings() {
        return settings(Duration.ofSeconds(5));
    }

    StripeSettings settings(Duration timeLimit) {
        return new StripeSettings(
                Secret.of(KEY),
                List.of(Secret.of(WEBHOOK_SECRET)),
                "US",
                URI.create("https://guildhall.example"),
                url(),
                timeLimit);
    }

    /** What happens there without us; not to be used while it is asked. */
    public synchronized StripeAccount account() {
        return account;
    }

    /**
     * The same while it is asked: what happens there, and what it is asked, wait for each other.
     */
    public synchronized <T> T there(Function<StripeAccount, T> happening) {
        return happening.apply(account);
    }

    /** What goes wrong with the next calls, one after the other. */
    public synchronized void next(Trouble... troubles) {
        script.addAll(List.of(troubles));
    }

    /** Only such calls go wrong, such as {@code post /v1/transfers}. */
    public synchronized void trouble(Predicate<String> calls) {
        troubled = calls;
    }

    /** From now on this is the answer to everything, as of somebody who only pretends to be it. */
    public void everything(int status, String body, Map<String, String> headers) {
        whole = new Whole(status, body, headers);
    }

    /** From now on each answer begins, and never ends. */
    public void neverEnd() {
        endless = true;
    }

    public synchronized void recover() {
        script.clear();
        troubled = _ -> true;
    }

    /** The keys of a day ago are forgotten. */
    public synchronized void forgetKeys() {
        told.clear();
    }

    /** Such as {@code post /v1/transfers}, in order. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** What Stripe would not have taken. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** As Stripe signs an event. */
    public static String signature(String body, Instant at) {
        return signature(body, at, WEBHOOK_SECRET);
    }

    public static String signature(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = at.getEpochSecond() + "." + body;
            return "t="
                    + at.getEpochSecond()
                    + ",v1="
                    + HexFormat.of()
                            .formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (endless) {
                begin(exchange);
                return;
            }
            Whole instead = whole;
            if (instead != null) {
                note(exchange);
                instead.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, new Told(instead.status(), instead.body(), body));
                return;
            }
            Told answer = answer(exchange, body);
            if (answer != null) {
                send(exchange, answer);
            } else {
                // Breaks off where a body was promised: an end without a word would be asked again
                // by the client itself.
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
        }
    }

    private synchronized void note(HttpExchange exchange) {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    }

    private void begin(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One call after another; null when there is no answer. */
    private synchronized @Nullable Told answer(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        Optional<Call> found = published.find(exchange.getRequestMethod(), path);
        if (found.isEmpty()) {
            return complain("not in the description: " + exchange.getRequestMethod() + " " + path);
        }
        Call call = found.get();
        asked.add(call.name());
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "authentication_error", "invalid_key", "");
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Trouble trouble =
                troubled.test(call.name()) && !script.isEmpty() ? script.remove() : Trouble.NONE;
        if (trouble == Trouble.SILENT_BEFORE) {
            return null;
        }
        Told before = key == null ? null : told.get(key);
        String request = call.name() + " " + body;
        if (before != null) {
            if (!before.request().equals(request)) {
                return error(400, "idempotency_error", "idempotency_error", request);
            }
            exchange.getResponseHeaders().add("Idempotent-Replayed", "true");
            return trouble == Trouble.SILENT_AFTER ? null : before;
        }
        switch (trouble) {
            case TOO_MANY -> {
                exchange.getResponseHeaders().add("Retry-After", "7");
                return error(429, "invalid_request_error", "rate_limit", request);
            }
            case UNAUTHORISED -> {
                return error(401, "invalid_request_error", "api_key_expired", request);
            }
            case NONE,
                    SILENT_BEFORE,
                    SILENT_AFTER,
                    ERROR_BEFORE,
                    ERROR_AFTER,
                    REFUSED,
                    ACCOUNT_REFUSED -> {
                // Decided below.
            }
        }
        ObjectNode query = Form.read(exchange.getRequestURI().getRawQuery());
        ObjectNode form = Form.read(body);
        List<String> problems = published.problemsOf(call, query, form);
        if (!problems.isEmpty()) {
            return complain(call.name() + ": " + problems);
        }
        Told answer =
                switch (trouble) {
                    case ERROR_BEFORE -> error(500, "api_error", "internal", request);
                    case REFUSED ->
                            error(400, "invalid_request_error", "balance_insufficient", request);
                    case ACCOUNT_REFUSED ->
                            error(400, "invalid_request_error", "account_invalid", request);
                    case ERROR_AFTER -> {
                        carryOut(call, path, query, form, request);
                        yield error(500, "api_error", "internal", request);
                    }
                    case NONE, SILENT_BEFORE, SILENT_AFTER, TOO_MANY, UNAUTHORISED ->
                            carryOut(call, path, query, form, request);
                };
        if (key != null && call.method().equals("post")) {
            told.put(key, answer);
        }
        return trouble == Trouble.SILENT_AFTER ? null : answer;
    }

    private Told carryOut(
            Call call, String path, ObjectNode query, ObjectNode form, String request) {
        try {
            ObjectNode body = account.answer(call.name(), path, query, form);
            List<String> problems = published.problemsOfAnswer(call, body);
            if (!problems.isEmpty()) {
                complaints.add("our own answer to " + call.name() + ": " + problems);
            }
            return new Told(200, body.toString(), request);
        } catch (StripeAccount.Refusal refusal) {
            return error(refusal.status(), "invalid_request_error", refusal.code(), request);
        }
    }

    private Told complain(String complaint) {
        complaints.add(complaint);
        return error(400, "invalid_request_error", "parameter_unknown", "");
    }

    private static Told error(int status, String type, String code, String request) {
        ObjectNode body = MAPPER.createObjectNode();
        body.putObject("error").put("type", type).put("code", code).put("message", "Trouble");
        return new Told(status, body.toString(), request);
    }

    private static void send(HttpExchange exchange, Told answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Request-Id", "req_stub");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
