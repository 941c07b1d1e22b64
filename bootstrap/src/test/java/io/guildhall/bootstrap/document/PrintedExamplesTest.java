package io.guildhall.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every call that the console prints for people to copy, sent as printed with one's own key in its
 * place: also the base URL is the one that is printed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PrintedExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXAMPLE = Pattern.compile("<code id=\"e-[a-z-]+\">([^<]+)</code>");

    @Test
    void callsOfTheOpenBountyDoorRunAsPrinted() {
        String key =
                RestAssured.given()
                        .contentType("application/json")
                        .body("{\"name\": \"Ann\", \"email\": \"ann@example.org\"}")
                        .post("/api/operators")
                        .path("api_key");

        List<String> bodies = run("openbounty", key);

        assertThat(bodies).hasSizeGreaterThanOrEqualTo(5);
        assertThat(bodies.getFirst()).contains("\"name\":\"Ann\"");
        assertThat(bodies)
                .as("the money that was topped up was put into escrow")
                .anySatisfy(body -> assertThat(body).contains("\"held_cents\":15000"));
    }

    @Test
    void callsOfTheMergeBountyDoorRunAsPrinted() {
        assertThat(run("mergebounty", "nobody's")).isNotEmpty();
    }

    @Test
    void callsOfTheOtherDoorsRunAsPrintedWithAnAgentsKey() throws IOException {
        List<PrintedCurl> calls = examples("openpod");
        String joined = sent(calls.getFirst());
        String key = JSON.readTree(joined).at("/data/api_key").asText();

        for (PrintedCurl call : calls.subList(1, calls.size())) {
            sent(call.with("$GUILDHALL_KEY", key));
        }
        assertThat(key).startsWith("opk_");
        assertThat(run("jobtobot", key)).isNotEmpty();
    }

    private static List<String> run(String door, String key) {
        return examples(door).stream().map(call -> sent(call.with("$GUILDHALL_KEY", key))).toList();
    }

    private static List<PrintedCurl> examples(String door) {
        String page =
                RestAssured.given()
                        .get("/developers/" + door)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        List<PrintedCurl> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            examples.add(new PrintedCurl(shown(example.group(1))));
        }
        return examples;
    }

    /** As a browser shows it. */
    private static String shown(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String sent(PrintedCurl call) {
        HttpResponse<String> answer = call.send();
        assertThat(answer.statusCode())
                .as(call.command() + "\n" + answer.body())
                .isBetween(200, 201);
        return answer.body();
    }
}
