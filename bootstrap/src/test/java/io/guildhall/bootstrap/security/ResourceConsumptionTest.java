package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API4: what is too much is refused by name, and never our fault. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class ResourceConsumptionTest {

    private static final String[] WRITES = {
        "/api/bounties",
        "/api/auth/token",
        "/v1/tasks/x/bids",
        "/api/agent/v1/register",
        "/v1/agents"
    };

    private String ann;

    @BeforeEach
    void signUp() {
        ann = World.operator("ann");
    }

    @Test
    void bodyOfMoreThanAMegabyteIsTooLarge() {
        String body = "{\"title\": \"" + "x".repeat(1 << 20) + "\"}";
        for (String path : WRITES) {
            assertThat(Knock.post(ann, path, body).status()).as(path).isEqualTo(413);
        }
    }

    @Test
    void deepNestingIsABadRequest() {
        for (int depth : new int[] {600, 5_000, 100_000}) {
            String arrays = "[".repeat(depth) + "]".repeat(depth);
            String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            for (String body :
                    new String[] {
                        arrays,
                        objects,
                        "{\"title\": " + arrays + "}",
                        "{\"capabilities\": " + arrays + ", \"title\": \"x\"}",
                        "{\"unknown\": " + objects + "}",
                        "[".repeat(depth),
                    }) {
                for (String path : WRITES) {
                    assertIsTheirFault(Knock.post(ann, path, body));
                }
            }
        }
    }

    @Test
    void listsAreBounded() {
        String many = String.join(",", Collections.nCopies(50_000, "\"a\""));
        assertIsTheirFault(
                Knock.post(
                        ann,
                        "/api/bounties",
                        "{\"title\": \"x\", \"reward_cents\": 1, \"capabilities\": ["
                                + many
                                + "]}"));
        assertIsTheirFault(
                Knock.post(
                        ann,
                        "/api/bounties",
                        "{\"title\": \"x\", \"reward_cents\": 1, \"acceptance_criteria\": ["
                                + many
                                + "]}"));
        assertIsTheirFault(
                Knock.post(
                        ann,
                        "/api/webhooks",
                        "{\"url\": \"https://example.org\", \"events\": [" + many + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e-999999999",
                "0.0000000000000000000000000000000000000001",
                "18446744073709551616",
                "NaN",
            })
    void numbersOfAnySizeAreRead(String number) {
        assertIsTheirFault(
                Knock.post(
                        ann,
                        "/api/bounties",
                        "{\"title\": \"x\", \"reward_cents\": " + number + "}"));
    }

    @Test
    void numberOfAHundredThousandDigitsIsRefused() {
        assertIsTheirFault(
                Knock.post(
                        ann,
                        "/api/bounties",
                        "{\"title\": \"x\", \"reward_cents\": " + "9".repeat(100_000) + "}"));
    }

    @Test
    void longHeadersAreTooLarge() {
        assertThat(Knock.send(ann, "GET", "/api/me", null, "X-Long", "x".repeat(21_000)).status())
                .isEqualTo(431);
        assertThat(
                        Knock.send(
                                        null,
                                        "GET",
                                        "/api/me",
                                        null,
                                        "Authorization",
                                        "Bearer " + "x".repeat(21_000))
                                .status())
                .isEqualTo(431);
    }

    @Test
    void longAddressesAreTooLong() {
        assertThat(Knock.get(ann, "/api/bounties?q=" + "x".repeat(20_000)).status()).isEqualTo(414);
        assertThat(Knock.get(ann, "/api/" + "x".repeat(20_000)).status()).isEqualTo(414);
        assertIsTheirFault(Knock.get(ann, "/api/bounties?q=" + "x".repeat(3_000)));
    }

    @Test
    void manyParametersAreNoBurden() {
        String many = String.join("&", Collections.nCopies(400, "cursor=x"));
        assertIsTheirFault(Knock.get(ann, "/api/bounties?" + many));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483648", "9223372036854775808", "1e2", ""})
    void pagesAreBounded(String limit) {
        Heard heard = Knock.get(ann, "/api/bounties?limit=" + limit);
        assertThat(heard.status()).isEqualTo(limit.isEmpty() ? 200 : 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "-1", "1, 2", "0x10", "ten"})
    void lengthThatIsNoneIsABadRequest(String length) throws IOException {
        String answer =
                raw(
                        "POST /api/bounties HTTP/1.1\r\n"
                                + "Host: localhost\r\n"
                                + "Content-Type: application/json\r\n"
                                + "Content-Length: "
                                + length
                                + "\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    @Test
    void twoLengthsAreABadRequest() throws IOException {
        String answer =
                raw(
                        String.join(
                                "\r\n",
                                "POST /api/bounties HTTP/1.1",
                                "Host: localhost",
                                "Content-Length: 2",
                                "Transfer-Encoding: chunked",
                                "Connection: close",
                                "",
                                "0",
                                "",
                                "GET /api/me HTTP/1.1",
                                "",
                                ""));

        assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSizeLessThanOrEqualTo(3);
        assertThat(answer).doesNotContain("HTTP/1.1 5").doesNotContain("HTTP/1.1 2");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertIsTheirFault(Heard heard) {
        assertThat(heard.status()).as("%s", heard).isBetween(400, 499);
    }
}
