package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API2: nothing but a live key, or a token that we signed from one, proves who somebody is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class AuthenticationTest {

    private String ann;

    @BeforeEach
    void signUp() {
        ann = World.operator("ann");
    }

    @Test
    void tokenIsNotBelievedOnceAnythingOfItIsChanged() {
        String token =
                Knock.post(null, "/api/auth/token", "{\"api_key\": \"" + ann + "\"}")
                        .ok()
                        .at("/token");
        String[] parts = token.split("\\.", -1);
        assertThat(Knock.get(token, "/api/me").status()).isEqualTo(200);

        for (String forged :
                new String[] {
                    parts[0] + "." + parts[1] + ".",
                    parts[0] + "." + parts[1] + "." + flipped(parts[2]),
                    parts[0] + "." + flipped(parts[1]) + "." + parts[2],
                    encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".",
                    encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                            + "."
                            + parts[1]
                            + "."
                            + parts[2],
                    encoded("{\"alg\":\"ES256\",\"kid\":\"../../etc/passwd\"}")
                            + "."
                            + parts[1]
                            + "."
                            + parts[2],
                    encoded("{\"alg\":\"ES256\",\"jwk\":{}}") + "." + parts[1] + "." + parts[2],
                }) {
            assertThat(Knock.get(forged, "/api/me").status()).as(forged).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obk_live_",
                "obk_live_000000000000000000000000000000000000",
                "null",
                "undefined",
                "' OR '1'='1",
                "*",
            })
    void whatIsNoKeyProvesNothing(String key) {
        Heard heard = Knock.get(key, "/api/me");

        assertThat(heard.status()).isEqualTo(401);
        assertThat(heard.text()).doesNotContain(key.length() > 8 ? key : "obk_live_0");
    }

    @Test
    void keyCountsInItsHeaderOnly() {
        assertThat(Knock.get(null, "/api/me?api_key=" + ann).status()).isEqualTo(401);
        assertThat(Knock.get(null, "/api/me?access_token=" + ann).status()).isEqualTo(401);
        assertThat(Knock.send(null, "GET", "/api/me", null, "Cookie", "token=" + ann).status())
                .isEqualTo(401);
        assertThat(Knock.send(null, "GET", "/api/me", null, "X-Api-Key", ann).status())
                .isEqualTo(401);
        assertThat(
                        Knock.send(
                                        null,
                                        "GET",
                                        "/api/me",
                                        null,
                                        "Authorization",
                                        "Basic " + encoded("ann:" + ann))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void keyThatWasReplacedProvesNothing() {
        String fresh =
                Knock.post(ann, "/api/me/keys", "{\"revoke_others\": true}").ok().at("/api_key");

        assertThat(Knock.get(fresh, "/api/me").status()).isEqualTo(200);
        assertThat(Knock.post(null, "/api/auth/token", "{\"api_key\": \"" + ann + "\"}").status())
                .isEqualTo(401);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Another letter in the middle, where every bit of it counts. */
    private static String flipped(String part) {
        int middle = part.length() / 2;
        char other = part.charAt(middle) == 'A' ? 'B' : 'A';
        return part.substring(0, middle) + other + part.substring(middle + 1);
    }
}
