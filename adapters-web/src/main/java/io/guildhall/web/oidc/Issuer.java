package io.guildhall.web.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.domain.shared.WebUrl;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * The issuer as we speak with it: authorization code flow with PKCE, outside of any unit of work.
 * What it says of itself is asked anew at each sign-in, which people do rarely.
 */
@Singleton
final class Issuer {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final int ANSWER_MAX = 256 * 1024;
    private static final int SKEW_SECONDS = 60;

    /** What the protocol lets it be, and we can keep. */
    private static final Pattern SUBJECT = Pattern.compile("\\P{Cntrl}{1,255}");

    private final OidcSettings settings;
    private final ObjectMapper mapper;
    private final Duration timeLimit;
    private final HttpClient http;

    @Inject
    Issuer(OidcSettings settings, ObjectMapper mapper) {
        this(settings, mapper, TIME_LIMIT);
    }

    /**
     * @param timeLimit for each whole answer
     */
    Issuer(OidcSettings settings, ObjectMapper mapper, Duration timeLimit) {
        this.settings = settings;
        this.mapper = mapper;
        this.timeLimit = timeLimit;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(timeLimit)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** What came of asking it, where that was no identity. */
    enum Trouble {
        /** It did not answer, or not as one answers. */
        AWAY,
        /** It does not take the code: used before, or too old. */
        CODE_REFUSED,
        /** What it says answers a sign-in that was not this one. */
        OTHER_SIGN_IN
    }

    static final class IssuerFailed extends Exception {

        private static final long serialVersionUID = 1L;

        private final Trouble trouble;

        IssuerFailed(String message, Throwable cause) {
            super(message, cause);
            this.trouble = Trouble.AWAY;
        }

        IssuerFailed(Trouble trouble, String message) {
            super(message);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    /** Where the browser is to go. */
    String authorization(Journey journey) throws IssuerFailed {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.clientId());
        asked.put("redirect_uri", settings.callback());
        asked.put("scope", "openid");
        asked.put("state", journey.state());
        asked.put("nonce", journey.nonce());
        asked.put("code_challenge", journey.challenge());
        asked.put("code_challenge_method", "S256");
        String endpoint = described("authorization_endpoint", description());
        return endpoint + (endpoint.indexOf('?') < 0 ? "?" : "&") + encoded(asked);
    }

    /** Who it is that came back with a code. */
    Identity identity(Journey journey, String code) throws IssuerFailed {
        JsonNode description = description();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.callback());
        form.put("code_verifier", journey.verifier());
        form.put("client_id", settings.clientId());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(described("token_endpoint", description)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)));
        String secret = settings.clientSecret();
        if (secret != null) {
            request.header("Authorization", "Basic " + basic(settings.clientId(), secret));
        }
        JsonNode answer = json(send(request));
        return verified(
                answer.path("id_token").asText(),
                journey,
                send(HttpRequest.newBuilder(URI.create(described("jwks_uri", description))).GET()));
    }

    private Identity verified(String token, Journey journey, String keys) throws IssuerFailed {
        String issuer = Objects.requireNonNull(settings.issuer());
        try {
            JwtClaims claims =
                    new JwtConsumerBuilder()
                            .setJwsAlgorithmConstraints(
                                    ConstraintType.PERMIT,
                                    AlgorithmIdentifiers.RSA_USING_SHA256,
                                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                                    AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                                    AlgorithmIdentifiers.EDDSA)
                            .setVerificationKeyResolver(
                                    new JwksVerificationKeyResolver(
                                            new JsonWebKeySet(keys).getJsonWebKeys()))
                            .setExpectedIssuer(issuer)
                            .setExpectedAudience(settings.clientId())
                            .setRequireExpirationTime()
                            .setRequireIssuedAt()
                            .setRequireSubject()
                            .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                            .build()
                            .processToClaims(token);
            if (!journey.nonce().equals(claims.getStringClaimValue("nonce"))) {
                throw new IssuerFailed(
                        Trouble.OTHER_SIGN_IN, "The issuer's token answers another request");
            }
            String subject = claims.getSubject();
            if (!SUBJECT.matcher(subject).matches()) {
                throw new IssuerFailed(Trouble.AWAY, "The issuer's token names nobody");
            }
            return new Identity(issuer, subject);
        } catch (InvalidJwtException
                | MalformedClaimException
                | JoseException
                | RuntimeException e) {
            // The library trips over what is of another kind than it should be.
            throw new IssuerFailed("The issuer's token does not hold", e);
        }
    }

    private JsonNode description() throws IssuerFailed {
        JsonNode description =
                json(
                        send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        settings.issuer()
                                                                + "/.well-known/openid-configuration"))
                                        .GET()));
        if (!description.path("issuer").asText().equals(settings.issuer())) {
            throw new IssuerFailed(Trouble.AWAY, "The issuer describes itself as another");
        }
        return description;
    }

    private static String described(String name, JsonNode description) throws IssuerFailed {
        String url = description.path(name).asText();
        if (!WebUrl.isWellFormed(url)) {
            throw new IssuerFailed(Trouble.AWAY, "The issuer does not name its " + name);
        }
        return url;
    }

    private String send(HttpRequest.Builder request) throws IssuerFailed {
        HttpResponse<byte[]> answer = answer(request.header("Accept", "application/json").build());
        if (answer.statusCode() != 200) {
            throw new IssuerFailed(
                    isRefusedCode(answer.statusCode(), answer.body())
                            ? Trouble.CODE_REFUSED
                            : Trouble.AWAY,
                    "The issuer answered " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Whole and in time, or not at all. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IssuerFailed {
        CompletableFuture<HttpResponse<byte[]>> sent = sent(request);
        try {
            return sent.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IssuerFailed("The issuer does not answer in time", e);
        } catch (ExecutionException e) {
            throw new IssuerFailed("The issuer does not answer", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IssuerFailed("Nobody waits for the issuer any more", e);
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request) throws IssuerFailed {
        try {
            return http.sendAsync(
                    request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_MAX));
        } catch (IllegalArgumentException e) {
            throw new IssuerFailed("The issuer names an address that is none", e);
        }
    }

    /**
     * What a token endpoint says of a code that it does not take; all else is our setup's fault.
     */
    private static boolean isRefusedCode(int status, byte[] body) {
        return status == 400
                && new String(body, StandardCharsets.UTF_8).contains("\"invalid_grant\"");
    }

    private JsonNode json(String text) throws IssuerFailed {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            throw new IssuerFailed("The issuer's answer is no JSON", e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String id, String secret) {
        return Base64.getEncoder()
                .encodeToString(
                        (encoded(id) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
    }
}
