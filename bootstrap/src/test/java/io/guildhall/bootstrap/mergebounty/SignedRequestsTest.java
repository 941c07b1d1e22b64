package io.guildhall.bootstrap.mergebounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.bootstrap.mergebounty.SigningAgent.Draft;
import io.guildhall.bootstrap.mergebounty.SigningAgent.Signed;
import io.guildhall.bootstrap.openbounty.Crowd;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Requests signed by real wallets, on a real database: exactly those that are right pass. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithRegistry.class)
class SignedRequestsTest {

    private static final String BODY = "{\"text\":\"hello\"}";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject RegistryForTests registry;
    @Inject ObjectMapper mapper;

    private SigningAgent agent;
    private String room;

    @BeforeEach
    void agent() {
        agent = SigningAgent.active(SigningAgent.service(), registry);
        room = agent.path("/room");
    }

    @Test
    void signedRequestsPass() throws IOException, InterruptedException {
        assertThat(status(draft().signed())).isEqualTo(200);
        assertThat(status(agent.draft("PATCH", room, BODY).signed())).isEqualTo(200);
        assertThat(status(agent.draft("GET", agent.path("/bounties?limit=3"), "").signed()))
                .isEqualTo(200);
    }

    @Test
    void ofAHundredReplaysAtOnceExactlyOnePasses() throws IOException, InterruptedException {
        Signed signed = draft().signed();
        Callable<Integer> replay = () -> status(signed);

        List<Integer> statuses = Crowd.atOnce(Collections.nCopies(100, replay));

        assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        HttpResponse<String> next = send(draft().signed());
        assertThat(json(next).path("times").asInt()).isEqualTo(2);
    }

    @Test
    void changedRequestIsRefused() throws IOException, InterruptedException {
        Signed signed = draft().signed();

        assertRefused(signed.of("PATCH", room, BODY), 401, "SIGNATURE_WRONG");
        assertRefused(signed.of("POST", room + "?a=b", BODY), 401, "SIGNATURE_WRONG");
        assertRefused(signed.of("POST", room + "/", BODY), 401, "SIGNATURE_WRONG");
        assertRefused(
                signed.of("POST", room, BODY.replace("hello", "Hello")), 401, "SIGNATURE_WRONG");
        assertRefused(signed.of("POST", room, BODY + "\n"), 401, "SIGNATURE_WRONG");
        assertRefused(
                signed.headers(signed.signature(), signed.timestamp(), "another-nonce"),
                401,
                "SIGNATURE_WRONG");
        assertThat(status(signed)).as("none of them has burnt the nonce").isEqualTo(200);
    }

    @Test
    void changedQueryIsRefused() throws IOException, InterruptedException {
        Signed signed = agent.draft("GET", agent.path("/bounties?limit=3"), "").signed();

        assertRefused(
                signed.of("GET", agent.path("/bounties?limit=4"), ""), 401, "SIGNATURE_WRONG");
        assertRefused(signed.of("GET", agent.path("/bounties"), ""), 401, "SIGNATURE_WRONG");
        assertThat(status(signed)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -31, 31, 300})
    void clockThatGoesWrongIsRefused(long seconds) throws IOException, InterruptedException {
        Signed signed = draft().at(Instant.now().plusSeconds(seconds)).signed();

        String message = assertRefused(signed, 401, "TIMESTAMP_OUT_OF_RANGE");

        assertThat(message).contains("within 30 s");
    }

    @ParameterizedTest
    @ValueSource(longs = {-25, 25})
    void clockThatGoesAlmostRightPasses(long seconds) throws IOException, InterruptedException {
        assertThat(status(draft().at(Instant.now().plusSeconds(seconds)).signed())).isEqualTo(200);
    }

    @Test
    void otherFormsOfASignatureAreRefused() throws IOException, InterruptedException {
        Draft draft = draft();
        byte[] good = agent.wallet().signature(draft.text());
        for (int v : new int[] {0, 1, 26, 29, 35, 255}) {
            byte[] other = good.clone();
            other[64] = (byte) v;
            assertRefused(draft.signed(AgentWallet.hex(other)), 401, "SIGNATURE_MALFORMED");
        }
        byte[] malleated = good.clone();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        BigInteger high = Sign.CURVE_PARAMS.getN().subtract(s);
        System.arraycopy(Numeric.toBytesPadded(high, 32), 0, malleated, 32, 32);
        malleated[64] = (byte) (good[64] == 27 ? 28 : 27);
        assertRefused(draft.signed(AgentWallet.hex(malleated)), 401, "SIGNATURE_MALFORMED");
        assertRefused(
                draft.signed(AgentWallet.hex(Arrays.copyOf(good, 64))), 401, "SIGNATURE_MALFORMED");
        byte[] wrongWay = good.clone();
        wrongWay[64] = (byte) (good[64] == 27 ? 28 : 27);
        assertRefused(draft.signed(AgentWallet.hex(wrongWay)), 401, "SIGNATURE_WRONG");
        assertThat(status(draft.signed())).isEqualTo(200);
    }

    @Test
    void refusalsComeInTheirOrder() throws IOException, InterruptedException {
        SigningAgent other = SigningAgent.active(SigningAgent.service(), registry);
        Signed used = draft().signed();
        assertThat(status(used)).isEqualTo(200);
        Signed wrong = used.of("POST", other.path("/room"), BODY);
        String late = Long.toString(Instant.now().minusSeconds(300).toEpochMilli());

        assertRefused(
                wrong.keys("mb_live_x", "mb_agent_x").headers("0x", late, ""),
                401,
                "SIGNATURE_HEADER_MISSING");
        assertRefused(
                wrong.keys("mb_live_x", "mb_agent_x").headers("0x", late, "short"),
                401,
                "OPERATOR_KEY_UNKNOWN");
        assertRefused(
                wrong.keys(other.operatorKey(), "mb_agent_x").headers("0x", late, "short"),
                401,
                "AGENT_KEY_UNKNOWN");
        Signed stranger = wrong.keys(other.operatorKey(), agent.accessKey());
        assertRefused(stranger.headers("0x", late, "short"), 401, "TIMESTAMP_OUT_OF_RANGE");
        assertRefused(
                stranger.headers("0x", used.timestamp(), "short"), 401, "SIGNATURE_MALFORMED");
        assertRefused(stranger, 401, "SIGNATURE_WRONG");
        Draft elsewhere = agent.draft("POST", other.path("/room"), BODY);
        Draft again = elsewhere.nonce(used.nonce());
        assertRefused(
                again.signed().keys(other.operatorKey(), agent.accessKey()), 401, "NONCE_USED");
        assertRefused(elsewhere.nonce("short").signed(), 401, "NONCE_MALFORMED");
        assertRefused(
                elsewhere.signed().keys(other.operatorKey(), agent.accessKey()),
                403,
                "AGENT_OF_ANOTHER_OPERATOR");
        assertRefused(
                agent.draft("POST", other.path("/room"), BODY).signed(),
                403,
                "AGENT_DOES_NOT_MATCH");
        SigningAgent.with(agent.operatorKey(), "/v1/agents/" + agent.id() + "/access-key", "")
                .then()
                .statusCode(201);
        assertRefused(draft().signed(), 401, "AGENT_KEY_UNKNOWN");
    }

    /** Who has all keys and no wallet has nothing. */
    @Test
    void stolenKeysWithoutTheWalletAreOfNoUse() throws IOException, InterruptedException {
        AgentWallet thief = AgentWallet.random();
        Draft draft = draft();

        assertRefused(draft.signed(thief.sign(draft.text())), 401, "SIGNATURE_WRONG");
        assertRefused(
                draft.signed(agent.operatorWallet().sign(draft.text())), 401, "SIGNATURE_WRONG");
        assertRefused(draft.signed(""), 401, "SIGNATURE_HEADER_MISSING");
        assertRefused(
                draft.signed().keys(agent.accessKey(), agent.accessKey()),
                401,
                "OPERATOR_KEY_UNKNOWN");
    }

    private Draft draft() {
        return agent.draft("POST", room, BODY);
    }

    private int status(Signed signed) throws IOException, InterruptedException {
        return send(signed).statusCode();
    }

    private static HttpResponse<String> send(Signed signed)
            throws IOException, InterruptedException {
        return HTTP.send(signed.http(), BodyHandlers.ofString());
    }

    private JsonNode json(HttpResponse<String> answer) throws IOException {
        return mapper.readTree(answer.body());
    }

    /**
     * @return what it says
     */
    private String assertRefused(Signed signed, int status, String code)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(signed);
        JsonNode error = json(answer).path("error");
        assertThat(error.path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error.path("requestId").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        return error.path("message").asText();
    }
}
