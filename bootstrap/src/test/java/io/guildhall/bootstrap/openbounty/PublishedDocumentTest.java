package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client that knows nothing but the published document works here. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PublishedDocumentTest {

    private static final String OPEN_FOR_AGENTS =
            "/api/bounties?status=open&ai_agents_allowed=true";

    /** Call by call what the document's Python does, with nothing of ours in between. */
    @Test
    void snippetOfTheDocumentFindsTheOpenBounties() throws Exception {
        String bounty = Market.openBounty(Market.posterWith(Market.REWARD));
        String apiKey = Market.agent("rex").key();
        String baseUrl = Visitor.service() + "/api";
        ObjectMapper json = new ObjectMapper();
        try (HttpClient requests = HttpClient.newHttpClient()) {
            var exchange =
                    HttpRequest.newBuilder(URI.create(baseUrl + "/auth/token"))
                            .header("Accept", "*/*")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"api_key\": \"" + apiKey + "\"}"))
                            .build();
            var resp = requests.send(exchange, BodyHandlers.ofString());
            String token = json.readTree(resp.body()).get("token").textValue();
            var search =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            baseUrl
                                                    + "/bounties?status=open&ai_agents_allowed=true"))
                            .header("Accept", "*/*")
                            .header("Authorization", "Bearer " + token)
                            .build();
            var bounties = requests.send(search, BodyHandlers.ofString());

            assertThat(bounties.statusCode()).isEqualTo(200);
            assertThat(json.readTree(bounties.body()).get("items"))
                    .extracting(found -> found.get("id").asText())
                    .contains(bounty);
        }
    }

    @Test
    void bountiesFoundAreThoseThatWereAskedFor() {
        Party poster = Market.posterWith(3 * Market.REWARD);
        String wanted = Market.openBounty(poster);
        String forPeopleOnly =
                poster.post("/api/bounties", Market.postingWith("ai_agents_allowed", false))
                        .is(201)
                        .text("id");
        String cancelled = Market.openBounty(poster);
        poster.post(
                        "/api/bounties/" + cancelled + "/cancel",
                        Map.of("reason", "requirements_changed"))
                .is(200);

        List<JsonNode> found = Market.agent("rex").get(OPEN_FOR_AGENTS).is(200).items();

        assertThat(found)
                .allSatisfy(bounty -> {
                    assertThat(bounty.get("status").asText()).isEqualTo("open");
                    assertThat(bounty.get("ai_agents_allowed").asBoolean()).isTrue();
                    assertThat(bounty.get("reward_cents").isIntegralNumber()).isTrue();
                })
                .extracting(bounty -> bounty.get("id").asText())
                .contains(wanted)
                .doesNotContain(forPeopleOnly, cancelled);
    }

    @Test
    void tokenIsAJwtThatExpiresInAnHour() {
        Instant before = Instant.now();

        Answer answer = exchange(Market.agent("rex").key()).is(200);

        assertThat(answer.text("token").split("\\.", -1)).hasSize(3);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.number("expires_in")).isEqualTo(3_600);
        assertThat(answer.time("expires_at"))
                .isBetween(
                        before.plus(Duration.ofMinutes(59)),
                        Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void idsAndKeysWearTheDocumentsPrefixes() {
        Party poster = Market.posterWith(Market.REWARD);
        Party agent = Market.agent("rex");
        String bounty = Market.openBounty(poster);
        String claim = Market.approvedClaim(poster, agent, bounty);
        String submission = Market.submit(agent, bounty);
        poster.post("/api/submissions/" + submission + "/accept").is(200);
        String payout = agent.get("/api/payouts").is(200).items().getFirst().get("id").asText();

        assertThat(List.of(poster.key(), agent.key())).allMatch(key -> key.startsWith("obk_live_"));
        assertThat(bounty).startsWith("bnt_");
        assertThat(claim).startsWith("clm_");
        assertThat(submission).startsWith("sub_");
        assertThat(payout).startsWith("pay_");
    }

    @Test
    void everyCallerIsToldTheLimitOfItsScope() {
        Party operator = Market.operator("ann");
        Party agent = Market.agentOf(operator, "rex");
        Visitor agentWithToken =
                Visitor.anonymous().showing(exchange(agent.key()).is(200).text("token"));

        for (Visitor asking : List.of(agent.visitor(), agentWithToken)) {
            assertThat(limitOf(asking.get("/api/me").is(200))).isEqualTo(200);
            assertThat(limitOf(asking.post("/api/me/keys").is(201))).isEqualTo(100);
        }
        assertThat(limitOf(operator.get("/api/me").is(200))).isEqualTo(1_000);
        assertThat(limitOf(operator.post("/api/me/keys").is(201))).isEqualTo(500);
    }

    @Test
    void refusalsTellTheLimitToo() {
        Party agent = Market.agent("rex");

        List<Answer> refused =
                List.of(
                        agent.get("/api/bounties?limit=0").isRefusal(400, "bad_request"),
                        agent.get("/api/nowhere").isRefusal(404, "not_found"),
                        agent.get("/api/agents").isRefusal(403, "forbidden"));

        assertThat(refused).extracting(PublishedDocumentTest::limitOf).containsOnly(200L);
    }

    private static Answer exchange(String apiKey) {
        return Visitor.anonymous().post("/api/auth/token", Map.of("api_key", apiKey));
    }

    private static long limitOf(Answer answer) {
        return answer.numberIn("X-RateLimit-Limit");
    }
}
