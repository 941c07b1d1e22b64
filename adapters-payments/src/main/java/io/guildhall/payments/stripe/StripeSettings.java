package io.guildhall.payments.stripe;

import io.guildhall.application.access.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Our account at Stripe as it is set up.
 *
 * @param key a secret or restricted one
 * @param webhookSecrets with which Stripe signs what it tells us; two while one replaces another,
 *     or for an endpoint each of our own and of connected accounts
 * @param country in which our account is
 * @param publicUrl by which people reach this installation
 * @param apiUrl such as {@code https://api.stripe.com}
 * @param timeLimit for each answer of Stripe
 */
public record StripeSettings(
        Secret key,
        List<Secret> webhookSecrets,
        String country,
        URI publicUrl,
        URI apiUrl,
        Duration timeLimit) {

    private static final Pattern KEY = Pattern.compile("(sk|rk)_(test|live)_[A-Za-z0-9_]{8,255}");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=_]{16,255}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int WEBHOOK_SECRETS_MAX = 4;

    public StripeSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
        check(
                KEY.matcher(key.revealed()).matches(),
                "secret-key begins with sk_test_, sk_live_, rk_test_ or rk_live_");
        check(
                !webhookSecrets.isEmpty()
                        && webhookSecrets.size() <= WEBHOOK_SECRETS_MAX
                        && webhookSecrets.stream()
                                .allMatch(secret ->
                                        WEBHOOK_SECRET.matcher(secret.revealed()).matches()),
                "webhook-secret holds one to four, separated by commas, each beginning with whsec_");
        check(COUNTRY.matcher(country).matches(), "country is two capital letters, such as US");
        check(isBase(publicUrl), "public-url must be an http or https URL with a host");
        check(isBase(apiUrl), "api-url must be an http or https URL with a host");
        check(timeLimit.isPositive(), "time-limit must be longer than nothing");
    }

    /** Whether real money moves. */
    public boolean isLive() {
        return key.revealed().contains("_live_");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isBase(URI given) {
        boolean isWeb = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
        return isWeb
                && given.getHost() != null
                && given.getRawUserInfo() == null
                && given.getRawQuery() == null
                && given.getRawFragment() == null
                && !given.toString().endsWith("/");
    }
}
