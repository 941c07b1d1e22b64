package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.github.PublishedApi.Call;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where our App is installed, and the tokens that it gets for a repository there. */
final class StubInstallations {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AppIdentity identity;
    private final URI apiUrl;
    private final StubSecrets secrets;
    private final Map<Long, Set<String>> installations = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    StubInstallations(AppIdentity identity, URI apiUrl, StubSecrets secrets) {
        this.identity = identity;
        this.apiUrl = apiUrl;
        this.secrets = secrets;
    }

    void install(long installation, Set<String> repositoryNames) {
        installations.put(installation, repositoryNames);
    }

    void revokeTokens() {
        tokens.clear();
    }

    /** The name of the one that the token is for; null when it is no token of ours. */
    @Nullable String repositoryOf(String token) {
        return tokens.get(token);
    }

    /** To our App alone. */
    void answer(StubExchange exchange, Call call, String path) throws IOException {
        if (!identity.hasMade(exchange.bearer(), StubGithub.APP_ID, Instant.now())) {
            exchange.send(401, "{\"message\": \"A JSON web token could not be decoded\"}");
            return;
        }
        if (call.path().equals("/app")) {
            exchange.publish(call, call.example());
            return;
        }
        long installation = Long.parseLong(path.split("/", -1)[3]);
        Set<String> served = installations.get(installation);
        if (served == null) {
            exchange.send(404, "{\"message\": \"Not Found\"}");
        } else if (call.method().equals("get")) {
            exchange.publish(
                    call,
                    call.example()
                            .put("id", installation)
                            .put(
                                    "access_tokens_url",
                                    apiUrl
                                            + "/app/installations/"
                                            + installation
                                            + "/access_tokens"));
        } else {
            giveToken(exchange, call, served);
        }
    }

    private void giveToken(StubExchange exchange, Call call, Set<String> served)
            throws IOException {
        List<String> wanted = new ArrayList<>();
        JsonNode asked = MAPPER.readTree(exchange.body().isEmpty() ? "{}" : exchange.body());
        asked.path("repositories").forEach(name -> wanted.add(name.asText()));
        asked.path("repository_ids").forEach(id -> wanted.add(nameOf(id.asLong(), served)));
        if (wanted.size() != 1) {
            exchange.complain("a token for " + wanted);
        } else if (!served.containsAll(wanted)) {
            exchange.send(
                    422, "{\"message\": \"There is at least one repository that does not exist\"}");
        } else {
            ObjectNode answer = call.example();
            String token = secrets.give("ghs_", "5e2v".repeat(8));
            tokens.put(token, wanted.getFirst());
            answer.put("token", token);
            ((ObjectNode) answer.path("repositories").get(0))
                    .put("id", StubGithub.idOf(wanted.getFirst()))
                    .put("name", wanted.getFirst());
            JsonNode permissions = asked.path("permissions");
            if (permissions.isObject()) {
                answer.set("permissions", permissions);
            }
            answer.put(
                    "expires_at",
                    Instant.now()
                            .plus(1, ChronoUnit.HOURS)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            exchange.publish(call, answer);
        }
    }

    /** Another's when it is none of these. */
    private static String nameOf(long id, Set<String> served) {
        return served.stream()
                .filter(name -> StubGithub.idOf(name) == id)
                .findFirst()
                .orElse("#" + id);
    }
}
