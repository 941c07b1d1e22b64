package io.guildhall.github;

import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks GitHub, within a limit for the time and the size of the whole answer. When GitHub asks us to
 * wait, nobody here asks it anything until then: going on would make it lock the App out.
 */
final class GithubHttp {

    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_TROUBLE = 500;

    /** More than a hundred of the longest comments there can be. */
    static final long ANSWER_BYTES_MAX = 32L * 1024 * 1024;

    /** When it says to wait and not how long. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** However long it says: windows of its limits are of an hour. */
    private static final Duration PAUSE_MAX = Duration.ofHours(1);

    private final HttpClient client;
    private final Duration timeLimit;
    private final InstantSource clock;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

    GithubHttp(Duration timeLimit, InstantSource clock) {
        this(
                HttpClient.newBuilder()
                        .connectTimeout(timeLimit)
                        .followRedirects(Redirect.NEVER)
                        .build(),
                timeLimit,
                clock);
    }

    private GithubHttp(HttpClient client, Duration timeLimit, InstantSource clock) {
        this.client = client;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    /**
     * For somebody whom GitHub counts by itself: it waits for nothing that others are to wait for.
     */
    GithubHttp apart() {
        return new GithubHttp(client, timeLimit, clock);
    }

    /**
     * Any answer by which GitHub shows that it is there and listens.
     *
     * @throws RefusedException with {@link GithubUnavailable} otherwise
     */
    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        Duration left = Duration.between(clock.instant(), quietUntil.get());
        if (left.isPositive()) {
            throw unavailable("it has asked us to wait", left);
        }
        HttpResponse<byte[]> answer = answer(request.timeout(timeLimit).build());
        pauseAskedFor(answer)
                .ifPresent(pause -> {
                    quietUntil.set(clock.instant().plus(pause));
                    throw unavailable("it has asked us to wait", pause);
                });
        if (answer.statusCode() >= SERVER_TROUBLE) {
            throw unavailable("it answered " + answer.statusCode(), null);
        }
        // The last of an hour's requests was answered; another would be one too many.
        untilReset(answer).ifPresent(pause -> quietUntil.set(clock.instant().plus(pause)));
        return answer;
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return sent.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            sent.cancel(true);
            throw unavailable("it did not answer in time", null);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof HttpTimeoutException) {
                throw unavailable("it did not answer in time", null);
            }
            // The kind alone: a message of a failed request may quote its headers.
            throw unavailable(
                    "no connection ("
                            + (cause == null ? failure : cause).getClass().getSimpleName()
                            + ")",
                    null);
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable("we are stopping", null);
        }
    }

    /** GitHub says so by 429 or 403, and then how long by one header or by the other. */
    private Optional<Duration> pauseAskedFor(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != TOO_MANY && answer.statusCode() != FORBIDDEN) {
            return Optional.empty();
        }
        Optional<Duration> retryAfter =
                number(answer, "Retry-After").map(Duration::ofSeconds).map(GithubHttp::bounded);
        if (retryAfter.isPresent()) {
            return retryAfter;
        }
        Optional<Duration> untilReset = untilReset(answer);
        if (untilReset.isPresent()) {
            return untilReset;
        }
        return answer.statusCode() == TOO_MANY || isSecondaryLimit(answer)
                ? Optional.of(PAUSE)
                : Optional.empty();
    }

    /** Empty while something of the limit is left. */
    private Optional<Duration> untilReset(HttpResponse<?> answer) {
        return number(answer, "X-RateLimit-Remaining")
                .filter(left -> left == 0)
                .map(_ ->
                        number(answer, "X-RateLimit-Reset")
                                .map(reset ->
                                        Duration.ofSeconds(
                                                reset - clock.instant().getEpochSecond()))
                                .map(GithubHttp::bounded)
                                .orElse(PAUSE));
    }

    /** It may say so in words alone. */
    private static boolean isSecondaryLimit(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).contains("secondary rate limit");
    }

    private static Duration bounded(Duration pause) {
        if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    private static Optional<Long> number(HttpResponse<?> answer, String header) {
        return answer.headers()
                .firstValue(header)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }

    /** What it says is of another form than it should be; no more of it is told. */
    static RefusedException unreadable() {
        return unavailable("its answer cannot be read", null);
    }

    static RefusedException unavailable(String reason, @Nullable Duration retryAfter) {
        return new RefusedException(new GithubUnavailable(reason, retryAfter));
    }
}
