package io.guildhall.rest.gate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.wire.time.IsoTimes;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemAnswersTest {

    @Inject InMemoryGuildhall guildhall;

    private String key = "";

    @BeforeEach
    void aNewMinuteBeginsForANewOperator() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        key = Members.operator(guildhall).key();
    }

    @Test
    void anUnknownPathIsNotFound() {
        isProblem(given().get("/api/nowhere").then(), 404, "not_found");
        isProblem(given().get("/api/probe/nowhere").then(), 404, "not_found");
        isProblem(given().get("/nowhere").then(), 404, "not_found");
    }

    @Test
    void aMethodThePathDoesNotKnowIsNotAllowed() {
        isProblem(given().delete("/api/probe/orders").then(), 405, "method_not_allowed");
    }

    @Test
    void onlyJsonIsTaken() {
        isProblem(
                given().contentType("text/plain").body("hello").post("/api/probe/orders").then(),
                415,
                "unsupported_media_type");
    }

    @Test
    void onlyJsonIsGiven() {
        isProblem(given().accept("image/png").get("/api/probe").then(), 406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"count\":}",
                "nonsense",
                "{} {}",
                "[]",
                "\"text\"",
                "5",
                "",
                "null",
                "{'a':1}"
            })
    void whatIsNotOneJsonObjectIsABadRequest(String body) {
        isProblem(post(body), 400, "bad_request");
    }

    @Test
    void jsonNestedTooDeeplyIsABadRequest() {
        isProblem(
                post("{\"unknown\":" + "[".repeat(100) + "]".repeat(100) + "}"),
                400,
                "bad_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'count':'5'}         | count              | must be a whole number",
                "{'count':5.0}         | count              | must be a whole number",
                "{'count':1.5}         | count              | must be a whole number",
                "{'count':true}        | count              | must be a whole number",
                "{'count':99999999999} | count              | is too large or too small a number",
                "{'item_name':7}       | item_name          | must be text",
                "{'item_name':{}}      | item_name          | must be text",
                "{'urgent':'true'}     | urgent             | must be true or false",
                "{'urgent':1}          | urgent             | must be true or false",
                "{'due_at':'tomorrow'} | due_at | " + IsoTimes.A_TIME,
                "{'due_at':''}         | due_at | " + IsoTimes.A_TIME,
                "{'due_at':5}          | due_at | " + IsoTimes.A_TIME,
                "{'due_at':'+300000-01-01T00:00:00Z'} | due_at | " + IsoTimes.A_TIME,
                "{'parts':{}}          | parts              | must be a list",
                "{'parts':[{},7]}      | parts[1]           | must be an object",
                "{'parts':[{},{'part_size':'x'}]} | parts[1].part_size | must be a whole number",
            })
    void aFieldOfTheWrongTypeIsNamedByItsPath(String body, String field, String message) {
        isProblem(post(body.replace('\'', '"')), 422, "validation_error")
                .body("message", equalTo("Field '" + field + "' " + message))
                .body("details.size()", equalTo(1))
                .body("details[0].field", equalTo(field))
                .body("details[0].message", equalTo(message));
    }

    @Test
    void unknownFieldsAreNobodysMistake() {
        post("{\"item_name\":\"a\",\"colour\":\"red\"}").statusCode(201);
    }

    @Test
    void aBodyMayBeLeftOutWhereTheResourceCanDoWithout() {
        given().contentType(ContentType.JSON)
                .post("/api/probe/plain-orders")
                .then()
                .statusCode(202);
    }

    @Test
    void whoSendsNoBodyNeedNotSayItsType() {
        given().post("/api/probe/plain-orders").then().statusCode(202);
        given().contentType("text/plain").post("/api/probe/plain-orders").then().statusCode(202);
        isProblem(given().post("/api/probe/orders").then(), 400, "bad_request");
    }

    @Test
    void theDomainsFieldsWearTheirWireNames() {
        isProblem(given().post("/api/probe/invalid").then(), 422, "validation_error")
                .body(
                        "message",
                        equalTo(
                                "Field 'deliverables[0].content_hash' is required;"
                                        + " Field 'claim_ttl_hours' must be 1 to 720"))
                .body("reason", equalTo("invalid_field"))
                .body("details.field", hasItems("deliverables[0].content_hash", "claim_ttl_hours"));
    }

    @Test
    void aParameterOfTheWrongFormIsABadRequest() {
        isProblem(given().get("/api/probe/number?n=five").then(), 400, "bad_request");
        isProblem(given().get("/api/probe/words").then(), 400, "bad_request")
                .body("details[0].field", equalTo("sort"))
                .body("details[0].message", equalTo("must be newest"));
    }

    @Test
    void aRefusalKeepsItsReasonBesideTheDocumentsWord() {
        isProblem(given().post("/api/probe/refusals").then(), 404, "not_found")
                .body("reason", equalTo("order_not_found"));
    }

    @Test
    void whoIsRefusedForAMomentIsToldToTryAgain() {
        isProblem(given().post("/api/probe/busy").then(), 503, "service_unavailable")
                .header("Retry-After", "1")
                .body("reason", equalTo("busy"));
        isProblem(given().post("/api/probe/away").then(), 503, "service_unavailable")
                .header("Retry-After", "1")
                .body("message", not(containsString("secret")));
    }

    @Test
    void whatNobodyForesawKeepsItsInsideToItself() {
        isProblem(given().post("/api/probe/broken").then(), 500, "internal_error")
                .body("message", not(containsString("secret")));
    }

    private ValidatableResponse post(String body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/probe/orders")
                .then();
    }

    private static ValidatableResponse isProblem(
            ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(ContentType.JSON)
                .header("X-Request-Id", notNullValue())
                .header("X-Content-Type-Options", "nosniff")
                .body("error", equalTo(true))
                .body("code", equalTo(code))
                .body("message", notNullValue())
                .body("details", notNullValue())
                .body("request_id", matchesPattern("req_.{26}"));
    }
}
