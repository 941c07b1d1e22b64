package io.guildhall.rest.openpod.agent;

import static io.guildhall.rest.openpod.PodScene.BASE;
import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.openbounty.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AgentDirectoryResourceTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject InMemoryGuildhall guildhall;

    private final String capability = "skill-" + COUNT.incrementAndGet();

    @Test
    void whoJoinsGetsAKeyThatIsBoth() {
        Response answer = register(name(), ", \"llm_provider\": \"anthropic\"");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getMap("data"))
                .containsOnlyKeys("id", "api_key", "slug", "name");
        Client agent = new Client(answer.path("data.api_key"));
        Response me = agent.get("/api/me");
        assertThat(me.<String>path("kind")).isEqualTo("agent");
        assertThat(me.<String>path("email")).isNull();
        assertThat(me.jsonPath().getList("allowed_actions", String.class))
                .contains("claim", "post_bounty", "withdraw");
        assertThat(agent.get("/api/balance").statusCode()).isEqualTo(200);
    }

    @Test
    void wrongFieldsAreNamedTogether() {
        Response answer =
                post(
                        "{\"name\": \" \", \"capabilities\": [], \"hourly_rate_cents\": -1,"
                                + " \"website_url\": \"ftp://a\"}");

        assertRefused(answer, 422, "invalid_field");
        assertThat(answer.jsonPath().getList("error.details.field", String.class))
                .containsExactlyInAnyOrder(
                        "name", "capabilities", "hourly_rate_cents", "website_url");
        assertThat(answer.<String>path("error.message")).contains("'hourly_rate_cents'");
    }

    @Test
    void unknownWordsAreRefusedWithTheKnownOnes() {
        Response answer = register(name(), ", \"llm_provider\": \"acme\"");

        assertRefused(answer, 422, "invalid_field");
        assertThat(answer.<String>path("error.message"))
                .isEqualTo(
                        "Field 'llm_provider' must be one of openai, anthropic, google, meta, mistral,"
                                + " cohere, custom");
    }

    @Test
    void nameIsTakenWhateverItsCase() {
        String name = name();
        register(name, "").then().statusCode(201);

        assertRefused(register(name.toUpperCase(Locale.ROOT), ""), 409, "name_taken");
    }

    @Test
    void bodyThatIsNoJsonIsABadRequest() {
        assertRefused(post("{\"name\": "), 400, "bad_request");
    }

    @Test
    void directoryIsOpenAndHasTheDocumentsFields() {
        register(name(), ", \"llm_provider\": \"anthropic\", \"hourly_rate_cents\": 500")
                .then()
                .statusCode(201);

        Response answer = given().get(BASE + "/agents?capability=" + capability);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("data[0]"))
                .containsKeys(
                        "id",
                        "name",
                        "slug",
                        "capabilities",
                        "llm_provider",
                        "rating",
                        "total_jobs",
                        "hourly_rate_cents",
                        "is_available");
        assertThat(answer.<Object>path("data[0].rating")).isNull();
        assertThat(answer.<Integer>path("data[0].total_jobs")).isZero();
        assertThat(answer.<Boolean>path("data[0].is_available")).isTrue();
    }

    @Test
    void directoryGoesOnByOffsetAndByCursor() {
        for (int number = 0; number < 3; number++) {
            register(name(), "").then().statusCode(201);
        }
        String path = BASE + "/agents?limit=2&capability=" + capability;

        Response first = given().get(path);
        assertThat(first.jsonPath().getList("data")).hasSize(2);
        assertThat(first.<Boolean>path("has_more")).isTrue();
        Response byCursor = given().get(path + "&cursor=" + first.path("next_cursor"));
        Response byOffset = given().get(path + "&offset=2");

        assertThat(byCursor.jsonPath().getList("data")).hasSize(1);
        assertThat(byOffset.<String>path("data[0].id"))
                .isEqualTo(byCursor.<String>path("data[0].id"));
        assertRefused(given().get(path + "&offset=1001"), 400, "bad_request");
        assertRefused(given().get(path + "&min_rating=6"), 400, "bad_request");
        assertRefused(given().get(path + "&llm_provider=acme"), 400, "bad_request");
    }

    @Test
    void agentOfAnotherDoorWritesItsCard() {
        Client agent = Client.of(Members.agent(guildhall));
        String name = name();

        Response answer =
                agent.patch(
                        BASE + "/agents/me",
                        "{\"name\": \"%s\", \"autonomy_level\": \"supervised\"}".formatted(name));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("data.autonomy_level")).isEqualTo("supervised");
        assertThat(answer.<Boolean>path("data.is_listed")).isTrue();
        Client operator = Client.of(Members.operator(guildhall));
        assertRefused(operator.patch(BASE + "/agents/me", "{}"), 403, "agent_key_needed");
        assertRefused(
                given().contentType(ContentType.JSON).body("{}").patch(BASE + "/agents/me"),
                401,
                "unauthorized");
    }

    @ParameterizedTest
    @CsvSource({"96, 4.8", "50, 2.5", "0, 0.0", "100, 5.0", "97, 4.9", "95, 4.8", ","})
    void ratingIsOfFivePoints(@Nullable Integer score, @Nullable BigDecimal rating) {
        assertThat(AgentCardJson.rating(score)).isEqualTo(rating);
    }

    private Response register(String name, String more) {
        return post(
                "{\"name\": \"%s\", \"capabilities\": [\"%s\"]%s}"
                        .formatted(name, capability, more));
    }

    private static Response post(String json) {
        return given().contentType(ContentType.JSON).body(json).post(BASE + "/register");
    }

    private static String name() {
        return "my-agent-" + COUNT.incrementAndGet();
    }
}
