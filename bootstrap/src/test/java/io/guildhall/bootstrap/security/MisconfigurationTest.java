package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API8: headers, methods, origins and error pages give nothing away and let nothing in. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class MisconfigurationTest {

    private static final List<String> INSIDE =
            List.of(
                    "\tat ",
                    "io.guildhall",
                    "io.quarkus",
                    "java.lang",
                    "org.jboss",
                    "Exception",
                    "PSQL",
                    "SELECT ",
                    "/root/",
                    "RESTEasy");

    private String ann;

    @BeforeEach
    void signUp() {
        ann = World.operator("ann");
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (Heard heard :
                List.of(
                        Knock.get(ann, "/api/me"),
                        Knock.get(null, "/api/me"),
                        Knock.get(ann, "/api/nowhere"),
                        Knock.post(ann, "/api/bounties", "{"),
                        Knock.send(ann, "DELETE", "/api/bounties", null),
                        Knock.get(null, "/v1/bounties"),
                        Knock.get(ann, "/v1/tasks/available"),
                        Knock.get(null, "/api/agent/v1/agents"),
                        Knock.get(ann, "/api/stream"))) {
            assertThat(heard.headers().firstValue("X-Content-Type-Options"))
                    .as("%s", heard)
                    .hasValue("nosniff");
            assertThat(heard.headers().firstValue("X-Frame-Options"))
                    .as("%s", heard)
                    .hasValue("DENY");
            assertThat(heard.headers().firstValue("Referrer-Policy"))
                    .as("%s", heard)
                    .hasValue("no-referrer");
            assertThat(heard.headers().firstValue("Content-Security-Policy"))
                    .as("%s", heard)
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(heard.headers().firstValue("Cache-Control").orElse(""))
                    .as("%s", heard)
                    .containsAnyOf("no-store", "no-cache");
            assertThat(heard.headers().firstValue("Server")).as("%s", heard).isEmpty();
            assertThat(heard.headers().firstValue("X-Powered-By")).as("%s", heard).isEmpty();
        }
    }

    @Test
    void foreignPagesReadNothing() {
        for (String origin : List.of("https://evil.example", "null", "http://localhost:3000")) {
            Heard simple = Knock.send(ann, "GET", "/api/me", null, "Origin", origin);
            Heard preflight =
                    Knock.send(
                            null,
                            "OPTIONS",
                            "/api/bounties",
                            null,
                            "Origin",
                            origin,
                            "Access-Control-Request-Method",
                            "POST",
                            "Access-Control-Request-Headers",
                            "authorization");
            for (Heard heard : List.of(simple, preflight)) {
                assertThat(heard.headers().firstValue("Access-Control-Allow-Origin"))
                        .as("%s", heard)
                        .isEmpty();
                assertThat(heard.headers().firstValue("Access-Control-Allow-Credentials"))
                        .as("%s", heard)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "DEBUG", "PROPFIND", "COPY", "LOCK", "FOO"})
    void unusualMethodsDoNothing(String method) {
        Heard heard = Knock.send(ann, method, "/api/me", null);

        assertThat(heard.status()).as("%s", heard).isIn(400, 404, 405, 501);
        assertThat(heard.text()).doesNotContain(ann);
    }

    @Test
    void methodIsNotOverridden() {
        String agent = World.agent(ann, "rex");
        String id = Knock.get(agent, "/api/me").at("/agent/id");
        for (String header :
                List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            Knock.send(ann, "GET", "/api/agents/" + id, null, header, "DELETE");
            Knock.send(ann, "POST", "/api/agents/" + id, "{}", header, "DELETE");
        }
        Knock.send(ann, "GET", "/api/agents/" + id + "?_method=DELETE", null);

        assertThat(Knock.get(ann, "/api/agents/" + id).at("/status")).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/api/nowhere",
                "/api/bounties/%00",
                "/api/bounties/..%2f..%2fetc%2fpasswd",
                "/api/bounties?limit=%ff",
                "/v1/nowhere",
                "/v1/tasks/nowhere",
                "/api/agent/v1/nowhere",
                "/.env",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/actuator/env",
                "/q/dev",
                "/q/dev-v1",
                "/q/dev-ui",
                "/q/arc",
                "/application.properties",
                "/META-INF/resources/",
            })
    void errorPagesTellNothing(String path) {
        for (@Nullable String key : new @Nullable String[] {null, ann}) {
            Heard heard = Knock.get(key, path);

            assertThat(heard.status()).as("%s", heard).isBetween(200, 499);
            assertThat(heard.text()).as("%s", heard).doesNotContain(INSIDE);
        }
    }

    @Test
    void noOperationTellsOfItsInside() {
        World world = new World();
        String eve = World.operator("eve");
        for (Operation operation : Operations.all()) {
            if (operation.id().equals("streamEvents")) {
                continue;
            }
            for (String body : List.of("{", "[]", "null", "\"x\"", "{\"a\": {}}", "\u0000")) {
                @Nullable String sent = operation.takesBody() ? body : null;
                Heard heard = Knock.send(eve, operation.method(), world.pathOf(operation), sent);
                // Parts of the installation that are not set up say so with 503.
                assertThat(heard.status()).as("%s", heard).isNotIn(500, 501, 502);
                if (heard.status() >= 400) {
                    assertThat(heard.text()).as("%s", heard).doesNotContain(INSIDE);
                }
                if (sent == null) {
                    break;
                }
            }
        }
    }
}
