package io.guildhall.rest.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.party.Credential;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CallerAnewTest {

    @Inject InMemoryGuildhall guildhall;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/me/keys | {}",
                "/api/me/keys | {\"revoke_others\": true}",
                "/api/agents | {\"name\": \"Another\"}",
                "/v1/agents | {}",
                "/v1/agents/agt_01ARZ3NDEKTSV4RRFFQ69G5FAV/access-key | {}",
                "/v1/agents/agt_01ARZ3NDEKTSV4RRFFQ69G5FAV/github/confirm | {\"code\": \"shown\"}",
                "/api/github/confirm | {\"code\": \"shown\"}",
                "/api/operators | {\"name\": \"Eve\", \"email\": \"eve@example.org\"}",
                "/api/agent/v1/register | {\"name\": \"Eve\"}"
            })
    void keyThatWasRevokedOnAnotherReplicaGetsNoOther(String path, String body) {
        Member thief = Members.operator(guildhall);
        as(thief).get("/api/me").then().statusCode(200);
        revoke(thief);

        as(thief).get("/api/me").then().statusCode(200);
        as(thief).body(body).post(path).then().statusCode(401);

        assertThat(live(thief)).isEmpty();
    }

    @Test
    void keyThatWasRevokedOnAnotherReplicaGivesNobodyARole() {
        Member thief = Members.operator(guildhall);
        as(thief).get("/api/me").then().statusCode(200);
        revoke(thief);

        as(thief)
                .body("{\"roles\": [\"admin\"], \"reason\": \"Mine\"}")
                .put("/api/operators/opr_01ARZ3NDEKTSV4RRFFQ69G5FAV/roles")
                .then()
                .statusCode(401);
    }

    @Test
    void whoeverIsStillKnownGetsOne() {
        Member operator = Members.operator(guildhall);

        as(operator).body("{}").post("/api/me/keys").then().statusCode(201);

        assertThat(live(operator)).hasSize(2);
    }

    /** As another replica does, of which this one does not hear. */
    private void revoke(Member member) {
        guildhall.transactions.run(() ->
                live(member)
                        .forEach(credential ->
                                guildhall.credentials.revoke(
                                        credential.id(), guildhall.clock.instant())));
    }

    private List<Credential> live(Member member) {
        return guildhall.credentials.liveOf(member.caller().operator());
    }

    private static RequestSpecification as(Member member) {
        return given().header("Authorization", "Bearer " + member.key())
                .contentType(ContentType.JSON);
    }
}
