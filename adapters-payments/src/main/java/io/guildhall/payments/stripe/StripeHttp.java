package io.guildhall.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URISyntaxException;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries what Stripe's library asks, within a limit for the time and the size of the whole answer.
 * It goes nowhere else than it was asked to: the library's own client would follow a redirect, and
 * take what it finds there for an answer to what was never asked there.
 */
final class StripeHttp extends HttpClient {

    /** A page of a hundred, each with what we have expanded in it, is a tenth of it. */
    static final long ANSWER_BYTES_MAX = 16L * 1024 * 1024;

    private final java.net.http.HttpClient client;
    private final Duration timeLimit;

    StripeHttp(Duration timeLimit) {
        this.client =
                java.net.http.HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .connectTimeout(timeLimit)
                        .followRedirects(Redirect.NEVER)
                        .build();
        this.timeLimit = timeLimit;
    }

    @Override
    public StripeResponse request(StripeRequest asked) throws ApiConnectionException {
        HttpResponse<String> answer = answer(written(asked));
        return new StripeResponse(
                answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
    }

    private static HttpRequest written(StripeRequest asked) throws ApiConnectionException {
        HttpContent content = asked.content();
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(asked.url().toURI())
                            .method(
                                    asked.method().name(),
                                    content == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofByteArray(
                                                    content.byteArrayContent()));
            asked.headers()
                    .map()
                    .forEach(
                            (name, values) -> values.forEach(value -> request.header(name, value)));
            return request.setHeader("User-Agent", buildUserAgentString(asked))
                    .setHeader("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString())
                    .build();
        } catch (URISyntaxException e) {
            throw new ApiConnectionException("The address is none", e);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) throws ApiConnectionException {
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofString(StandardCharsets.UTF_8), ANSWER_BYTES_MAX));
        try {
            return sent.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new ApiConnectionException("No answer in time", e);
        } catch (ExecutionException e) {
            throw new ApiConnectionException("No connection", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("We are stopping", e);
        }
    }
}
