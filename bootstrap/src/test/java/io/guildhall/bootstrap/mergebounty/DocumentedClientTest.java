package io.guildhall.bootstrap.mergebounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.bootstrap.NpmTools;
import io.guildhall.domain.npm.NpmPackages.Run;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The document's own client, as it is printed there, run by Node with viem: from the registration
 * of a wallet that a real chain knows to signed requests.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(OnChain.class)
class DocumentedClientTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private String operatorKey = "";
    private String accessKey = "";

    private record Said(int status, JsonNode body) {}

    @Test
    void clientOfTheDocumentWorksUnchanged() throws IOException, InterruptedException {
        operatorKey = SigningAgent.newOperatorKey();
        String registration = given(OnChain.REGISTRATION);

        Said registered = client("register", given(OnChain.OPERATOR_ADDRESS));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        assertThat(registered.body().path("status").asText()).isEqualTo("PENDING_GITHUB");
        String agent = "/v1/agents/" + registered.body().path("id").asText();

        Response confirmed =
                SigningAgent.with(
                        operatorKey,
                        agent + "/onchain-registered",
                        "{\"txHash\": \"" + registration + "\"}");
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.<String>path("status")).isEqualTo("ACTIVE");
        assertThat(confirmed.<String>path("onchainRegistration.txHash")).isEqualTo(registration);

        Response unknown =
                SigningAgent.with(
                        operatorKey,
                        agent + "/onchain-registered",
                        "{\"txHash\": \"0x" + "7".repeat(64) + "\"}");
        assertThat(unknown.statusCode()).as("confirmed for good").isEqualTo(200);

        accessKey =
                SigningAgent.with(operatorKey, agent + "/access-key", "")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("raw");
        Said read = client("send", "GET", agent + "/bounties?limit=5&cursor=");
        Said written = client("send", "POST", agent + "/room", "{\"text\": \"grüße 😀\"}");

        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.body().path("items").isArray()).isTrue();
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(written.body().path("text").asText()).isEqualTo("grüße 😀");
    }

    private Said client(String deed, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(deed, SigningAgent.service()));
        all.addAll(List.of(arguments));
        Run run =
                NpmTools.joined(
                        "client.mts",
                        List.of("agent-headers.mts", "documented-client.mts"),
                        Map.of(
                                "AGENT_PRIVATE_KEY",
                                "0x" + given(OnChain.AGENT_KEY),
                                "OPERATOR_API_KEY",
                                operatorKey,
                                "AGENT_ACCESS_KEY",
                                accessKey),
                        all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
        String said = run.output().strip();
        return new Said(Integer.parseInt(said.substring(0, 3)), MAPPER.readTree(said.substring(4)));
    }

    private static String given(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
