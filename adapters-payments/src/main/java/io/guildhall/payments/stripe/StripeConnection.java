package io.guildhall.payments.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponse;
import com.stripe.service.V1Services;
import io.guildhall.domain.rail.RailUnavailable;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.WebUrl;
import io.guildhall.payments.stripe.Answer.NotNow;
import io.guildhall.payments.stripe.Answer.Refused;
import io.guildhall.payments.stripe.Answer.Said;
import io.guildhall.payments.stripe.Answer.Unclear;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's own library, asked once for each call: whoever calls has stored what it means to do and
 * asks again by the same key, so nothing is tried again here.
 */
final class StripeConnection {

    private static final Logger LOG = Logger.getLogger(StripeConnection.class);
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,80}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

    static {
        // How long our calls took is nobody else's to know.
        Stripe.enableTelemetry = false;
    }

    private final V1Services services;

    StripeConnection(StripeSettings settings) {
        this.services =
                StripeClient.builder()
                        .setApiKey(settings.key().revealed())
                        .setApiBase(settings.apiUrl().toString())
                        .setHttpClient(new StripeHttp(settings.timeLimit()))
                        .setMaxNetworkRetries(0)
                        .build()
                        .v1();
    }

    /**
     * One call, and what is to be known of its answer: whatever is read of it is read here, where
     * what is missing, or of another kind than it should be, makes it no clear answer.
     */
    @FunctionalInterface
    interface Call<T> {
        T of(V1Services services, RequestOptions options) throws StripeException;
    }

    <T> Answer<T> ask(Call<T> call) {
        return ask(null, call);
    }

    /**
     * @param key by which Stripe knows a repetition, for whatever changes something
     */
    <T> Answer<T> ask(@Nullable String key, Call<T> call) {
        RequestOptions options =
                key == null
                        ? RequestOptions.builder().build()
                        : RequestOptions.builder().setIdempotencyKey(key).build();
        try {
            return new Said<>(call.of(services, options));
        } catch (ApiConnectionException _) {
            return new Unclear<>("no answer");
        } catch (IdempotencyException _) {
            // Something else was sent under the same key, and only the rail knows what came of it.
            return new Unclear<>("the key was used before");
        } catch (StripeException failure) {
            return answer(failure);
        } catch (RuntimeException unreadable) {
            // The kind alone: what it says may quote the answer.
            LOG.errorf(
                    "An answer of Stripe's cannot be read: %s",
                    unreadable.getClass().getSimpleName());
            return new Unclear<>("an answer that cannot be read");
        }
    }

    /** An address of Stripe's to which people are sent. */
    static URI page(String url) {
        if (!WebUrl.isWellFormed(url)) {
            throw new IllegalArgumentException("No address of a page");
        }
        return URI.create(url);
    }

    /** The answer, or the refusal of a caller that waits for one. */
    static <T> T orUnavailable(Answer<T> answer) {
        return switch (answer) {
            case Said<T>(var value) -> value;
            case Refused<T>(var code, var _) -> throw unavailable("it answers " + code, null);
            case NotNow<T>(var reason, var after) -> throw unavailable(reason, after);
            case Unclear<T>(var reason) -> throw unavailable(reason, null);
        };
    }

    private static RefusedException unavailable(String reason, @Nullable Duration retryAfter) {
        return new RefusedException(new RailUnavailable(reason, retryAfter));
    }

    private static <T> Answer<T> answer(StripeException failure) {
        Integer given = failure.getStatusCode();
        int status = given == null ? 0 : given;
        if (status == 429) {
            return new NotNow<>("it is asked too often", retryAfter(failure));
        }
        if (status == 401 || status == 403) {
            // Nothing of what the caller did.
            LOG.errorf("Stripe does not take this installation's key: it answers %d", status);
            return new NotNow<>("it does not take this installation's key", null);
        }
        if (status >= 400 && status < 500 && status != 409) {
            return new Refused<>(code(failure), isReplayed(failure));
        }
        return new Unclear<>(status == 0 ? "no clear answer" : "it answers " + status);
    }

    /** No more than a word of theirs goes into our answers and logs. */
    private static String code(StripeException failure) {
        StripeError error = failure.getStripeError();
        if (error == null) {
            return "refused";
        }
        String word = error.getDeclineCode() != null ? error.getDeclineCode() : error.getCode();
        if (word == null) {
            word = error.getType();
        }
        return word != null && WORD.matcher(word.toLowerCase(Locale.ROOT)).matches()
                ? word.toLowerCase(Locale.ROOT)
                : "refused";
    }

    private static boolean isReplayed(StripeException failure) {
        return "true".equals(header(failure, "Idempotent-Replayed"));
    }

    private static @Nullable Duration retryAfter(StripeException failure) {
        String seconds = header(failure, "Retry-After");
        return seconds != null && SECONDS.matcher(seconds).matches()
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : null;
    }

    private static @Nullable String header(StripeException failure, String name) {
        StripeError error = failure.getStripeError();
        StripeResponse response = error == null ? null : error.getLastResponse();
        return response == null ? null : response.headers().firstValue(name).orElse(null);
    }
}
