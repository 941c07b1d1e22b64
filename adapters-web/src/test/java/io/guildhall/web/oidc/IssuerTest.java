package io.guildhall.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.web.oidc.Issuer.IssuerFailed;
import io.guildhall.web.oidc.Issuer.Trouble;
import io.guildhall.web.oidc.StubIssuer.Mood;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers in an issuer's place signs nobody in, and is told as an issuer that is away. */
class IssuerTest {

    private static final StubIssuer STUB = StubIssuer.start();

    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final String TOKEN = "/token";
    private static final String KEYS = "/jwks";

    private final Issuer issuer = issuer(Duration.ofSeconds(5));
    private final Journey journey =
            new Journey("a-state", "a-nonce", "a-verifier", false, Instant.EPOCH);

    @BeforeEach
    void stubIsHonest() {
        STUB.isFromNowOn(Mood.HONEST);
    }

    @AfterAll
    static void close() {
        STUB.close();
    }

    @Test
    void honestIssuerTellsWhoItIs() throws IssuerFailed {
        String code = code("somebody");

        assertThat(issuer.identity(journey, code)).isEqualTo(new Identity(STUB.url(), "somebody"));
    }

    static Stream<Arguments> noAnswers() {
        List<String> anywhere =
                List.of("", "null", "7", "\"x\"", "[]", "{", "{}", "<html>", "[".repeat(5_000));
        Stream<Arguments> everywhere =
                Stream.of(DESCRIPTION, TOKEN, KEYS)
                        .flatMap(path -> anywhere.stream().map(body -> Arguments.of(path, body)));
        Stream<Arguments> keys =
                Stream.of(
                                "{\"keys\": 7}",
                                "{\"keys\": \"none\"}",
                                "{\"keys\": {\"kty\": \"RSA\"}}",
                                "{\"keys\": [1]}",
                                "{\"keys\": [null]}",
                                "{\"keys\": [{\"kty\": 7}]}",
                                "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"one\", \"n\": 7}]}")
                        .map(body -> Arguments.of(KEYS, body));
        Stream<Arguments> tokens =
                Stream.of(
                                "7",
                                "{\"a\": 1}",
                                "\"a.b.c\"",
                                "\"" + token("{\"alg\": 5}", "{}") + "\"",
                                "\"" + token("{\"alg\": \"none\"}", "{}") + "\"",
                                "\"" + token("{\"alg\": \"RS256\", \"kid\": 7}", "{}") + "\"",
                                "\"" + token("{\"alg\": \"RS256\", \"kid\": \"one\"}", "[]") + "\"",
                                "\"" + token("[]", "{}") + "\"")
                        .map(token -> Arguments.of(TOKEN, "{\"id_token\": " + token + "}"));
        return Stream.of(everywhere, keys, tokens).flatMap(arguments -> arguments);
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void whatIsNoAnswerSignsNobodyIn(String path, String body) throws IssuerFailed {
        String code = code("somebody");
        STUB.says(path, 200, body);

        assertAway(() -> issuer.identity(journey, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token",
                "ftp://issuer.example/",
                "javascript:alert(1)",
                "https:///token",
                "http://a b/",
                "https://issuer.example/\\r\\nSet-Cookie: a=b",
            })
    void whatIsNoAddressIsNotGoneTo(String address) throws IssuerFailed {
        String code = code("somebody");
        for (String endpoint : List.of("token", "jwks", "authorize")) {
            String described = STUB.description().replace(STUB.url() + "/" + endpoint, address);
            STUB.says(DESCRIPTION, 200, described);

            assertAway(() -> {
                issuer.authorization(journey);
                issuer.identity(journey, code);
            });
        }
    }

    @Test
    void portThatIsNoneIsNotGoneTo() throws IssuerFailed {
        String code = code("somebody");
        STUB.says(
                DESCRIPTION,
                200,
                STUB.description().replace(STUB.url() + "/token", "http://localhost:99999/token"));

        assertAway(() -> issuer.identity(journey, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION, TOKEN, KEYS})
    void redirectIsNotFollowed(String path) throws IssuerFailed {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            String code = code("somebody");
            STUB.sendsOn(path, status, STUB.url() + "/elsewhere");

            assertAway(() -> issuer.identity(journey, code));

            assertThat(STUB.heard()).contains(path).doesNotContain("/elsewhere");
            STUB.isFromNowOn(Mood.HONEST);
        }
    }

    @Test
    void answerWithoutEndIsNotRead() throws IssuerFailed {
        String code = code("somebody");
        String longer = "{\"filler\": \"" + "x".repeat(300_000) + "\", ";
        STUB.says(DESCRIPTION, 200, STUB.description().replaceFirst("\\{", longer));

        assertAway(() -> issuer.identity(journey, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION, TOKEN, KEYS})
    @Timeout(60)
    void answerThatNeverEndsIsLeftAfterItsTime(String path) throws IssuerFailed {
        Issuer impatient = issuer(Duration.ofMillis(500));
        String code = code("somebody");
        STUB.neverEnds(path);

        assertAway(() -> impatient.identity(journey, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000b", "\u007f"})
    void whoCannotBeKeptIsNobody(String subject) throws IssuerFailed {
        String code = code(subject);

        assertAway(() -> issuer.identity(journey, code));
    }

    @Test
    void subjectIsNoLongerThanTheProtocolLetsItBe() throws IssuerFailed {
        String longest = "s".repeat(255);
        assertThat(issuer.identity(journey, code(longest)).subject()).isEqualTo(longest);
        String code = code(longest + "s");

        assertAway(() -> issuer.identity(journey, code));
    }

    private String code(String subject) throws IssuerFailed {
        return STUB.signsIn(issuer.authorization(journey), subject);
    }

    private static Issuer issuer(Duration timeLimit) {
        return new Issuer(STUB.settings(), new ObjectMapper(), timeLimit);
    }

    private static void assertAway(ThrowingCallable asking) {
        assertThatExceptionOfType(IssuerFailed.class)
                .isThrownBy(asking)
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.AWAY));
    }

    private static String token(String header, String claims) {
        return encoded(header) + "." + encoded(claims) + "." + encoded("signature");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
