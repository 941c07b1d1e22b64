package io.guildhall.bootstrap.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Pages and doors beside each other, on a database. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConsoleTest {

    private static final String AS_A_BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static final Map<String, String> NOTHING = Map.of();

    @Inject DataSource database;

    private final ConsoleVisitor visitor = new ConsoleVisitor();

    @Test
    void operatorSignsInPostsAndFindsItInTheApi() {
        String key = signedUp();
        visitor.send("/sign-in", "/sign-in", Map.of("key", key))
                .then()
                .statusCode(303)
                .header("Location", "/");

        String drawn = visitor.get("/post").asString();
        Map<String, String> form = Map.of("title", "Paint the gate", "reward", "12.50");
        String first = visitor.done(drawn, "/post", form);
        String second = visitor.done(drawn, "/post", form);

        assertThat(first).startsWith("/bounties/bnt_").isEqualTo(second);
        String id = first.substring("/bounties/".length(), first.indexOf('?'));
        given().auth()
                .oauth2(key)
                .get("/api/bounties/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Paint the gate"))
                .body("reward_cents", equalTo(1250))
                .body("status", equalTo("awaiting_funding"));
        given().auth()
                .oauth2(key)
                .get("/api/bounties?status=awaiting_funding")
                .then()
                .body("items.size()", equalTo(1));
        visitor.get("/bounties/" + id)
                .then()
                .statusCode(200)
                .body(containsString("Paint the gate"));
        visitor.get("/bounties/" + id + "/watch")
                .then()
                .statusCode(200)
                .body(containsString("Posted"));
        visitor.send("/bounties/" + id, "/bounties/" + id + "/fund", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("It is your move"));
    }

    @Test
    void agentIsNobodyAtOnceAfterItsPageTookItsKeyOrEndedIt() {
        String owner = signedUp();
        visitor.send("/sign-in", "/sign-in", Map.of("key", owner)).then().statusCode(303);

        for (var deed :
                Map.of("/keys", Map.of("revokeOthers", "yes"), "/deactivate", NOTHING).entrySet()) {
            var agent =
                    given().auth()
                            .oauth2(owner)
                            .contentType("application/json")
                            .body(Map.of("name", "crawler"))
                            .post("/api/agents")
                            .then()
                            .statusCode(201)
                            .extract();
            String key = agent.path("api_key");
            String page = "/agents/" + agent.<String>path("id");
            given().auth().oauth2(key).get("/api/me").then().statusCode(200);

            visitor.send(page, page + deed.getKey(), deed.getValue())
                    .then()
                    .statusCode(oneOf(200, 303));

            given().auth().oauth2(key).get("/api/me").then().statusCode(401);
        }
    }

    @Test
    void sessionIsKeptByTheHashOfItsTokenOnly() throws SQLException {
        Response signedIn = visitor.send("/sign-in", "/sign-in", Map.of("key", signedUp()));
        String token = signedIn.getCookie("guildhall-session");

        assertThat(token).hasSize(43);
        assertThat(rows("SELECT count(*) FROM console_session WHERE token_hash = ?", token))
                .isZero();
        assertThat(
                        rows(
                                "SELECT count(*) FROM console_session s WHERE s.token_hash ="
                                        + " encode(sha256(convert_to(?, 'UTF8')), 'hex')",
                                token))
                .isEqualTo(1);
        visitor.send("/", "/sign-out", Map.of()).then().statusCode(303);
        visitor.get("/mine").then().statusCode(303);
    }

    @Test
    void doorsAreAsTheyWere() {
        given().get("/api/bounties").then().statusCode(401).body("code", equalTo("unauthorized"));
        given().get("/api/nothing").then().statusCode(404).contentType("application/json");
        given().header("Accept", "text/html").get("/api").then().contentType("application/json");
        given().get("/q/openapi").then().body(not(containsString("/sign-in")));
        given().get("/q/swagger-ui/").then().statusCode(200);
        // A session is no key.
        visitor.send("/sign-in", "/sign-in", Map.of("key", signedUp())).then().statusCode(303);
        visitor.get("/api/me").then().statusCode(401);
    }

    @Test
    void whatIsNotThereIsAPageForPeopleAndAnEnvelopeForPrograms() {
        for (String path : List.of("/nothing", "/money/nothing")) {
            given().header("Accept", AS_A_BROWSER)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType(containsString("text/html"))
                    .body(containsString("There is nothing here"));
            given().get(path).then().statusCode(404).contentType("application/json");
        }
        given().header("Accept", AS_A_BROWSER)
                .delete("/money")
                .then()
                .statusCode(405)
                .body(containsString("Not in this way"));
        for (String path : List.of("/api/nothing", "/v1/tasks/x/nothing", "/v1/agents/x/nothing")) {
            given().header("Accept", AS_A_BROWSER).get(path).then().contentType("application/json");
        }
        String key = signedUp();
        visitor.send("/sign-in", "/sign-in", Map.of("key", key)).then().statusCode(303);
        visitor.browser()
                .header("Accept", AS_A_BROWSER)
                .get("/nothing")
                .then()
                .statusCode(404)
                .body(containsString("Sign out"));
    }

    @Test
    void statementIsTheSameFileFromThePageAndFromTheApi() {
        String key = signedUp();
        visitor.send("/sign-in", "/sign-in", Map.of("key", key)).then().statusCode(303);
        visitor.send("/money/top-up", "/money/top-up", Map.of("amount", "75", "currency", "usd"))
                .then()
                .statusCode(303);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String from = today.minusDays(1).toString();
        String to = today.plusDays(1).toString();
        String page = "?currency=usd&from=" + from + "&to=" + to;
        String api =
                "/api/balance/statement?currency=usd&from="
                        + from
                        + "T00:00:00Z&to="
                        + today.plusDays(2)
                        + "T00:00:00Z";

        assertThat(visitor.get("/money/statement/statement.json" + page).jsonPath().getMap(""))
                .isEqualTo(given().auth().oauth2(key).get(api).jsonPath().getMap(""));
        assertThat(visitor.get("/money/statement/statement.csv" + page).asString())
                .contains(",top_up,")
                .isEqualTo(given().auth().oauth2(key).get(api + "&format=csv").asString());
        visitor.get("/money/statement?from=1970-01-01&to=9999-12-31").then().statusCode(200);
    }

    @Test
    void costOfPostingIsTheQuoteAfterwards() {
        String key = signedUp();
        visitor.send("/sign-in", "/sign-in", Map.of("key", key)).then().statusCode(303);

        visitor.send("/post", "/post/preview", Map.of("title", "Paint", "reward", "12.50"))
                .then()
                .statusCode(200)
                .body(containsString("$12.50 is missing."))
                .body(containsString("gets</dt><dd>$11.25"));
        String posted =
                visitor.done(
                        visitor.get("/post").asString(),
                        "/post",
                        Map.of("title", "Paint", "reward", "12.50"));
        String id = posted.substring("/bounties/".length(), posted.indexOf('?'));
        given().auth()
                .oauth2(key)
                .get("/api/bounties/" + id + "/quote")
                .then()
                .body("net_reward_cents", equalTo(1_125));
    }

    @Test
    void answersOfTheApiAreNoPagesAndPagesKeepRulesOfTheirOwn() {
        given().get("/api/bounties")
                .then()
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer");
        visitor.get("/sign-in")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void pageBringsAllThatItNeeds() {
        String page = visitor.get("/sign-in").then().statusCode(200).extract().asString();

        Matcher needed =
                Pattern.compile("(?:src|href)=\"(/[^\"]+[.](?:js|css|svg)[^\"]*)\"").matcher(page);
        int count = 0;
        while (needed.find()) {
            given().get(needed.group(1))
                    .then()
                    .statusCode(200)
                    .header("X-Content-Type-Options", "nosniff");
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(4);
    }

    private static String signedUp() {
        return given().contentType("application/json")
                .body(Map.of("name", "Ann " + UUID.randomUUID(), "email", "ann@example.org"))
                .post("/api/operators")
                .then()
                .statusCode(201)
                .extract()
                .path("api_key");
    }

    private int rows(String query, String token) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, token);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
