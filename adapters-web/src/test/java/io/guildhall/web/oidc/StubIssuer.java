package io.guildhall.web.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An issuer on this machine that keeps to the protocol, and believes whoever says who it is. */
public final class StubIssuer {

    private static final String CLIENT = "guildhall";
    private static final String SECRET = "a secret: with a colon";

    /** How it answers. */
    enum Mood {
        HONEST,
        /** Its tokens are signed with a key that nobody knows. */
        FORGED,
        /** Its tokens answer another request. */
        WRONG_NONCE,
        /** Its tokens are for another client. */
        WRONG_AUDIENCE,
        /** Its tokens are long over. */
        STALE,
        /** It has forgotten every code. */
        FORGETFUL,
        /** It answers nothing that helps. */
        AWAY
    }

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final RsaJsonWebKey strangersKey;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final Map<String, Other> others = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Mood mood = Mood.HONEST;

    /**
     * What is said at an address instead of what belongs there.
     *
     * @param location where it sends whoever asks, or null
     */
    private record Other(int status, String body, @Nullable String location) {}

    private StubIssuer(HttpServer server, RsaJsonWebKey key, RsaJsonWebKey strangersKey) {
        this.server = server;
        this.key = key;
        this.strangersKey = strangersKey;
    }

    public static StubIssuer start() {
        try {
            StubIssuer issuer =
                    new StubIssuer(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                            RsaJwkGenerator.generateJwk(2048),
                            RsaJwkGenerator.generateJwk(2048));
            issuer.key.setKeyId("one");
            issuer.strangersKey.setKeyId("one");
            issuer.server.createContext("/", issuer::answer);
            issuer.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            issuer.server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public OidcSettings settings() {
        return new OidcSettings(
                url(),
                CLIENT,
                SECRET,
                "https://market.example",
                "Sign in with the guild's account");
    }

    /**
     * What its own page would do: somebody says there who it is.
     *
     * @param address where the browser was sent
     * @return the code with which the browser comes back
     */
    public String signsIn(String address, String subject) {
        Map<String, String> request = form(address.substring(address.indexOf('?') + 1));
        String code = UUID.randomUUID().toString();
        request.put("subject", subject);
        asked.put(code, request);
        return code;
    }

    void isFromNowOn(Mood next) {
        mood = next;
        others.clear();
        heard.clear();
    }

    /** At that path, whatever is asked there. */
    void says(String path, int status, String body) {
        others.put(path, new Other(status, body, null));
    }

    void sendsOn(String path, int status, String location) {
        others.put(path, new Other(status, "{}", location));
    }

    /** What is said at that path begins, and never ends. */
    void neverEnds(String path) {
        others.put(path, new Other(0, "", null));
    }

    /** The paths that it was asked at. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Whoever still waits for an end is let go. */
    void close() {
        closing.countDown();
        server.stop(0);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        heard.add(path);
        Other other = others.get(path);
        if (other != null) {
            answer(exchange, other);
            return;
        }
        if (mood == Mood.AWAY) {
            say(exchange, 503, "{}");
            return;
        }
        try {
            switch (path) {
                case "/.well-known/openid-configuration" -> say(exchange, 200, description());
                case "/jwks" -> say(exchange, 200, new JsonWebKeySet(key).toJson());
                case "/token" -> token(exchange);
                default -> say(exchange, 404, "{}");
            }
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    private void answer(HttpExchange exchange, Other other) throws IOException {
        if (other.location() != null) {
            exchange.getResponseHeaders().set("Location", other.location());
        }
        if (other.status() != 0) {
            say(exchange, other.status(), other.body());
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    String description() {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/jwks"}
        """
                .formatted(url());
    }

    private void token(HttpExchange exchange) throws IOException, JoseException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request = asked.remove(String.valueOf(form.get("code")));
        if (mood == Mood.FORGETFUL || request == null || !isGood(request, form, exchange)) {
            say(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience(mood == Mood.WRONG_AUDIENCE ? "another" : CLIENT);
        claims.setSubject(request.get("subject"));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(mood == Mood.STALE ? -10 : 5);
        claims.setClaim("nonce", mood == Mood.WRONG_NONCE ? "another" : request.get("nonce"));
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey((mood == Mood.FORGED ? strangersKey : key).getPrivateKey());
        token.setKeyIdHeaderValue("one");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        say(exchange, 200, "{\"id_token\": \"" + token.getCompactSerialization() + "\"}");
    }

    /** Who comes with the code is our client, and the one that asked for it. */
    private static boolean isGood(
            Map<String, String> request, Map<String, String> form, HttpExchange exchange) {
        return basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Objects.equals(request.get("redirect_uri"), form.get("redirect_uri"))
                && Objects.equals(
                        request.get("code_challenge"),
                        challenge(String.valueOf(form.get("code_verifier"))));
    }

    private static String basic() {
        String both = CLIENT + ":" + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(
                                pair -> decoded(pair[0]),
                                pair -> decoded(pair[1]),
                                (one, _) -> one,
                                ConcurrentHashMap::new));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
