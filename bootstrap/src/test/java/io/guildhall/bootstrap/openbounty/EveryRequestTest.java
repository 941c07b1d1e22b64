package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever is asked for. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EveryRequestTest {

    private static final String OUR_REQUEST_ID = "req_[0-9A-HJKMNP-TV-Z]{26}";
    private static final String NOBODYS_ID = "01JZZZZZZZZZZZZZZZZZZZZZZZ";

    private Party ann = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.operator("ann");
    }

    @Test
    void requestIdIsEchoed() {
        Party tracing = ann.with("X-Request-Id", "trace-7.a_b");

        List<Answer> answers =
                List.of(
                        tracing.get("/api/me").is(200),
                        tracing.get("/api/nowhere").is(404),
                        tracing.post("/api/balance/top-up", Map.of("amount_cents", 0)).is(422),
                        tracing.post("/api/balance/top-up", Map.of("amount_cents", 1)).is(201));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.header("X-Request-Id")).hasValue("trace-7.a_b"));
    }

    @Test
    void requestWithoutAnIdIsGivenOne() {
        List<Answer> answers =
                List.of(
                        ann.get("/api/me").is(200),
                        ann.get("/api/me").is(200),
                        ann.get("/api/nowhere").is(404),
                        Visitor.anonymous().get("/api/me").is(401),
                        ann.with("X-Request-Id", "two words").get("/api/me").is(200));

        assertThat(answers)
                .extracting(answer -> answer.header("X-Request-Id").orElseThrow())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches(OUR_REQUEST_ID));
    }

    @ParameterizedTest
    @CsvSource({
        "bounties, bnt_",
        "claims, clm_",
        "submissions, sub_",
        "payouts, pay_",
        "agents, agt_"
    })
    void idThatNothingHasIsNotFound(String resource, String prefix) {
        ann.get("/api/" + resource + "/" + prefix + NOBODYS_ID).isRefusal(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounties", "claims", "submissions", "payouts", "agents"})
    void textThatIsNoIdIsNotFoundEither(String resource) {
        for (String wrong :
                List.of(
                        "7",
                        "bnt_",
                        "opr_" + NOBODYS_ID,
                        "bnt_" + NOBODYS_ID.replace('Z', 'U'),
                        "bnt_8" + NOBODYS_ID.substring(1),
                        "bnt_" + NOBODYS_ID + "0",
                        "%00",
                        "caf%C3%A9",
                        "0190b0b0-0000-7000-8000-000000000000",
                        "x".repeat(2_000))) {
            ann.get("/api/" + resource + "/" + wrong).isRefusal(404, "not_found");
        }
    }

    @Test
    void everyCommandOnNothingIsNotFound() {
        Party rex = Market.agentOf(ann, "rex");
        String bounty = "/api/bounties/bnt_" + NOBODYS_ID;
        String claim = "/api/claims/clm_" + NOBODYS_ID;
        String submission = "/api/submissions/sub_" + NOBODYS_ID;
        String agent = "/api/agents/agt_" + NOBODYS_ID;

        List<Answer> answers =
                List.of(
                        ann.patch(bounty, Map.of("title", "None")),
                        ann.post(bounty + "/cancel", Map.of("reason", "none")),
                        ann.post(bounty + "/fund"),
                        ann.get(bounty + "/quote"),
                        ann.get(bounty + "/claims"),
                        ann.get(bounty + "/submissions"),
                        rex.post(bounty + "/claims"),
                        rex.post(bounty + "/submissions", Market.work()),
                        ann.post(claim + "/approve"),
                        ann.post(claim + "/reject", Map.of("reason", "none")),
                        rex.post(claim + "/withdraw"),
                        rex.post(claim + "/release"),
                        ann.post(submission + "/accept"),
                        ann.post(submission + "/reject", Map.of("notes", "none")),
                        ann.post(submission + "/request-revision", Map.of("notes", "none")),
                        ann.patch(agent, Map.of("name", "none")),
                        ann.delete(agent),
                        ann.post(agent + "/keys"));

        assertThat(answers).allSatisfy(answer -> answer.isRefusal(404, "not_found"));
    }

    @ParameterizedTest
    @CsvSource({
        "status, done",
        "ai_agents_allowed, maybe",
        "currency, eur",
        "min_reward_cents, -1",
        "min_reward_cents, 1.5",
        "min_reward_cents, 99999999999999999999",
        "sort, oldest",
        "poster_id, bnt_01JZZZZZZZZZZZZZZZZZZZZZZZ",
        "limit, 0",
        "limit, 101",
        "limit, ten",
        "cursor, nonsense",
        "cursor, bgAAAA",
        "q, %00"
    })
    void parameterThatCannotBeUnderstoodIsABadRequest(String parameter, String value) {
        ann.get("/api/bounties?" + parameter + "=" + value)
                .isRefusalOf(400, "bad_request", parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/agents",
                "/api/payouts",
                "/api/ledger/entries",
            })
    void everyListLooksAtItsParameters(String list) {
        ann.get(list + "?limit=0&cursor=nonsense")
                .isRefusalOf(400, "bad_request", "limit", "cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "to, to=-1000000000-01-01T00:00:00Z",
        "to, from=2026-01-01T00:00:00Z&to=%2B300000-01-01T00:00:00Z",
        "to, to=%2B1000000000-12-31T23:59:59Z",
        "from, from=-1000000000-01-01T00:00:00Z"
    })
    void timeThatNothingCanReckonWithIsABadRequest(String parameter, String query) {
        ann.get("/api/balance/statement?" + query).isRefusalOf(400, "bad_request", parameter);
    }

    @Test
    void statementMayReachAsFarAsTimesAreTaken() {
        ann.get(
                        "/api/balance/statement?from=1970-01-01T00:00:00Z&to=9999-12-31T23:59:59.999999999Z")
                .is(200);
        ann.get("/api/balance/statement?to=1970-01-01T00:00:00Z").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+300000-01-01T00:00:00Z"})
    void timeInABodyIsNoOtherThanInAnAddress(String written) {
        ann.post("/api/webhooks/whk_" + NOBODYS_ID + "/replay", Map.of("since", written))
                .isRefusalOf(422, "validation_error", "since");
        ann.post("/api/bounties", Market.postingWith("deadline", written))
                .isRefusalOf(422, "validation_error", "deadline");
    }

    @Test
    void unknownFieldsAndParametersAreIgnored() {
        Answer posted =
                ann.post("/api/bounties", Market.postingWith("colour", Map.of("hue", 7))).is(201);
        ann.patch("/api/bounties/" + posted.text("id"), Map.of("status", "paid")).is(200);
        ann.get("/api/bounties?colour=red").is(200);

        assertThat(ann.get("/api/bounties/" + posted.text("id")).is(200).text("status"))
                .isEqualTo("awaiting_funding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title':7,'reward_cents':1}         | title",
                "{'title':'a','reward_cents':'1'}     | reward_cents",
                "{'title':'a','reward_cents':1.0}     | reward_cents",
                "{'title':'a','reward_cents':1e99}    | reward_cents",
                "{'title':'a','reward_cents':9223372036854775807} | reward_cents",
                "{'title':'a','reward_cents':1,'deadline':'soon'} | deadline",
                "{'title':'a','reward_cents':1,'currency':'eur'}  | currency",
                "{'title':'a\\u0000','reward_cents':1}            | title",
                "{'title':'\\ud800','reward_cents':1}             | title",
                "{'title':'a','reward_cents':1,'capabilities':[null]} | capabilities[0]",
                "{'title':'a','reward_cents':1,'acceptance_criteria':{}} | acceptance_criteria",
                "{'title':'a','reward_cents':1,'claim_policy':'auction'} | claim_policy",
                "{'title':'a','reward_cents':1,'category':'Two Words'}   | category",
            })
    void badFieldIsNamed(String body, String field) {
        ann.visitor()
                .send("POST", "/api/bounties", body.replace('\'', '"'))
                .isRefusalOf(422, "validation_error", field);
    }

    @Test
    void listIsReadToItsEndPageByPage() {
        List<String> posted = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            posted.addFirst(Market.unfundedBounty(ann));
        }

        List<String> read = new ArrayList<>();
        String page = "/api/bounties?status=awaiting_funding&limit=2";
        for (Answer answer = ann.get(page).is(200); ; ) {
            for (JsonNode bounty : answer.items()) {
                read.add(bounty.get("id").asText());
            }
            if (!answer.field("has_more").asBoolean()) {
                assertThat(answer.field("next_cursor").isNull()).isTrue();
                break;
            }
            assertThat(answer.items()).hasSize(2);
            String next = page + "&cursor=" + answer.text("next_cursor");
            assertThat(answer.header("Link")).isPresent();
            answer = ann.get(next).is(200);
        }

        assertThat(read).isEqualTo(posted);
    }

    @Test
    void linkLeadsToTheNextPage() {
        String first = Market.unfundedBounty(ann);
        Market.unfundedBounty(ann);
        Answer page = ann.get("/api/bounties?status=awaiting_funding&limit=1").is(200);

        String link = page.header("Link").orElseThrow();

        assertThat(link).matches("</api/bounties\\?.*>; rel=\"next\"");
        Answer next = ann.get(link.substring(1, link.indexOf('>'))).is(200);
        assertThat(next.items())
                .extracting(bounty -> bounty.get("id").asText())
                .containsExactly(first);
    }
}
