package io.guildhall.github;

import io.guildhall.application.access.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Our GitHub App, and where GitHub is.
 *
 * @param appId the App's number, or its client id
 * @param clientId by which people are asked who they are
 * @param webhookSecret with which GitHub signs what it tells us
 * @param apiUrl {@code https://api.github.com}, or a test's own
 * @param url where people are sent: {@code https://github.com}, or a test's own
 * @param publicUrl by which people and GitHub reach this installation
 * @param timeLimit for each answer of GitHub
 */
public record GithubSettings(
        String appId,
        AppKey key,
        String clientId,
        Secret clientSecret,
        Secret webhookSecret,
        URI apiUrl,
        URI url,
        URI publicUrl,
        Duration timeLimit) {

    public static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public GithubSettings {
        if (!NAME.matcher(appId).matches() || !NAME.matcher(clientId).matches()) {
            throw new IllegalArgumentException(
                    "app-id and client-id are letters, digits, dots and dashes");
        }
        apiUrl = base(apiUrl, "api-url");
        url = base(url, "url");
        publicUrl = base(publicUrl, "public-url");
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("time-limit must be longer than nothing");
        }
    }

    private static URI base(URI given, String name) {
        boolean isWeb = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
        if (!isWeb
                || given.getHost() == null
                || given.getRawUserInfo() != null
                || given.getRawQuery() != null
                || given.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    name + " must be an http or https URL with a host and at most a path");
        }
        String text = given.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : given;
    }
}
