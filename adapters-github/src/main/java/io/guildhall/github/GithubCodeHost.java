package io.guildhall.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubCodeRefused;
import io.guildhall.domain.shared.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kohsuke.github.GHMyself;

/**
 * GitHub tells by OAuth's web flow who somebody is. The token that a code is exchanged for is used
 * for that one question and kept nowhere.
 */
public final class GithubCodeHost implements CodeHost {

    /** Below {@link GithubSettings#publicUrl}: where GitHub sends people back to. */
    public static final String CALLBACK = "/v1/github/callback";

    private static final Logger LOG = Logger.getLogger(GithubCodeHost.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GithubSettings settings;
    private final GithubHttp http;

    public GithubCodeHost(GithubSettings settings, InstantSource clock) {
        this.settings = settings;
        this.http = new GithubHttp(settings.timeLimit(), clock);
    }

    @Override
    public URI consentPage(String state) {
        return URI.create(
                settings.url()
                        + "/login/oauth/authorize?"
                        + form(
                                Map.of(
                                        "client_id",
                                        settings.clientId(),
                                        "redirect_uri",
                                        callback(),
                                        "state",
                                        state,
                                        "allow_signup",
                                        "false")));
    }

    @Override
    public GithubAccount whoCameWith(String code) {
        String token = exchange(code);
        try {
            // GitHub counts this for the person: one whose limit is spent holds up nobody else.
            GHMyself account =
                    new GithubConnection(http.apart()::send, settings.apiUrl())
                            .as(() -> "Bearer " + token)
                            .getMyself();
            return new GithubAccount(account.getId(), account.getLogin());
        } catch (IOException failure) {
            LOG.warnf("GitHub does not say whose token it gave: %s", Told.by(failure));
            throw GithubHttp.unavailable("it does not say who came", null);
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            LOG.warnf("GitHub does not say whose token it gave: %s", Told.by(unreadable));
            throw GithubHttp.unreadable();
        }
    }

    private String exchange(String code) {
        String form =
                form(
                        Map.of(
                                "client_id", settings.clientId(),
                                "client_secret", settings.clientSecret().revealed(),
                                "code", code,
                                "redirect_uri", callback()));
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(settings.url() + "/login/oauth/access_token"))
                                .header("Accept", "application/json")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        JsonNode said = read(answer);
        String token = said.path("access_token").asText();
        if (!token.isEmpty()) {
            return token;
        }
        String error = said.path("error").asText();
        if (error.equals("bad_verification_code")) {
            throw new RefusedException(new GithubCodeRefused());
        }
        // Nothing of what the caller did: the App is not set up as GitHub has it.
        LOG.errorf(
                "GitHub answers %d and \"%s\" to the App's client id and secret",
                answer.statusCode(), word(error));
        throw GithubHttp.unavailable("it does not take this installation's App", null);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return MAPPER.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException _) {
            return MAPPER.createObjectNode();
        }
    }

    /** No more than a word of theirs goes into our log. */
    private static String word(String error) {
        return error.matches("[a-z_]{1,60}") ? error : "?";
    }

    private String callback() {
        return settings.publicUrl() + CALLBACK;
    }

    private static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
