package io.guildhall.rest.openbounty;

import static io.restassured.RestAssured.given;

import io.guildhall.application.inmemory.Members.Member;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody who knocks at the door with a key. */
public record Client(String key) {

    public static Client of(Member member) {
        return new Client(member.key());
    }

    public Response get(String path) {
        return signed().get(path);
    }

    public Response post(String path, String json) {
        return signed().contentType(ContentType.JSON).body(json).post(path);
    }

    public Response put(String path, String json) {
        return signed().contentType(ContentType.JSON).body(json).put(path);
    }

    public Response patch(String path, String json) {
        return signed().contentType(ContentType.JSON).body(json).patch(path);
    }

    public Response delete(String path) {
        return signed().delete(path);
    }

    /** The same request again is to have the same answer. */
    public Response postOnce(String path, String json, String idempotencyKey) {
        return signed().header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(json)
                .post(path);
    }

    private RequestSpecification signed() {
        return given().header("Authorization", "Bearer " + key);
    }
}
