package io.guildhall.bootstrap.mergebounty;

import static io.restassured.RestAssured.given;

import io.guildhall.github.StubGithub;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What GitHub sends to our webhook. */
record ToldByGithub(String delivery, String event, String body) {

    Response send() {
        return send(signature());
    }

    Response send(String signature) {
        return given().contentType(ContentType.JSON)
                .header("X-GitHub-Delivery", delivery)
                .header("X-GitHub-Event", event)
                .header("X-Hub-Signature-256", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/github/webhook");
    }

    String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            StubGithub.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8),
                            "HmacSHA256"));
            return "sha256="
                    + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
