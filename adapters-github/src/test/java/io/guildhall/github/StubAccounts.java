package io.guildhall.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.github.PublishedApi.Call;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who has consented at the stub, and the tokens by which it tells who somebody is. */
final class StubAccounts {

    private final StubSecrets secrets;
    private final Map<String, GithubAccount> codes = new ConcurrentHashMap<>();
    private final Map<String, GithubAccount> tokens = new ConcurrentHashMap<>();
    private final Map<Long, Instant> spent = new ConcurrentHashMap<>();

    StubAccounts(StubSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @return the code that they come back with
     */
    String consented(GithubAccount account) {
        String code = secrets.give("code", "c0de".repeat(4));
        codes.put(code, account);
        return code;
    }

    void spend(GithubAccount account, Instant until) {
        spent.put(account.id(), until);
    }

    /** Whoever comes here consents, each as an account that nobody else has. */
    void consent(StubExchange exchange) throws IOException {
        Map<String, String> query = exchange.query();
        if (!StubGithub.CLIENT_ID.equals(query.get("client_id")) || !query.containsKey("state")) {
            exchange.complain("consent asked for with " + query.keySet());
            return;
        }
        long account = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        String code = consented(new GithubAccount(account, "octobot" + account));
        String back =
                query.get("redirect_uri")
                        + "?code="
                        + code
                        + "&state="
                        + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8);
        exchange.addHeader("Location", back);
        exchange.send(302);
    }

    void exchangeCode(StubExchange exchange) throws IOException {
        Map<String, String> form = exchange.form();
        if (!StubGithub.CLIENT_ID.equals(form.get("client_id"))
                || !StubGithub.CLIENT_SECRET.equals(form.get("client_secret"))) {
            exchange.send(200, "{\"error\": \"incorrect_client_credentials\"}");
            return;
        }
        if (!"application/json".equals(exchange.header("Accept"))
                || !form.keySet()
                        .equals(Set.of("client_id", "client_secret", "code", "redirect_uri"))) {
            exchange.complain("a code exchanged with " + form.keySet());
            return;
        }
        GithubAccount account = codes.remove(form.get("code"));
        if (account == null) {
            exchange.send(200, "{\"error\": \"bad_verification_code\"}");
            return;
        }
        String token = secrets.give("ghu_", "u5e2".repeat(8));
        tokens.put(token, account);
        exchange.send(
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"scope\": \"\"}"
                        .formatted(token));
    }

    /** Whose token it shows. */
    void answer(StubExchange exchange, Call call) throws IOException {
        GithubAccount account = tokens.get(exchange.bearer());
        if (account == null) {
            exchange.send(401, "{\"message\": \"Bad credentials\"}");
            return;
        }
        Instant reset = spent.get(account.id());
        if (reset != null) {
            exchange.addHeader("X-RateLimit-Remaining", "0");
            exchange.addHeader("X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
            exchange.send(403, "{\"message\": \"API rate limit exceeded\"}");
            return;
        }
        ObjectNode user = call.example();
        user.put("id", account.id()).put("login", account.login());
        exchange.publish(call, user);
    }
}
