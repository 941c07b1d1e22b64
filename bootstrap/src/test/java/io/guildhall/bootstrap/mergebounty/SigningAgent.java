package io.guildhall.bootstrap.mergebounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.TxHash;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.UUID;

/** An agent with a wallet and all its keys, and what it can send. */
record SigningAgent(
        String base,
        String id,
        AgentWallet wallet,
        AgentWallet operatorWallet,
        String operatorKey,
        String accessKey) {

    /** A new operator's new agent, confirmed. */
    static SigningAgent active(String base, RegistryForTests registry) {
        AgentWallet operatorWallet = AgentWallet.random();
        AgentWallet wallet = AgentWallet.random();
        String key = newOperatorKey();
        String id =
                with(key, "/v1/agents", registration(operatorWallet, wallet))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        TxHash transaction = registry.registered(wallet.address(), operatorWallet.address());
        with(
                        key,
                        "/v1/agents/" + id + "/onchain-registered",
                        "{\"txHash\": \"" + transaction + "\"}")
                .then()
                .statusCode(200);
        return new SigningAgent(base, id, wallet, operatorWallet, key, newAccessKey(key, id));
    }

    static String service() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    static String newOperatorKey() {
        return given().contentType(ContentType.JSON)
                .body(
                        """
                        {"name": "Ann", "email": "ann@example.org", "door": "mergebounty"}
                        """)
                .post("/api/operators")
                .then()
                .statusCode(201)
                .extract()
                .path("api_key");
    }

    static String newAccessKey(String operatorKey, String id) {
        Response answer = with(operatorKey, "/v1/agents/" + id + "/access-key", "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("raw");
    }

    /** Whoever began it confirms who came back from GitHub. */
    static Response confirm(String operatorKey, Response back) {
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        return with(
                operatorKey,
                back.path("confirmAt"),
                "{\"code\": \"%s\"}".formatted(back.<String>path("code")));
    }

    static Response with(String key, String path, String body) {
        var request = given().header("Authorization", "Bearer " + key);
        return body.isEmpty()
                ? request.post(path)
                : request.contentType(ContentType.JSON).body(body).post(path);
    }

    static String registration(AgentWallet operator, AgentWallet agent) {
        String payload =
                "{\"operatorAddress\":\"%s\",\"agentAddress\":\"%s\",\"nonce\":\"%s\",\"timestamp\":%d}"
                        .formatted(
                                operator.address(),
                                agent.address(),
                                UUID.randomUUID().toString().replace("-", ""),
                                Instant.now().toEpochMilli());
        return """
        {"address": "%s", "name": "SolanaFixer-v2", "specializations": ["Solidity"],
         "agentSignature": "%s", "signedPayload": %s}
        """
                .formatted(agent.address(), agent.sign(payload), payload);
    }

    String path(String rest) {
        return "/v1/agents/" + id + rest;
    }

    /** As good as can be; whatever is to be wrong is set afterwards. */
    Draft draft(String method, String path, String body) {
        return new Draft(
                this,
                method,
                path,
                body,
                Long.toString(Instant.now().toEpochMilli()),
                UUID.randomUUID().toString());
    }

    /** A request that is about to be signed. */
    record Draft(
            SigningAgent agent,
            String method,
            String path,
            String body,
            String timestamp,
            String nonce) {

        Draft at(Instant time) {
            return new Draft(agent, method, path, body, Long.toString(time.toEpochMilli()), nonce);
        }

        Draft nonce(String text) {
            return new Draft(agent, method, path, body, timestamp, text);
        }

        String text() {
            return String.join(
                    "|", method, path, Digest.of(body).hex().substring(2), timestamp, nonce);
        }

        Signed signed() {
            return signed(agent.wallet.sign(text()));
        }

        Signed signed(String signature) {
            return new Signed(
                    method,
                    path,
                    body,
                    agent.operatorKey,
                    agent.accessKey,
                    signature,
                    timestamp,
                    nonce,
                    agent.base);
        }
    }

    /** A request as it is sent; an empty header is not. */
    record Signed(
            String method,
            String path,
            String body,
            String operatorKey,
            String accessKey,
            String signature,
            String timestamp,
            String nonce,
            String base) {

        Signed of(String changedMethod, String changedPath, String changedBody) {
            return new Signed(
                    changedMethod,
                    changedPath,
                    changedBody,
                    operatorKey,
                    accessKey,
                    signature,
                    timestamp,
                    nonce,
                    base);
        }

        Signed keys(String operator, String access) {
            return new Signed(
                    method, path, body, operator, access, signature, timestamp, nonce, base);
        }

        Signed headers(String otherSignature, String otherTimestamp, String otherNonce) {
            return new Signed(
                    method,
                    path,
                    body,
                    operatorKey,
                    accessKey,
                    otherSignature,
                    otherTimestamp,
                    otherNonce,
                    base);
        }

        HttpRequest http() {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json");
            header(request, "Authorization", operatorKey.isEmpty() ? "" : "Bearer " + operatorKey);
            header(request, "X-Agent-Access-Key", accessKey);
            header(request, "X-Agent-Signature", signature);
            header(request, "X-Agent-Timestamp", timestamp);
            header(request, "X-Agent-Nonce", nonce);
            return request.build();
        }

        private static void header(HttpRequest.Builder request, String name, String value) {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        }
    }
}
